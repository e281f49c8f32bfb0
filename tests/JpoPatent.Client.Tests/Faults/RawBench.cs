using System;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;

namespace JpoPatent.Tests.Faults;

/// <summary>A client on a <see cref="RawServer"/>, with a state folder of its own.</summary>
internal sealed class RawBench : IDisposable
{
    internal static readonly JpoNumber Number = JpoNumber.Parse("特願2019-000123");
    internal static readonly JpoDocdbNumber Dossier = JpoDocdbNumber.Parse("JP.2019000123.A", JpoNumberKind.Application);

    private readonly TempFolder _folder = new();

    /// <param name="callTimeout">What a whole call may take; five minutes, where a test does not say otherwise.</param>
    internal RawBench(TimeSpan? callTimeout = null)
    {
        Client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(),
            BaseUri = Server.BaseUri,
            StatePath = _folder.Path,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
            Timeout = TimeSpan.FromSeconds(30),
            CallTimeout = callTimeout ?? TimeSpan.FromMinutes(5),
            Time = Server.Time,
        });
    }

    internal RawServer Server { get; } = new();

    internal JpoClient Client { get; }

    internal Activities Activities { get; } = new();

    internal string StatePath => _folder.Path;

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
        _folder.Dispose();
    }

    /// <summary>Makes a call and says what it ended in.</summary>
    internal async Task<(Outcome Outcome, JpoException? Error)> TryAsync(CallKind kind, CancellationToken cancellationToken = default)
    {
        try
        {
            await AskAsync(kind, cancellationToken).ConfigureAwait(false);
            return (Outcome.Answer, null);
        }
        catch (JpoException error)
        {
            return (OutcomeOf(error), error);
        }
    }

    /// <summary>The error id of an exception: the same choice as ErrorRecords in the module makes.</summary>
    internal static Outcome OutcomeOf(JpoException error) => error switch
    {
        JpoAuthenticationException => Outcome.AuthenticationFailed,
        JpoEmptyAnswerException => Outcome.NoData,
        JpoQuotaExhaustedException => Outcome.QuotaExhausted,
        JpoInvalidParameterException => Outcome.InvalidParameter,
        JpoServiceException { Problem: JpoServiceProblem.Busy } => Outcome.ServiceBusy,
        JpoServiceException { Problem: JpoServiceProblem.Timeout } => Outcome.ServiceTimeout,
        JpoServiceException => Outcome.ServiceError,
        JpoConnectionException => Outcome.ConnectionFailed,
        JpoInvalidAnswerException => Outcome.InvalidAnswer,
        _ => throw new InvalidOperationException("No error id expected here: " + error),
    };

    internal Task AskAsync(CallKind kind, CancellationToken cancellationToken = default)
    {
        var options = new JpoCallOptions { NoCache = true, Activity = Activities };
        return kind switch
        {
            CallKind.Token => Client.ConnectAsync(Activities, cancellationToken),
            CallKind.Json => Client.Patents.GetProgressAsync(Number, options, cancellationToken),
            CallKind.Xml => Client.Opd.GetFamilyAsync(Dossier, options, cancellationToken),
            CallKind.Zip => Client.Patents.GetDocumentsAsync(Number, DocumentKind.Refusal, options, cancellationToken),
            CallKind.Pdf => Client.Opd.GetDocumentAsync(Dossier, "Doc_1_JP", options, cancellationToken),
            _ => AskForBundleAsync(options, cancellationToken),
        };
    }

    private async Task AskForBundleAsync(JpoCallOptions options, CancellationToken cancellationToken)
    {
        using DocumentBundle bundle = await Client.Patents.GetDocumentsAsync(Number, DocumentKind.Mailed, options, cancellationToken).ConfigureAwait(false);
    }
}
