using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using JpoPatent.TestServer;

namespace JpoPatent.Benchmarks;

/// <summary>
/// The loopback server with answers of the sandbox that were made beforehand, one of 500 for every number: making one costs the sandbox more than a whole call may take, and
/// would hide what the clients differ by.
/// </summary>
internal sealed class PreparedService : IAnswerSource
{
    private const int Answers = 500;
    private const int Many = 1_000_000;

    private static readonly Dictionary<string, string> ZipHeaders = new() { ["Content-Disposition"] = "attachment;filename=docCont_1.zip" };

    private readonly PreparedAnswer[] _progress;
    private readonly ServiceAnswer[] _bundles;

    private PreparedService()
    {
        var corpus = new Corpus();
        _progress = Array.ConvertAll(corpus.Progress(Answers), static body => new PreparedAnswer(body));
        _bundles = Array.ConvertAll(corpus.Bundles(Answers), static body => new ServiceAnswer(200, body, "application/zip") { Headers = ZipHeaders });
    }

    public ServiceAnswer Answer(ApiCall call)
    {
        int serial = int.Parse(call.Parameters.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture);
        return call.Api != ApiCatalog.PatentProgress
            ? _bundles[serial % Answers]
            : new ServiceAnswer(200, _progress[serial % Answers].For(call.Parameters), "application/json;charset=UTF-8") { Code = "100" };
    }

    /// <summary>Serves until somebody posts to <c>/control/stop</c>, or nobody listens any more.</summary>
    internal static async Task ServeAsync()
    {
        var service = new ScriptedService { Answers = new PreparedService() };
        service.Counters.SetLimit(ApiCatalog.PatentProgress, Many);
        service.Counters.SetLimit(ApiCatalog.PatentRefusalNotices, Many);
        await using LoopbackServer server = await LoopbackServer.StartAsync(service).ConfigureAwait(false);
        Console.WriteLine("listening " + server.BaseUri.GetLeftPart(UriPartial.Authority));
        await Task.WhenAny(server.Stopped, Task.Run(static () => Console.In.Read())).ConfigureAwait(false);
    }
}
