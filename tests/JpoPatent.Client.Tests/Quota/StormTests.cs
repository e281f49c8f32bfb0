using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Processes of one ID on one machine near the end of the day, while something is wrong with the state folder: never an access beyond the limit, and the book agrees with the server.</summary>
[Collection(nameof(ManyProcessesTests))]
public sealed class StormTests : IAsyncLifetime
{
    private static readonly ApiDescriptor Progress = ApiCatalog.PatentProgress;

    private readonly TempFolder _folder = new();
    private LoopbackServer _server = null!;

    private ScriptedService Service => _server.Service;

    private string Book => Directory.GetFiles(_folder.Path, StateFolder.QuotaFile, SearchOption.AllDirectories).Single();

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(4)]
    [InlineData(2)]
    public async Task Where_locks_do_nothing_it_is_said_once_and_the_limit_still_holds(int lockless)
    {
        WorkerProcess[] workers = Enumerable.Range(0, 4).Select(i => NewWorker(i * 300, 300, isLockless: i < lockless)).ToArray();

        string[] lines = await RunAsync(workers);

        AssertSpent(800);
        Assert.Equal(800, Used());
        Assert.Equal(lockless, lines.Count(line => line.StartsWith("warning File locks do nothing", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.StartsWith("warning The state folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_locks_do_nothing_the_limit_holds_also_when_processes_are_killed()
    {
        WorkerProcess[] workers = Enumerable.Range(0, 3).Select(i => NewWorker(i * 500, 500, isLockless: true)).ToArray();
        for (int kill = 0; kill < 5; kill++)
        {
            using WorkerProcess killed = NewWorker(2000 + (kill * 100), 100, isLockless: true);
            await killed.KillAfterAsync(20);
        }

        await RunAsync(workers);

        // Each kill can cost the accesses that its two connections had booked and not made.
        Assert.Equal(0, Service.Log.CountOf("203"));
        Assert.InRange(Service.Counters.Used(Progress), 790, 800);
    }

    [Fact]
    public async Task A_lock_that_is_held_for_too_long_sends_nobody_away_for_good()
    {
        await SpendAsync(680);
        IDisposable held = FileLock.Acquire(Book + ".lock");
        WorkerProcess[] workers = Enumerable.Range(0, 3).Select(i => new WorkerProcess(_server.BaseUri, _folder.Path, 1000 + (i * 500), 500)).ToArray();
        foreach (WorkerProcess worker in workers)
        {
            await worker.WaitForAsync("warning The state folder");
        }

        held.Dispose();
        await RunAsync(workers);

        AssertSpent(800);
        Assert.Equal(800, Used());
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("cut")]
    [InlineData("overwrite")]
    [InlineData("put back")]
    public async Task A_book_that_is_damaged_again_and_again_near_the_limit_costs_no_access_beyond_it(string how)
    {
        await SpendAsync(700);
        using (JpoClient client = NewClient())
        {
            client.SetQuotaLimit(ApiCatalog.PatentCitation, 7);
        }

        byte[] copy = await File.ReadAllBytesAsync(Book);
        int calls = 0;
        Service.BeforeAnswer = async _ =>
        {
            if (Interlocked.Increment(ref calls) % 20 == 0)
            {
                await DamageAsync(how, copy);
            }
        };
        WorkerProcess[] workers = Enumerable.Range(0, 4).Select(i => new WorkerProcess(_server.BaseUri, _folder.Path, 1000 + (i * 500), 500)).ToArray();

        await RunAsync(workers);

        AssertSpent(800);
    }

    [Fact]
    public async Task A_folder_that_can_be_read_but_not_written_is_not_empty_and_its_processes_see_each_other()
    {
        await SpendAsync(795);

        // What a medium that became read-only does to us, also where the tests run as root: the lock cannot be opened any more.
        File.Delete(Book + ".lock");
        Directory.CreateDirectory(Book + ".lock");
        WorkerProcess[] workers = Enumerable.Range(0, 3).Select(i => new WorkerProcess(_server.BaseUri, _folder.Path, 1000 + (i * 500), 100)).ToArray();

        await RunAsync(workers);

        AssertSpent(800);
        Directory.Delete(Book + ".lock");
        await RunAsync(new WorkerProcess(_server.BaseUri, _folder.Path, 9000, 5));
        AssertSpent(800);
    }

    private async Task DamageAsync(string how, byte[] copy)
    {
        try
        {
            switch (how)
            {
                case "delete":
                    File.Delete(Book);
                    break;
                case "cut":
                    using (FileStream cut = new(Book, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
                    {
                        cut.SetLength(7);
                    }

                    break;
                case "overwrite":
                    await WriteAsync(new byte[copy.Length]);
                    break;
                default:
                    await WriteAsync(copy);
                    break;
            }
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // It is gone at the moment.
        }

        async Task WriteAsync(byte[] bytes)
        {
            using FileStream file = new(Book, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            await file.WriteAsync(bytes);
        }
    }

    private async Task SpendAsync(int count)
    {
        using JpoClient client = NewClient();
        for (int serial = 0; serial < count; serial++)
        {
            await client.Patents.GetProgressAsync(TestNumber.Patent(serial));
        }
    }

    private WorkerProcess NewWorker(int from, int count, bool isLockless) => new(
        _server.BaseUri, _folder.Path, from, count, environment: isLockless ? new Dictionary<string, string> { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" } : null);

    private static async Task<string[]> RunAsync(params WorkerProcess[] workers)
    {
        IReadOnlyList<string>[] lines = await Task.WhenAll(workers.Select(worker => worker.RunToEndAsync()));
        return lines.SelectMany(of => of).ToArray();
    }

    private void AssertSpent(int count)
    {
        Assert.Equal((0, count), (Service.Log.CountOf("203"), Service.Counters.Used(Progress)));
    }

    private int Used()
    {
        using JpoClient client = NewClient();
        return client.GetQuota(Progress).Used;
    }

    private JpoClient NewClient() => new(new JpoClientOptions
    {
        Credential = TestClient.Credential(),
        BaseUri = _server.BaseUri,
        StatePath = _folder.Path,
        RequestsPerMinute = 0,
        OpdRequestsPerMinute = 0,
    });
}
