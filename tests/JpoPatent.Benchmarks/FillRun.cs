using System;

namespace JpoPatent.Benchmarks;

/// <summary>Fills today's cache of an ID, as if so many cases had been asked for: a hundred thousand of them over loopback take minutes.</summary>
internal static class FillRun
{
    private const int Distinct = 500;

    internal static void Run(string statePath, string userName, Uri server, int count)
    {
        byte[][] answers = new Corpus().Progress(Distinct);
        StateFolder folder = StateFolder.At(statePath, userName, server);
        folder.Prepare();
        var cache = new FileAnswerCache(folder.Cache, TimeProvider.System);
        for (int serial = 1; serial <= count; serial++)
        {
            cache.Write(ApiCatalog.PatentProgress, Corpus.Number(serial), new CachedAnswer(DateTimeOffset.UtcNow, null, answers[serial % Distinct]));
        }

        cache.LastPrune.Wait();
    }
}
