using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

public sealed class PacingTests
{
    private static readonly Func<CancellationToken, ValueTask> NothingToPrepare = static _ => default;

    private readonly FakeTime _time = new();
    private readonly MemoryRecordStore _store = new(2);
    private readonly long _start = new FakeTime().GetTimestamp();

    /// <summary>When calls went out, by the monotonic clock: what the service at the other end of the line sees, whatever happens to our clocks.</summary>
    private readonly List<TimeSpan> _calls = [];

    [Theory]
    [InlineData(ApiGroup.Domestic, 10)]
    [InlineData(ApiGroup.Opd, 5)]
    public void No_more_calls_than_allowed_go_out_in_any_minute_and_hardly_fewer_in_an_hour(ApiGroup group, int perMinute)
    {
        Pacer pacer = NewPacer();

        _time.Run(() => CallUntilAsync(pacer, ApiOf(group), TimeSpan.FromHours(1)));

        AssertWindow(perMinute);
        Assert.True(_calls.Count >= perMinute * 60 * 0.99, _calls.Count + " calls");
    }

    [Fact]
    public void Calls_that_take_a_while_lose_nothing_of_the_rate()
    {
        Pacer pacer = NewPacer();

        _time.Run(() => CallUntilAsync(pacer, ApiCatalog.PatentProgress, TimeSpan.FromHours(1), takes: TimeSpan.FromSeconds(1.6)));

        AssertWindow(10);
        Assert.True(_calls.Count >= 594, _calls.Count + " calls");
    }

    [Fact]
    public void Two_groups_do_not_wait_for_each_other()
    {
        Pacer pacer = NewPacer();

        _time.Run(
            () => CallAsync(pacer, ApiCatalog.PatentProgress, 10),
            () => CallAsync(pacer, ApiCatalog.OpdFamily, 5));

        Assert.All(_calls, call => Assert.Equal(TimeSpan.Zero, call));
    }

    [Fact]
    public void Connections_and_processes_that_share_the_folder_share_the_minute()
    {
        Pacer[] pacers = [NewPacer(), NewPacer(), NewPacer(), NewPacer()];

        _time.Run(pacers.Select(pacer => (Func<Task>)(() => CallUntilAsync(pacer, ApiCatalog.PatentProgress, TimeSpan.FromMinutes(20)))).ToArray());

        AssertWindow(10);
        Assert.True(_calls.Count >= 198, _calls.Count + " calls");
    }

    [Fact]
    public void A_bulk_run_of_fifty_tasks_lets_a_single_call_through_within_a_minute()
    {
        Pacer bulk = NewPacer();
        Pacer single = NewPacer();
        var waits = new List<TimeSpan>();

        _time.Run(
            () => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CallAsync(bulk, ApiCatalog.PatentProgress, 4))),
            async () =>
            {
                for (int i = 0; i < 15; i++)
                {
                    await Task.Delay(TimeSpan.FromSeconds(17), _time);
                    long asked = _time.GetTimestamp();
                    await CallAsync(single, ApiCatalog.PatentProgress, 1);
                    waits.Add(_time.GetElapsedTime(asked));
                }
            });

        AssertWindow(10);
        Assert.Equal(215, _calls.Count);
        Assert.All(waits, wait => Assert.True(wait <= SlidingWindow.Length, wait.ToString()));
    }

    [Fact]
    public void A_thousand_calls_that_wait_at_once_still_keep_to_the_minute()
    {
        Pacer pacer = NewPacer();

        _time.Run(() => Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => CallAsync(pacer, ApiCatalog.PatentProgress, 1))));

        Assert.Equal(1000, _calls.Count);
        AssertWindow(10);
    }

    [Fact]
    public void A_connection_may_set_itself_a_lower_rate()
    {
        var pacer = new Pacer(_store, domestic: 3, opd: 5, _time);

        _time.Run(() => CallUntilAsync(pacer, ApiCatalog.PatentProgress, TimeSpan.FromMinutes(10)));

        AssertWindow(3);
    }

    [Fact]
    public void Without_pacing_nothing_waits_and_nothing_is_written()
    {
        var pacer = new Pacer(_store, 0, 0, _time);

        Assert.False(pacer.Paces(ApiGroup.Domestic));
        _time.Run(() => CallAsync(pacer, ApiCatalog.PatentProgress, 100));

        Assert.Empty(_store.Read(0));
        Assert.All(_calls, call => Assert.Equal(TimeSpan.Zero, call));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(24 * 365)]
    [InlineData(-24 * 365)]
    [InlineData(0.005)]
    [InlineData(-0.005)]
    public void A_wall_clock_that_is_set_while_calls_wait_gives_no_burst_and_no_endless_wait(double hours)
    {
        Pacer pacer = NewPacer();

        _time.Run(
            () => CallUntilAsync(pacer, ApiCatalog.PatentProgress, TimeSpan.FromMinutes(20)),
            async () =>
            {
                for (int i = 0; i < 3; i++)
                {
                    await Task.Delay(TimeSpan.FromSeconds(130), _time);
                    _time.SetWallBy(TimeSpan.FromHours(hours));
                }
            });

        AssertWindow(10);
        AssertNoGapAbove(TimeSpan.FromSeconds(61 + 20));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_wall_clock_that_is_set_between_two_processes_gives_no_burst_either(double hours)
    {
        _time.Run(() => CallAsync(NewPacer(), ApiCatalog.PatentProgress, 10));
        _time.Advance(TimeSpan.FromSeconds(5));
        _time.SetWallBy(TimeSpan.FromHours(hours));

        _time.Run(() => CallAsync(NewPacer(), ApiCatalog.PatentProgress, 10));

        AssertWindow(10);
        AssertNoGapAbove(TimeSpan.FromSeconds(61));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_machine_that_slept_goes_on_without_a_burst(bool isWindows)
    {
        Pacer[] pacers = [NewPacer(), NewPacer(), NewPacer()];
        Func<Task>[] lanes = pacers.Select(pacer => (Func<Task>)(() => CallUntilAsync(pacer, ApiCatalog.PatentProgress, TimeSpan.FromHours(9)))).ToArray();

        _time.Run([.. lanes, async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(100), _time);
            if (isWindows)
            {
                _time.SuspendOnWindows(TimeSpan.FromHours(8));
            }
            else
            {
                _time.Suspend(TimeSpan.FromHours(8));
            }
        }]);

        AssertWindow(10);
    }

    [Fact]
    public void A_restart_of_the_machine_does_not_stop_anybody()
    {
        _time.Run(() => CallAsync(NewPacer(), ApiCatalog.PatentProgress, 10));
        var afterRestart = new FakeTime(FakeTime.Noon.AddMinutes(2));
        afterRestart.Advance(TimeSpan.FromDays(-3) + TimeSpan.FromSeconds(20));
        afterRestart.SetWallBy(TimeSpan.FromDays(3));
        var pacer = new Pacer(_store, 10, 5, afterRestart);
        DateTimeOffset before = afterRestart.GetUtcNow();

        afterRestart.Run(async () => await pacer.WaitAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default));

        Assert.Equal(before, afterRestart.GetUtcNow());
    }

    [Fact]
    public void A_stop_gives_the_place_back_at_once()
    {
        Pacer pacer = NewPacer();
        _time.Run(() => CallAsync(pacer, ApiCatalog.PatentProgress, 10));
        using var stop = new CancellationTokenSource();

        ValueTask stopped = pacer.WaitAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, stop.Token);
        Assert.False(stopped.IsCompleted);
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => stopped.AsTask().GetAwaiter().GetResult());
        _time.Run(() => CallAsync(pacer, ApiCatalog.PatentProgress, 10));
        AssertWindow(10);
        Assert.Equal(SlidingWindow.Length, _calls[^1]);
    }

    [Fact]
    public void However_often_somebody_stops_and_asks_again_the_minute_holds()
    {
        Pacer pacer = NewPacer();
        _time.Run(() => CallAsync(pacer, ApiCatalog.PatentProgress, 10));
        for (int i = 0; i < 30; i++)
        {
            using var stop = new CancellationTokenSource();
            ValueTask stopped = pacer.WaitAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, stop.Token);
            stop.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => stopped.AsTask().GetAwaiter().GetResult());
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        _time.Run(() => CallAsync(pacer, ApiCatalog.PatentProgress, 10));

        AssertWindow(10);
        Assert.Equal(20, _calls.Count(call => call <= SlidingWindow.Length));
    }

    [Fact]
    public void A_stop_of_one_who_waits_in_the_middle_leaves_the_others_their_turn()
    {
        Pacer[] pacers = [NewPacer(), NewPacer(), NewPacer()];
        _time.Run(() => CallAsync(pacers[0], ApiCatalog.PatentProgress, 10));
        using var stop = new CancellationTokenSource();

        ValueTask first = pacers[0].WaitAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default);
        ValueTask middle = pacers[1].WaitAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, stop.Token);
        ValueTask last = pacers[2].WaitAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default);
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => middle.AsTask().GetAwaiter().GetResult());
        _time.Advance(SlidingWindow.Length);

        Assert.True(first.IsCompletedSuccessfully);
        Assert.True(last.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_login_that_takes_long_does_not_shift_a_call_within_the_window()
    {
        Pacer pacer = NewPacer();

        _time.Run(async () =>
        {
            for (int i = 0; i < 40; i++)
            {
                // Every tenth call has to wait for a token, which lets the place that it had pass by.
                TimeSpan login = TimeSpan.FromSeconds(i % 10 == 0 ? 40 : 0);
                await pacer.WaitAsync(
                    ApiCatalog.PatentProgress,
                    async _ =>
                    {
                        await _time.Wait(login, default);
                        login = TimeSpan.Zero;
                    },
                    null,
                    default);
                Went();
                await _time.Wait(TimeSpan.FromSeconds(3), default);
            }
        });

        AssertWindow(10);
    }

    [Fact]
    public void A_wait_is_told_with_its_length()
    {
        Pacer pacer = NewPacer();
        var activities = new Activities();

        _time.Run(async () =>
        {
            for (int i = 0; i < 11; i++)
            {
                await pacer.WaitAsync(ApiCatalog.PatentProgress, NothingToPrepare, activities, default);
            }
        });

        JpoActivity wait = Assert.Single(activities.All);
        Assert.Equal(JpoActivityKind.Waiting, wait.Kind);
        Assert.Equal(SlidingWindow.Length, wait.Delay);
        Assert.Equal("1-1 patent/app_progress: waiting 61 s for the limit of 10 calls a minute", wait.Message);
    }

    [Fact]
    public void A_record_that_makes_no_sense_is_a_new_beginning()
    {
        var store = new MemoryRecordStore(["5 -3 x", "99999999999999999999 1"]);
        var pacer = new Pacer(store, 10, 5, _time);

        _time.Run(() => CallAsync(pacer, ApiCatalog.PatentProgress, 20), () => CallAsync(pacer, ApiCatalog.OpdFamily, 10));

        Assert.Equal(30, _calls.Count);
        Assert.Equal(SlidingWindow.Length, _calls.Max());
    }

    private static ApiDescriptor ApiOf(ApiGroup group) => group == ApiGroup.Domestic ? ApiCatalog.PatentProgress : ApiCatalog.OpdFamily;

    private Pacer NewPacer() => new(_store, 10, 5, _time);

    private async Task CallAsync(Pacer pacer, ApiDescriptor api, int count)
    {
        for (int i = 0; i < count; i++)
        {
            await pacer.WaitAsync(api, NothingToPrepare, null, default).ConfigureAwait(false);
            Went();
        }
    }

    private async Task CallUntilAsync(Pacer pacer, ApiDescriptor api, TimeSpan end, TimeSpan takes = default)
    {
        while (_time.GetElapsedTime(_start) < end)
        {
            await pacer.WaitAsync(api, NothingToPrepare, null, default).ConfigureAwait(false);
            if (_time.GetElapsedTime(_start) >= end)
            {
                return;
            }

            Went();
            await _time.Wait(takes, default).ConfigureAwait(false);
        }
    }

    private void Went()
    {
        lock (_calls)
        {
            _calls.Add(_time.GetElapsedTime(_start));
        }
    }

    private void AssertWindow(int perMinute)
    {
        TimeSpan[] calls = _calls.Order().ToArray();
        for (int i = perMinute; i < calls.Length; i++)
        {
            TimeSpan span = calls[i] - calls[i - perMinute];
            Assert.True(span >= TimeSpan.FromSeconds(60), $"{perMinute + 1} calls within {span}, from {calls[i - perMinute]}");
        }
    }

    private void AssertNoGapAbove(TimeSpan longest)
    {
        TimeSpan[] calls = _calls.Order().ToArray();
        for (int i = 1; i < calls.Length; i++)
        {
            Assert.True(calls[i] - calls[i - 1] <= longest, $"nothing from {calls[i - 1]} to {calls[i]}");
        }
    }
}
