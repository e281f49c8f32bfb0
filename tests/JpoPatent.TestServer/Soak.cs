using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.TestServer;

/// <summary>
/// Storms for as long as one likes: processes of one ID near the end of the day, while something goes wrong that a seed chooses. After each it is checked that book and server agree, that
/// nothing was asked twice, that every input was answered or named, and that no secret was written anywhere.
/// </summary>
internal static class Soak
{
    private static readonly ApiDescriptor Progress = ApiCatalog.PatentProgress;
    private static readonly string[] Storms = ["calm", "faults", "kills", "stalls", "damage", "read-only", "no locks", "suspends"];

    /// <returns>How many storms were lost.</returns>
    internal static async Task<int> RunAsync(ReadOnlyMemory<string> arguments)
    {
        var options = new CommandLine(arguments.Span, ["--seed", "--minutes", "--storm"]);
        int seed = options.Number("--seed") ?? Environment.TickCount & 0xFFFFFF;
        TimeSpan span = TimeSpan.FromMinutes(options.Number("--minutes") ?? 5);
        Console.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var running = Stopwatch.StartNew();
        int lost = 0;
        int storms = 0;
        do
        {
            string storm = Storms[random.Next(Storms.Length)];
            if (options.Text("--storm") is { } only)
            {
                storm = only;
            }

            string? problem = await new Storm(storm, random.Next()).RunAsync().ConfigureAwait(false);
            storms++;
            lost += problem == null ? 0 : 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{running.Elapsed:hh\\:mm\\:ss} {storms} {storm}: {problem ?? "held"}"));
        }
        while (running.Elapsed < span);

        Console.WriteLine($"{storms - lost} passed, {lost} failed (seed {seed})");
        return lost;
    }

    /// <summary>One storm.</summary>
    private sealed class Storm
    {
        private readonly Random _random;
        private readonly string _kind;
        private readonly string _folder = Directory.CreateTempSubdirectory("jpo-soak-").FullName;
        private readonly List<string> _lines = [];
        private int _killed;

        internal Storm(string kind, int seed)
        {
            _kind = kind;
            _random = new Random(seed);
        }

        private string Book => Directory.GetFiles(_folder, StateFolder.QuotaFile, SearchOption.AllDirectories).Single();

        internal async Task<string?> RunAsync()
        {
            await using LoopbackServer server = await LoopbackServer.StartAsync().ConfigureAwait(false);
            try
            {
                return await PlayAsync(server).ConfigureAwait(false);
            }
            finally
            {
                Directory.Delete(_folder, recursive: true);
            }
        }

        private async Task<string?> PlayAsync(LoopbackServer server)
        {
            int left = _random.Next(60, 300);
            int processes = _random.Next(2, 5);
            int each = _random.Next(20, 200);
            server.Service.Counters.SetLeft(Progress, left);
            if (_kind == "faults")
            {
                server.Service.Faults.Add([.. Enumerable.Range(0, left / 4).SelectMany(_ => NextFaults())]);
            }

            // One before the storm, so that there is a book.
            await RunAsync(server, 900_000, 1).ConfigureAwait(false);
            using var over = new CancellationTokenSource();
            byte[] copy = await File.ReadAllBytesAsync(Book).ConfigureAwait(false);
            int calls = 0;
            server.Service.BeforeAnswer = async _ =>
            {
                await Task.Delay(_random.Next(0, 8)).ConfigureAwait(false);
                if (_kind == "damage" && Interlocked.Increment(ref calls) % 17 == 0)
                {
                    Damage(copy);
                }
            };
            IDisposable? held = null;
            if (_kind == "read-only")
            {
                File.Delete(Book + ".lock");
                Directory.CreateDirectory(Book + ".lock");
            }
            else if (_kind == "stalls")
            {
                held = FileLock.Acquire(Book + ".lock");
                _ = Task.Delay(TimeSpan.FromSeconds(12), CancellationToken.None).ContinueWith(_ => held.Dispose(), TaskScheduler.Default);
            }

            await Task.WhenAll(Enumerable.Range(0, processes).Select(i => RunAsync(server, i * 1000, each))).ConfigureAwait(false);
            if (_kind == "read-only")
            {
                Directory.Delete(Book + ".lock");
            }

            await RunAsync(server, 910_000, 3).ConfigureAwait(false);
            return Check(server, processes, each);
        }

        private string? Check(LoopbackServer server, int processes, int each)
        {
            int counted = server.Service.Counters.Used(Progress);
            int used = Used(server);
            int beyond = server.Service.Log.CountOf("203");
            if (beyond > 0)
            {
                return $"{beyond} answers 203";
            }

            // Of a call that was killed, or whose connection broke, nobody can know whether the service counted it: the book then counts it.
            bool isSure = _kind is not ("kills" or "faults" or "suspends");
            if (used < counted || (isSure && used != counted))
            {
                return $"the book has {used}, the server {counted}";
            }

            IGrouping<string, LoggedCall>? twice = server.Service.Log.Calls.Where(call => call.Code == "100").GroupBy(call => call.Path).FirstOrDefault(same => same.Count() > 1);
            if (twice != null && isSure)
            {
                return $"{twice.Key} was answered {twice.Count()} times";
            }

            int named = _lines.Count(line => char.IsAsciiDigit(line[^1]) && !line.StartsWith("warning", StringComparison.Ordinal));
            if (_killed == 0 && named != (processes * each) + 4)
            {
                return $"{named} of {(processes * each) + 4} inputs were answered or named";
            }

            string[] secrets = [TokenDesk.DefaultPassword, .. server.Service.Tokens.HandedOut];
            string? leak = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText).Concat(_lines).FirstOrDefault(text => secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)));
            return leak == null ? null : "a secret was written";
        }

        private IEnumerable<Fault> NextFaults()
        {
            for (int pass = _random.Next(0, 5); pass > 0; pass--)
            {
                yield return new Fault { IsPass = true };
            }

            yield return _random.Next(6) switch
            {
                0 => new Fault { Breakage = Breakage.BeforeAnswer, IsCounted = _random.Next(2) == 0 },
                1 => new Fault { Breakage = Breakage.WithinBody },
                2 => new Fault { Code = "303", IsCounted = false },
                3 => new Fault { Code = "302" },
                4 => new Fault { Status = 503, IsPage = true, IsCounted = false },
                _ => new Fault { Code = "999", Status = 500 },
            };
        }

        private void Damage(byte[] copy)
        {
            try
            {
                switch (_random.Next(4))
                {
                    case 0:
                        File.Delete(Book);
                        break;
                    case 1:
                        using (FileStream cut = new(Book, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
                        {
                            cut.SetLength(_random.Next(0, 5000));
                        }

                        break;
                    default:
                        byte[] bytes = _random.Next(2) == 0 ? copy : new byte[copy.Length];
                        using (FileStream file = new(Book, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
                        {
                            file.Write(bytes);
                        }

                        break;
                }
            }
            catch (Exception error) when (error is IOException or InvalidOperationException)
            {
                // It is gone at the moment.
            }
        }

        private async Task RunAsync(LoopbackServer server, int from, int count)
        {
            bool isVictim = from < 900_000;
            bool isKilled = isVictim && _kind == "kills";
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (string argument in (string[])[
                typeof(Soak).Assembly.Location, "worker", "--base", server.BaseUri.GetLeftPart(UriPartial.Authority), "--state", _folder,
                "--from", from.ToString(CultureInfo.InvariantCulture), "--count", count.ToString(CultureInfo.InvariantCulture), "--clients", "2"])
            {
                start.ArgumentList.Add(argument);
            }

            if (_kind == "no locks")
            {
                start.Environment["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1";
            }

            using Process process = Process.Start(start)!;
            int until;
            lock (_random)
            {
                until = _random.Next(1, 30);
            }

            for (int line = 0; await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } text; line++)
            {
                lock (_lines)
                {
                    _lines.Add(text);
                }

                if (isKilled && line == until)
                {
                    Interlocked.Increment(ref _killed);
                    process.Kill();
                    break;
                }

                if (isVictim && _kind == "suspends" && line == until)
                {
                    await SignalAsync(process, "STOP").ConfigureAwait(false);
                    await Task.Delay(TimeSpan.FromSeconds(3)).ConfigureAwait(false);
                    await SignalAsync(process, "CONT").ConfigureAwait(false);
                }
            }

            await process.WaitForExitAsync().ConfigureAwait(false);
        }

        private static async Task SignalAsync(Process process, string name)
        {
            using Process kill = Process.Start("kill", ["-" + name, process.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync().ConfigureAwait(false);
        }

        private int Used(LoopbackServer server)
        {
            using var client = new JpoClient(new JpoClientOptions { Credential = TestClient.Credential(), BaseUri = server.BaseUri, StatePath = _folder });
            return client.GetQuota(Progress).Used;
        }
    }
}
