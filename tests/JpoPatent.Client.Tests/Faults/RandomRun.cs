using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;

namespace JpoPatent.Tests.Faults;

/// <summary>A hundred numbers from eight tasks over a socket, while a fifth of the calls fails in ways that the seed decides; then one call alone when all is well again.</summary>
internal sealed class RandomRun
{
    internal const int Numbers = 100;

    private static readonly string[] Codes = ["302", "303", "999", "204", "210"];
    private static readonly int[] Statuses = [401, 403, 404, 429, 500, 502, 503, 504, 302, 599];

    private readonly Random _random;

    private RandomRun(int seed) => _random = new Random(seed);

    /// <summary>What each number ended in, once for each time that it ended.</summary>
    internal ConcurrentBag<(int Serial, string? Answer, JpoException? Error)> Ends { get; } = [];

    /// <summary>What ended in no <see cref="JpoException"/>.</summary>
    internal ConcurrentBag<Exception> Strange { get; } = [];

    internal Activities Activities { get; } = new();

    /// <summary>What must be seen nowhere.</summary>
    internal IReadOnlyList<string> Secrets { get; private set; } = [];

    /// <summary>What can be seen: exceptions, activities, failed calls, files.</summary>
    internal IReadOnlyList<string> Shown { get; private set; } = [];

    /// <summary>The book less the service's count, when the numbers were through.</summary>
    internal int BookAhead { get; private set; }

    /// <summary>The same after the one call alone.</summary>
    internal int BookAheadInTheEnd { get; private set; }

    internal int Calls { get; private set; }

    internal int Faulty { get; private set; }

    internal static async Task<RandomRun> PlayAsync(int seed)
    {
        var run = new RandomRun(seed);
        await run.PlayAsync().ConfigureAwait(false);
        return run;
    }

    private async Task PlayAsync()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync().ConfigureAwait(false);
        ScriptedService service = server.Service;
        var good = new GeneratedAnswers();
        service.Answers = new DelegateAnswers(call => Echo(call, good.Answer(call)));
        service.Faults.Add(Enumerable.Range(0, Numbers * 4).Select(_ => Next()).ToArray());
        service.Faults.Add(new Fault { IsForToken = true, Status = 503 }, new Fault { IsForToken = true, Breakage = Breakage.WithinBody });

        using var folder = new TempFolder();
        using var client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(),
            BaseUri = server.BaseUri,
            StatePath = folder.Path,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
            Timeout = TimeSpan.FromSeconds(2),
        });
        int next = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AskAsync(client, () => Interlocked.Increment(ref next))))).ConfigureAwait(false);

        ApiDescriptor api = ApiCatalog.PatentProgress;
        Calls = service.Log.Calls.Count;
        BookAhead = client.GetQuota(api).Used - service.Counters.Used(api);
        service.Faults.Clear();
        service.Answers = good;
        await client.Patents.GetProgressAsync(TestNumber.Patent(900_000)).ConfigureAwait(false);
        BookAheadInTheEnd = client.GetQuota(api).Used - service.Counters.Used(api);

        Secrets =
        [
            .. service.Tokens.HandedOut, TokenDesk.DefaultPassword, WebUtility.UrlEncode(TokenDesk.DefaultPassword), Uri.EscapeDataString(TokenDesk.DefaultPassword),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(TokenDesk.DefaultPassword)),
        ];
        Shown =
        [
            .. Ends.Where(static end => end.Error != null).Select(static end => Whole(end.Error!)),
            .. Ends.Select(static end => end.Answer ?? string.Empty),
            .. Activities.All.Select(static activity => activity.ToString()),
            .. client.RecentFailures.Select(static call => call.ToString()),
            client.ToString()!, client.Options.Credential.ToString()!,
            .. Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Select(static file => file + Encoding.UTF8.GetString(File.ReadAllBytes(file))),
        ];
    }

    private async Task AskAsync(JpoClient client, Func<int> next)
    {
        for (int serial = next(); serial <= Numbers; serial = next())
        {
            try
            {
                PatentProgress answer = await client.Patents.GetProgressAsync(TestNumber.Patent(serial), new JpoCallOptions { Activity = Activities }).ConfigureAwait(false);
                Ends.Add((serial, answer.ApplicationNumber + " " + answer.InventionTitle, null));
            }
            catch (JpoException error)
            {
                Ends.Add((serial, null, error));
            }
            catch (Exception error)
            {
                Strange.Add(error);
            }
        }
    }

    /// <summary>An exception with all that hangs on it.</summary>
    private static string Whole(Exception error)
    {
        var words = new StringBuilder().Append(error);
        for (Exception? inner = error; inner != null; inner = inner.InnerException)
        {
            words.Append(inner.Message);
            foreach (System.Collections.DictionaryEntry entry in inner.Data)
            {
                words.Append(entry.Key).Append(entry.Value);
            }
        }

        return words.ToString();
    }

    private Fault Next()
    {
        if (_random.Next(5) > 0)
        {
            return new Fault { IsPass = true, Delay = TimeSpan.FromMilliseconds(_random.Next(3)) };
        }

        Faulty++;
        bool isCounted = _random.Next(2) == 0;
        return _random.Next(12) switch
        {
            0 or 1 => new Fault { Code = Codes[_random.Next(Codes.Length)], IsCounted = isCounted },
            2 => new Fault { Code = Codes[_random.Next(Codes.Length)], Status = Statuses[_random.Next(Statuses.Length)], IsCounted = isCounted },
            3 or 4 => new Fault { Status = Statuses[_random.Next(Statuses.Length)], IsCounted = isCounted },
            5 => new Fault { IsPage = true, Status = _random.Next(2) == 0 ? 200 : 503, IsCounted = isCounted },
            6 => new Fault { Breakage = Breakage.BeforeAnswer, IsCounted = isCounted },
            7 or 8 => new Fault { Breakage = Breakage.WithinBody },
            9 => new Fault { Body = """{"result":{"statusCode":"100","data":{"appl""", IsCounted = isCounted },
            10 => new Fault { Body = string.Empty, Status = 200, IsCounted = isCounted },
            _ => _random.Next(10) == 0 ? new Fault { Breakage = Breakage.Hang, IsCounted = isCounted } : new Fault { Code = "107" },
        };
    }

    /// <summary>Now and then the service repeats what it was sent, where one looks for it and where not.</summary>
    private static ServiceAnswer Echo(ApiCall call, ServiceAnswer good) => (call.Parameters[^1] - '0') switch
    {
        3 => ServiceAnswer.Envelope(200, "204", "you sent " + call.Request.Authorization, call.Remaining),
        5 => ServiceAnswer.Json(502, "<html><body>" + call.Request.Authorization + "</body></html>"),
        7 => ServiceAnswer.Json(200, Encoding.UTF8.GetString(good.Body).Replace("架空の発明", call.Request.Authorization!["Bearer ".Length..], StringComparison.Ordinal), "100"),
        _ => good,
    };
}
