using System;
using System.Net;
using System.Net.Http;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using JpoPatent.Caching;
using JpoPatent.Calls;
using JpoPatent.Failures;
using JpoPatent.Files;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Pipeline;

/// <summary>
/// The one way from a row of the catalogue to a typed answer: through the handlers, to the model, with what failed
/// kept for the report to JPO's support.
/// </summary>
internal sealed class ApiCaller
{
    private volatile bool _isClosed;

    internal required HttpMessageInvoker Pipeline { get; init; }

    internal required ConnectionParts Parts { get; init; }

    internal required BundleFetcher Bundles { get; init; }

    internal required FailureLog Failures { get; init; }

    internal required Notices Notices { get; init; }

    internal required Uri BaseUri { get; init; }

    /// <summary>How long a whole call may take.</summary>
    internal required TimeSpan CallTimeout { get; init; }

    /// <summary>Whether the answers are made up.</summary>
    internal required bool IsSandbox { get; init; }

    /// <summary>Whether no call may begin any more.</summary>
    internal bool IsClosed => _isClosed;

    internal ServiceClock Clock => Parts.Clock;

    /// <summary>No new call begins; those under way end as they may.</summary>
    internal void Close() => _isClosed = true;

    /// <summary>The time of one call, which begins to run with its first try.</summary>
    internal CallBudget NewBudget() => new(Clock.Time, CallTimeout);

    /// <summary>Whether today's cache has the answer to a call, so that it would cost nothing.</summary>
    internal bool IsCached(ApiDescriptor api, string parameters) => Find(api, parameters) != null;

    /// <summary>Asks a JSON API and reads its data into a model: the one way from an API to a typed answer.</summary>
    /// <exception cref="JpoException">What went wrong, mapped by <see cref="AnswerErrors"/>.</exception>
    internal Task<T> GetAsync<T>(
        ApiDescriptor api,
        string parameters,
        JsonTypeInfo<T> model,
        JpoCallOptions? options,
        CancellationToken cancellationToken)
        where T : JpoAnswer =>
        AskAsync(
            api,
            parameters,
            response => ModelReader.Read(api, response, model),
            options,
            NewBudget(),
            cancellationToken);

    /// <summary>The same for an API that sends XML.</summary>
    /// <exception cref="JpoException">What went wrong, mapped by <see cref="AnswerErrors"/>.</exception>
    internal Task<T> GetXmlAsync<T>(
        ApiDescriptor api,
        string parameters,
        Func<XElement, T> read,
        JpoCallOptions? options,
        CancellationToken cancellationToken)
        where T : JpoAnswer =>
        AskAsync(
            api,
            parameters,
            response => ModelReader.ReadXml(api, response, read),
            options,
            NewBudget(),
            cancellationToken);

    /// <summary>The answer that today's cache has, if it has one: nothing is asked, no access is spent.</summary>
    internal T? FindCached<T>(ApiDescriptor api, string parameters, JsonTypeInfo<T> model)
        where T : JpoAnswer
    {
        if (Find(api, parameters) is not { } known)
        {
            return null;
        }

        using var response = new ApiResponse(
            HttpStatusCode.OK, known.Body, CacheHandler.HeadOf(known), known.RetrievedAt, isFromCache: true);
        try
        {
            if (!response.IsSuccess)
            {
                return null;
            }

            T answer = ModelReader.Read(api, response, model);
            answer.Stamp(JapanTime.ToJapan(known.RetrievedAt), fromCache: true, IsSandbox);
            return answer;
        }
        catch (JpoInvalidAnswerException)
        {
            return null;
        }
    }

    /// <summary>The same for an API that sends a file, or the address of a large one.</summary>
    /// <exception cref="JpoException">What went wrong, mapped by <see cref="AnswerErrors"/>.</exception>
    internal async Task<FileAnswer> GetFileAsync(
        ApiDescriptor api, string parameters, JpoCallOptions? options, CancellationToken cancellationToken)
    {
        CallBudget budget = NewBudget();
        FileAnswer file = await AskForFileAsync().ConfigureAwait(false);
        if (await HasComeAsync(file).ConfigureAwait(false))
        {
            return file;
        }

        // Addresses are good for minutes. A new one is a new access, and the last.
        options?.Activity?.Report(new JpoActivity(
            JpoActivityKind.Retrying,
            Format(Client.DocumentMessages.BundleExpired, api)));
        file = await AskForFileAsync().ConfigureAwait(false);
        return await HasComeAsync(file).ConfigureAwait(false)
            ? file
            : throw BundleFetcher.Refused(api, file.Address!, 403, 2);

        Task<FileAnswer> AskForFileAsync() =>
            AskAsync(
                api, parameters, response => ModelReader.ReadFile(api, response), options, budget, cancellationToken);

        async Task<bool> HasComeAsync(FileAnswer answer) =>
            answer.Address == null
            || await Bundles.FetchAsync(api, parameters, answer, budget, options?.Activity, cancellationToken)
                .ConfigureAwait(false);
    }

    private CachedAnswer? Find(ApiDescriptor api, string parameters) =>
        Parts.Cache.ReadAsync(api, parameters, Clock.Now).AsTask().GetAwaiter().GetResult();

    private async Task<T> AskAsync<T>(
        ApiDescriptor api,
        string parameters,
        Func<ApiResponse, T> read,
        JpoCallOptions? options,
        CallBudget budget,
        CancellationToken cancellationToken)
        where T : JpoAnswer
    {
        if (IsClosed)
        {
            throw new JpoNotConnectedException(Client.Messages.ConnectionDisconnected);
        }

        options ??= JpoCallOptions.Default;
        Notices.Begin(options.Activity);

        long startedAt = Clock.Time.GetTimestamp();
        using var request = new ApiRequest(
            api, new Uri(BaseUri, api.Path + parameters), parameters, options, budget, Parts);
        try
        {
            using var response = (ApiResponse)await Pipeline.SendAsync(request, cancellationToken)
                .ConfigureAwait(false);
            if (response.IsOverDailyLimit)
            {
                throw await Parts.Guard.ExhaustedAsync(api, AnswerErrors.Original(response), cancellationToken)
                    .ConfigureAwait(false);
            }

            if (!response.IsSuccess)
            {
                throw AnswerErrors.ToException(api, Uri.UnescapeDataString(parameters), response);
            }

            T answer = read(response);
            answer.Stamp(JapanTime.ToJapan(response.RetrievedAt), response.IsFromCache, IsSandbox);
            return answer;
        }
        catch (JpoException error)
        {
            error.Api ??= api;
            Note(request, error, startedAt);
            throw;
        }
    }

    /// <summary>
    /// Keeps a failure for the report to JPO's support, if the service was asked. What failed at the token address is
    /// kept there, once for all who waited.
    /// </summary>
    private void Note(ApiRequest request, JpoException error, long startedAt)
    {
        if (request.TimesSent == 0 || error is JpoEmptyAnswerException or JpoNotConnectedException)
        {
            return;
        }

        ApiResponse? last = request.LastAnswer;
        Failures.Add(new FailedCall
        {
            At = JapanTime.ToJapan(Clock.Now),
            Address = FailureLog.Show(request.RequestUri!),
            Api = request.Api.ToString(),
            Attempts = request.TimesSent,
            Duration = Clock.Time.GetElapsedTime(startedAt),
            HttpStatus = (int?)last?.StatusCode,
            StatusCode = last?.ServiceCode,
            RequestId = last?.RequestId,
            AnswerHead = last == null ? null : FailureLog.Head(last.Body),
            ErrorType = error.GetType().Name,
            Message = error.Message,
        });
    }
}
