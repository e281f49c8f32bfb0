using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Calls for one case at once cost one access; calls for different cases never wait for each other.</summary>
public sealed class FlightTests
{
    [Fact]
    public async Task Two_who_ask_for_the_same_case_at_once_spend_one_access_and_the_second_says_what_it_waits_for()
    {
        using var bench = new Bench();
        using JpoClient other = bench.NewClient();
        var told = new Activities();
        bench.Time.Run(() => bench.Client.ConnectAsync());
        bench.Service.Faults.Add(new Fault { IsPass = true, Delay = TimeSpan.FromSeconds(2) });

        Task<PatentProgress> first = bench.GetAsync(1);
        Task<PatentProgress> second = other.Patents.GetProgressAsync(TestNumber.Patent(1), new JpoCallOptions { Activity = told });
        bench.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.False((await first).FromCache);
        Assert.True((await second).FromCache);
        Assert.Single(bench.Service.Log.Calls);
        Assert.StartsWith("1-1 patent/app_progress 2020000001: another call on this machine is fetching this answer already", Assert.Single(told.Of(JpoActivityKind.Waiting)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_waits_for_another_to_fetch_can_be_stopped()
    {
        using var bench = new Bench();
        using var stop = new CancellationTokenSource();
        bench.Time.Run(() => bench.Client.ConnectAsync());
        bench.Service.Faults.Add(new Fault { IsPass = true, Delay = TimeSpan.FromSeconds(2) });
        Task<PatentProgress> first = bench.GetAsync(1);

        Task<PatentProgress> second = bench.Client.Patents.GetProgressAsync(TestNumber.Patent(1), cancellationToken: stop.Token);
        Assert.False(second.IsCompleted);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        bench.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.False((await first).FromCache);
    }

    [Fact]
    public async Task One_who_waits_for_another_waits_no_longer_than_a_call_may_take()
    {
        using var bench = new Bench();
        using JpoClient other = bench.NewClient(callTimeout: TimeSpan.FromSeconds(7));
        bench.Time.Run(() => bench.Client.ConnectAsync());
        bench.Service.Faults.Add(new Fault { IsPass = true, Delay = TimeSpan.FromSeconds(60) });
        Task<PatentProgress> first = bench.GetAsync(1);
        DateTimeOffset before = bench.Time.GetUtcNow();

        JpoServiceException error = Assert.Throws<JpoServiceException>(() => bench.Time.Run(() => bench.GetAsync(1, other)));

        Assert.Equal(TimeSpan.FromSeconds(7), bench.Time.GetUtcNow() - before);
        Assert.Equal((JpoServiceProblem.Timeout, ApiCatalog.PatentProgress), (error.Problem, error.Api));
        Assert.Contains("may take 7 s (CallTimeout)", error.Message, StringComparison.Ordinal);
        Assert.Empty(other.RecentFailures);
        bench.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.False((await first).FromCache);
        Assert.Single(bench.Service.Log.Calls);
    }

    [Fact]
    public void Calls_for_different_cases_never_wait_for_each_other_however_many_there_are()
    {
        using var bench = new Bench();
        using JpoClient bulk = bench.NewClient(perMinute: 1);
        bench.Service.Counters.SetLimit(ApiCatalog.PatentProgress, 5000);
        bench.Client.SetQuotaLimit(ApiCatalog.PatentProgress, 5000);
        bench.Get(0, bulk);
        using var stop = new CancellationTokenSource();
        Task<PatentProgress> waiting = bulk.Patents.GetProgressAsync(TestNumber.Patent(1), cancellationToken: stop.Token);
        DateTimeOffset before = bench.Time.GetUtcNow();

        // Of any thousand names of 256 that there could be, four are the waiting call's.
        for (int serial = 2; serial < 1002; serial++)
        {
            bench.Get(serial);
        }

        Assert.Equal(before, bench.Time.GetUtcNow());
        Assert.False(waiting.IsCompleted);
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => waiting.GetAwaiter().GetResult());
    }

    [Fact]
    public void One_who_falls_silent_is_taken_over_from_and_one_who_lives_is_not()
    {
        using var folder = new TempFolder();
        var time = new FakeTime();
        var stopped = new FakeTime();
        string path = Path.Combine(folder.Path, "flights.board");
        IDisposable? suspended = Enter(new FlightBoard(path, stopped), "a", stopped);
        IDisposable? living = Enter(new FlightBoard(path, time), "b", time);
        DateTimeOffset before = time.GetUtcNow();

        using IDisposable? next = Enter(new FlightBoard(path, time), "a", time);

        Assert.NotNull(next);
        Assert.InRange(time.GetUtcNow() - before, FlightBoard.Patience, FlightBoard.Patience + TimeSpan.FromSeconds(1));

        // It comes back to life: what it gives up is its own entry, which is no more, and not its successor's.
        suspended!.Dispose();
        Assert.False(IsFree(path, "a", time));

        time.Advance(TimeSpan.FromMinutes(5));
        Assert.False(IsFree(path, "b", time));
        living!.Dispose();
        Assert.True(IsFree(path, "b", time));
    }

    [Fact]
    public void Entries_do_not_pile_up_and_those_of_the_dead_are_used_again()
    {
        using var folder = new TempFolder();
        var time = new FakeTime();
        string path = Path.Combine(folder.Path, "flights.board");
        for (int i = 0; i < 1000; i++)
        {
            Enter(new FlightBoard(path, time), i.ToString(), time)!.Dispose();
        }

        Assert.InRange(new FileInfo(path).Length, 1, 4096);

        // Processes that were killed leave theirs behind.
        var dead = new FakeTime();
        Assert.All(Enumerable.Range(0, 128), i => Assert.NotNull(Enter(new FlightBoard(path, dead), "dead" + i, dead)));
        Assert.Null(Enter(new FlightBoard(path, time), "one more", time));
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.NotNull(Enter(new FlightBoard(path, time), "one more", time));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("cut")]
    [InlineData("gone")]
    [InlineData("folder gone")]
    public void A_board_that_is_damaged_costs_no_call(string how)
    {
        using var bench = new Bench();
        bench.Get(1);
        string path = Directory.GetFiles(bench.StatePath, "flights*", SearchOption.AllDirectories).Single();
        switch (how)
        {
            case "garbage":
                byte[] noise = new byte[128 * 24];
                new Random(1).NextBytes(noise);
                File.WriteAllBytes(path, noise);
                break;
            case "cut":
                File.WriteAllBytes(path, [1, 2, 3]);
                break;
            case "gone":
                File.Delete(path);
                break;
            default:
                Directory.Delete(bench.StatePath, recursive: true);
                break;
        }

        Assert.Equal("2020000002", bench.Get(2).ApplicationNumber);
        Assert.Equal("2020000003", bench.Get(3).ApplicationNumber);
        Assert.Equal(FakeTime.Noon, bench.Time.GetUtcNow());
    }

    [Fact]
    public void A_file_that_another_holds_costs_a_moment_and_no_call()
    {
        using var bench = new Bench();
        bench.Get(1);
        string path = Directory.GetFiles(bench.StatePath, "flights*", SearchOption.AllDirectories).Single();
        using (StateFile.TryOpenAlone(new KeptFile(path)))
        {
            Assert.Equal("2020000002", bench.Get(2).ApplicationNumber);
        }

        Assert.InRange(bench.Time.GetUtcNow() - FakeTime.Noon, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static IDisposable? Enter(FlightBoard board, string key, FakeTime time) =>
        time.Run(() => board.EnterAsync(key, key, new CallBudget(time, TimeSpan.FromMinutes(5)), null, default).AsTask());

    private static bool IsFree(string path, string key, FakeTime time)
    {
        using var impatient = new CancellationTokenSource();
        ValueTask<IDisposable?> entered = new FlightBoard(path, time).EnterAsync(key, key, new CallBudget(time, TimeSpan.FromMinutes(5)), null, impatient.Token);
        if (entered.IsCompletedSuccessfully)
        {
            entered.Result!.Dispose();
            return true;
        }

        impatient.Cancel();
        return false;
    }
}
