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
    private readonly MemoryRecordStore _store = new();
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
        Assert.True(_calls.Count >= 10 * 3600 / 61.6 * 0.99, _calls.Count + " calls");
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
        var pacer = NewPacer(domestic: 3);

        _time.Run(() => CallUntilAsync(pacer, ApiCatalog.PatentProgress, TimeSpan.FromMinutes(10)));

        AssertWindow(3);
    }

    [Fact]
    public void Without_pacing_nothing_waits_and_nothing_is_written()
    {
        var pacer = NewPacer(domestic: 0, opd: 0);

        Assert.False(pacer.Paces(ApiGroup.Domestic));
        _time.Run(() => CallAsync(pacer, ApiCatalog.PatentProgress, 100));

        Assert.Empty(_store[Pacer.Keys[0]]);
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
        _time.Run(() => CallAsync(NewPacer(common: Told(_time)), ApiCatalog.PatentProgress, 10));
        var afterRestart = new FakeTime(FakeTime.Noon.AddMinutes(2));
        afterRestart.Advance(TimeSpan.FromDays(-3) + TimeSpan.FromSeconds(20));
        afterRestart.SetWallBy(TimeSpan.FromDays(3));
        Pacer pacer = NewPacer(time: afterRestart, machine: "restarted", common: Told(afterRestart));
        DateTimeOffset before = afterRestart.GetUtcNow();

        afterRestart.Run(async () => await pacer.EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default));

        Assert.Equal(before, afterRestart.GetUtcNow());
    }

    [Fact]
    public void A_stop_gives_the_place_back_at_once()
    {
        Pacer pacer = NewPacer();
        _time.Run(() => CallAsync(pacer, ApiCatalog.PatentProgress, 10));
        using var stop = new CancellationTokenSource();

        ValueTask<PacingPlace> stopped = pacer.EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, stop.Token);
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
            ValueTask<PacingPlace> stopped = pacer.EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, stop.Token);
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

        ValueTask<PacingPlace> first = pacers[0].EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default);
        ValueTask<PacingPlace> middle = pacers[1].EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, stop.Token);
        ValueTask<PacingPlace> last = pacers[2].EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default);
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
                PacingPlace place = await pacer.EnterAsync(
                    ApiCatalog.PatentProgress,
                    async _ =>
                    {
                        await _time.Wait(login, default);
                        login = TimeSpan.Zero;
                    },
                    null,
                    default);
                Went();
                await pacer.LeaveAsync(ApiGroup.Domestic, place, wasSent: true);
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
                PacingPlace place = await pacer.EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, activities, default);
                await pacer.LeaveAsync(ApiGroup.Domestic, place, wasSent: true);
            }
        });

        JpoActivity wait = Assert.Single(activities.All);
        Assert.Equal(JpoActivityKind.Waiting, wait.Kind);
        Assert.Equal(SlidingWindow.Length, wait.Delay);
        Assert.Equal("1-1 patent/app_progress: waiting 61 s for the limit of 10 calls per minute", wait.Message);
    }

    [Fact]
    public void Everybody_who_waits_is_told_also_those_who_wait_behind_another_call_of_their_connection()
    {
        Pacer pacer = NewPacer();
        Activities[] told = [.. Enumerable.Range(0, 14).Select(_ => new Activities())];

        _time.Run(() => Task.WhenAll(told.Select(async activities =>
        {
            PacingPlace place = await pacer.EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, activities, default);
            await pacer.LeaveAsync(ApiGroup.Domestic, place, wasSent: true);
        })));

        Assert.All(told.Take(10), static activities => Assert.Empty(activities.All));
        Assert.All(told.Skip(10), static activities => Assert.Equal(JpoActivityKind.Waiting, activities.All[0].Kind));
        Assert.Equal(3, told.Count(static activities => activities.All.Any(static one => one.Message == "1-1 patent/app_progress: waiting behind other calls of this connection")));
    }

    [Fact]
    public void A_record_that_makes_no_sense_is_a_new_beginning()
    {
        var store = new MemoryRecordStore { [Pacer.Keys[0]] = "5 -3 x", [Pacer.Keys[1]] = "minute w:1:2:99999999999999999999:1:1:1 c:7" };
        Pacer pacer = NewPacer(store: store);

        _time.Run(() => CallAsync(pacer, ApiCatalog.PatentProgress, 20), () => CallAsync(pacer, ApiCatalog.OpdFamily, 10));

        Assert.Equal(30, _calls.Count);
        Assert.Equal(SlidingWindow.Length, _calls.Max());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void However_long_each_call_is_on_its_way_the_service_never_sees_more_and_the_rate_is_kept(int seed)
    {
        var random = new Random(seed);
        Pacer[] pacers = [NewPacer(), NewPacer(), NewPacer()];
        var took = new List<TimeSpan>();

        _time.Run(pacers.Select(pacer => (Func<Task>)(async () =>
        {
            while (_time.GetElapsedTime(_start) < TimeSpan.FromMinutes(30))
            {
                PacingPlace place = await pacer.EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default);
                (TimeSpan there, TimeSpan back) = Way();
                await _time.Wait(there, default);
                Went();
                await _time.Wait(back, default);
                await pacer.LeaveAsync(ApiGroup.Domestic, place, wasSent: true);
                lock (took)
                {
                    took.Add(there + back);
                }
            }
        })).ToArray());

        AssertWindow(10);
        double mean = took.Average(way => way.TotalSeconds);
        Assert.True(_calls.Count >= 0.97 * 10 * 1800 / (60 + mean), $"{_calls.Count} calls of {mean} s");

        // A call is slow now and then: the first connection, a proxy, a lookup.
        (TimeSpan There, TimeSpan Back) Way()
        {
            lock (random)
            {
                double slow = random.Next(5) == 0 ? 4 : 0.5;
                return (TimeSpan.FromSeconds(random.NextDouble() * slow), TimeSpan.FromSeconds(random.NextDouble() * slow));
            }
        }
    }

    [Fact]
    public void Thirty_who_wait_and_are_stopped_push_no_call_out_of_the_record()
    {
        _time.Run(() => CallAsync(NewPacer(), ApiCatalog.PatentProgress, 10));
        using var stop = new CancellationTokenSource();
        ValueTask<PacingPlace>[] waiting = Enumerable.Range(0, 30)
            .Select(_ => NewPacer().EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, stop.Token)).ToArray();
        Assert.All(waiting, wait => Assert.False(wait.IsCompleted));
        Assert.InRange(_store[Pacer.Keys[0]].Length, 1, Pacer.RecordLength);
        stop.Cancel();
        Assert.All(waiting, wait => Assert.ThrowsAny<OperationCanceledException>(() => wait.AsTask().GetAwaiter().GetResult()));

        _time.Run(() => CallAsync(NewPacer(), ApiCatalog.PatentProgress, 10));

        AssertWindow(10);
        Assert.Equal(SlidingWindow.Length, _calls[10]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-3600 * 24 * 30, 3600)]
    [InlineData(3600 * 24 * 30, -3600)]
    [InlineData(77, 2)]
    public void Two_machines_whose_clocks_have_nothing_in_common_share_the_minute_by_the_services_clock(double uptime, double wall)
    {
        // One clock drives both; the second machine reads it with another uptime and a wall clock that is set wrong.
        var other = new ShiftedTime(_time, TimeSpan.FromSeconds(uptime), TimeSpan.FromSeconds(wall));
        var service = new ServiceTimes(_time);

        _time.Run(Enumerable.Range(0, 4).Select(i => (Func<Task>)(() => CallOnMachineAsync(i % 2 == 0 ? _time : other, "machine" + (i % 2), service))).ToArray());

        AssertWindow(10);
        Assert.True(_calls.Count >= 0.97 * 10 * 1200 / 61.6, _calls.Count + " calls");
    }

    [Fact]
    public void Two_machines_without_any_clock_in_common_still_keep_to_the_minute_and_get_on()
    {
        var other = new ShiftedTime(_time, TimeSpan.FromDays(-2), TimeSpan.FromHours(1));

        _time.Run(Enumerable.Range(0, 4).Select(i => (Func<Task>)(() => CallOnMachineAsync(i % 2 == 0 ? _time : other, "machine" + (i % 2), null))).ToArray());

        AssertWindow(10);
        Assert.True(_calls.Count >= 100, _calls.Count + " calls");
    }

    [Fact]
    public void A_call_whose_process_was_killed_holds_its_place_for_as_long_as_it_can_have_taken()
    {
        Pacer killed = NewPacer();
        _time.Run(async () => await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => killed.EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default).AsTask())));

        _time.Run(() => CallAsync(NewPacer(), ApiCatalog.PatentProgress, 1));

        Assert.Equal(TimeSpan.FromSeconds(100) + SlidingWindow.Length, Assert.Single(_calls));
    }

    [Fact]
    public void One_who_waited_and_was_killed_holds_the_others_up_for_seconds_only()
    {
        _time.Run(() => CallAsync(NewPacer(), ApiCatalog.PatentProgress, 10));
        ValueTask<PacingPlace> killed = NewPacer(time: new FakeTime()).EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default);
        Assert.False(killed.IsCompleted);

        _time.Run(() => CallAsync(NewPacer(), ApiCatalog.PatentProgress, 10));

        Assert.InRange(_calls[^1], SlidingWindow.Length, SlidingWindow.Length + TimeSpan.FromSeconds(10));
    }

    private async Task CallOnMachineAsync(TimeProvider time, string machine, ServiceTimes? service)
    {
        var common = new RemoteClock(time);
        service?.Answer(common, time);
        var pacer = new Pacer(_store, 10, 5, new PacingClock(time, common, machine), TimeSpan.FromSeconds(100));
        while (_time.GetElapsedTime(_start) < TimeSpan.FromMinutes(20))
        {
            PacingPlace place = await pacer.EnterAsync(ApiCatalog.PatentProgress, NothingToPrepare, null, default);
            long sent = time.GetTimestamp();
            await _time.Wait(TimeSpan.FromSeconds(0.8), default);
            Went();
            DateTimeOffset date = ServiceTimes.Header(_time);
            await _time.Wait(TimeSpan.FromSeconds(0.8), default);
            if (service != null)
            {
                common.Observe(date, sent);
            }

            await pacer.LeaveAsync(ApiGroup.Domestic, place, wasSent: true);
        }
    }

    /// <summary>What somebody knows of the service's time who has just had an answer: by a clock that goes as the one at noon does.</summary>
    private static RemoteClock Told(FakeTime time)
    {
        var clock = new RemoteClock(time);
        clock.Observe(DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()), time.GetTimestamp());
        return clock;
    }

    private static ApiDescriptor ApiOf(ApiGroup group) => group == ApiGroup.Domestic ? ApiCatalog.PatentProgress : ApiCatalog.OpdFamily;

    private Pacer NewPacer(int domestic = 10, int opd = 5, FakeTime? time = null, string machine = "machine1", RemoteClock? common = null, IRecordStore? store = null) =>
        new(store ?? _store, domestic, opd, new PacingClock(time ?? _time, common ?? new RemoteClock(time ?? _time), machine), TimeSpan.FromSeconds(100));

    private async Task CallAsync(Pacer pacer, ApiDescriptor api, int count)
    {
        for (int i = 0; i < count; i++)
        {
            PacingPlace place = await pacer.EnterAsync(api, NothingToPrepare, null, default).ConfigureAwait(false);
            Went();
            await pacer.LeaveAsync(api.Group, place, wasSent: true).ConfigureAwait(false);
        }
    }

    private async Task CallUntilAsync(Pacer pacer, ApiDescriptor api, TimeSpan end, TimeSpan takes = default)
    {
        while (_time.GetElapsedTime(_start) < end)
        {
            PacingPlace place = await pacer.EnterAsync(api, NothingToPrepare, null, default).ConfigureAwait(false);
            if (_time.GetElapsedTime(_start) >= end)
            {
                return;
            }

            Went();
            await _time.Wait(takes, default).ConfigureAwait(false);
            await pacer.LeaveAsync(api.Group, place, wasSent: true).ConfigureAwait(false);
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

    /// <summary>The Date headers of a service whose clock is right.</summary>
    private sealed class ServiceTimes(FakeTime time)
    {
        internal static DateTimeOffset Header(FakeTime time) => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

        internal void Answer(RemoteClock clock, TimeProvider machine) => clock.Observe(Header(time), machine.GetTimestamp());
    }

    /// <summary>The clocks of another machine: they go as this one's do, from another beginning.</summary>
    private sealed class ShiftedTime(FakeTime time, TimeSpan uptime, TimeSpan wall) : TimeProvider
    {
        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + wall;

        public override long GetTimestamp() => time.GetTimestamp() + TimeSpan.FromDays(60).Ticks + uptime.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
    }
}
