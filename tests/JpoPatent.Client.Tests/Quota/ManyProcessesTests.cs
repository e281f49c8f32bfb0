using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Processes that share one ID on one machine, against a server that counts.</summary>
[Collection(nameof(ManyProcessesTests))]
[CollectionDefinition(nameof(ManyProcessesTests), DisableParallelization = true)]
public sealed class ManyProcessesTests : IAsyncLifetime
{
    private static readonly ApiDescriptor Progress = ApiCatalog.PatentProgress;

    private readonly TempFolder _folder = new();
    private LoopbackServer _server = null!;

    private ScriptedService Service => _server.Service;

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Four_processes_of_two_connections_use_eight_hundred_accesses_to_the_last_and_none_beyond()
    {
        IReadOnlyList<string> lines = await RunFourAsync(eachCount: 500);

        Assert.Equal(800, lines.Count(line => line.StartsWith("100 ", StringComparison.Ordinal)));
        Assert.Equal(1200, lines.Count(line => line.StartsWith(nameof(JpoQuotaExhaustedException), StringComparison.Ordinal)));
        Assert.Equal(800, Service.Log.CountOf("100"));
        Assert.Equal(800, Service.Log.Calls.Count);
        Assert.Equal(800, Service.Log.Calls.Select(call => call.Path).Distinct().Count());
        Assert.Equal(800, Service.Counters.Used(Progress));
        Assert.Equal(800, Used());
    }

    [Fact]
    public async Task A_second_machine_that_spends_meanwhile_is_noticed_in_time()
    {
        int counted = 0;
        Service.BeforeAnswer = _ =>
        {
            if (Interlocked.Increment(ref counted) == 200)
            {
                Service.Counters.Spend(Progress, 300);
            }

            return Task.CompletedTask;
        };

        IReadOnlyList<string> lines = await RunFourAsync(eachCount: 250);

        Assert.Equal(500, lines.Count(line => line.StartsWith("100 ", StringComparison.Ordinal)));
        Assert.Equal(0, Service.Log.CountOf("203"));
        Assert.Equal(800, Service.Counters.Used(Progress));
        Assert.Equal(800, Used());
    }

    [Fact]
    public async Task Processes_that_ask_for_the_same_numbers_at_once_spend_one_access_on_each()
    {
        WorkerProcess[] workers = Enumerable.Range(0, 4).Select(_ => new WorkerProcess(_server.BaseUri, _folder.Path, from: 0, count: 60)).ToArray();

        IReadOnlyList<string>[] lines = await Task.WhenAll(workers.Select(worker => worker.RunToEndAsync()));

        Assert.Empty(Service.Log.Calls.GroupBy(call => call.Path).Where(same => same.Count() > 1).Select(same => string.Join(" | ", same)));
        Assert.Equal(60, Service.Log.Calls.Count);
        Assert.Equal(240, lines.Sum(of => of.Count(line => line.StartsWith("100", StringComparison.Ordinal))));
        Assert.Equal(180, lines.Sum(of => of.Count(line => line.StartsWith("100 cached", StringComparison.Ordinal))));
        Assert.Equal(60, Used());
    }

    [Fact]
    public async Task Fifty_processes_killed_at_random_leave_no_lock_and_no_access_uncounted()
    {
        const int Kills = 50;
        var random = new Random(20261120);
        int[] linesBeforeDeath = Enumerable.Range(0, Kills).Select(_ => random.Next(0, 12)).ToArray();
        int next = -1;

        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            for (int i = Interlocked.Increment(ref next); i < Kills; i = Interlocked.Increment(ref next))
            {
                using var worker = new WorkerProcess(_server.BaseUri, _folder.Path, from: i * 1000, count: 1000);
                await worker.KillAfterAsync(linesBeforeDeath[i]);

                // In this order: what the server has counted by now, the book has held since before.
                int counted = Service.Counters.Used(Progress);
                Assert.True(Used() >= counted, $"after kill {i} the book holds {Used()} and the server {counted}");
            }
        }));

        foreach (string file in Directory.GetFiles(_folder.Path, "*.lock", SearchOption.AllDirectories))
        {
            using IDisposable? held = FileLock.TryAcquire(file);
            Assert.NotNull(held);
        }

        using var last = new WorkerProcess(_server.BaseUri, _folder.Path, from: 100_000, count: 1000);
        IReadOnlyList<string> lines = await last.RunToEndAsync();

        Assert.Equal(0, Service.Log.CountOf("203"));
        Assert.Equal("done", lines[^1]);
        Assert.DoesNotContain(lines, line => line.StartsWith("warning The", StringComparison.Ordinal));
        Assert.Equal(0, 800 - Used());
        Assert.True(Service.Counters.Used(Progress) <= 800);
        Assert.True(Service.Counters.Used(Progress) >= 800 - (Kills * 2), $"{Service.Counters.Used(Progress)} of 800 were used");
    }

    private async Task<IReadOnlyList<string>> RunFourAsync(int eachCount)
    {
        WorkerProcess[] workers = Enumerable.Range(0, 4).Select(i => new WorkerProcess(_server.BaseUri, _folder.Path, i * eachCount, eachCount)).ToArray();
        IReadOnlyList<string>[] lines = await Task.WhenAll(workers.Select(worker => worker.RunToEndAsync()));
        return lines.SelectMany(of => of).ToArray();
    }

    private int Used()
    {
        using var client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(),
            BaseUri = _server.BaseUri,
            StatePath = _folder.Path,
        });
        return client.GetQuota(Progress).Used;
    }
}
