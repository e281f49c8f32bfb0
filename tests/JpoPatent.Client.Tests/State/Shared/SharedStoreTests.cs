using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>What every store has to do that machines or processes share: one suite on memory, file and container.</summary>
[Collection(nameof(ManyProcessesTests))]
public sealed class SharedStoreTests
{
    private static readonly ApiDescriptor Progress = ApiCatalog.PatentProgress;

    public static TheoryData<string> Kinds => SharedStores.Kinds;

    public static TheoryData<string> Servers => SharedStores.Servers;

    [AzuriteFact]
    public async Task The_container_is_among_them() => Assert.NotNull(await Azurite.GetAsync());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_one_writes_all_others_read(string kind)
    {
        using SharedStores stores = await SharedStores.OpenAsync(kind);
        IRecordStore one = stores.Open();
        IRecordStore other = stores.Open();

        Assert.Equal(string.Empty, await other.ReadAsync("patent/app_progress"));
        await AddAsync(one, "patent/app_progress", 5);
        await AddAsync(one, "domestic", 7);

        Assert.Equal("5", await other.ReadAsync("patent/app_progress"));
        Assert.Equal("7", await other.ReadAsync("domestic"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_changes_that_collide_none_is_lost(string kind)
    {
        using SharedStores stores = await SharedStores.OpenAsync(kind);
        IRecordStore[] machines = Enumerable.Range(0, 4).Select(_ => stores.Open()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (int n = 0; n < 25; n++)
            {
                await AddAsync(machines[i % 4], "count", 1);
            }
        })));

        Assert.Equal("200", await stores.Open().ReadAsync("count"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Eight_hundred_accesses_are_booked_to_the_last_and_none_beyond(string kind)
    {
        using SharedStores stores = await SharedStores.OpenAsync(kind);
        QuotaBook[] books = Enumerable.Range(0, 4).Select(_ => new QuotaBook(stores.Open(), new ServiceClock(TimeProvider.System))).ToArray();
        int limit = kind == "azurite" ? 200 : 800;
        await books[0].SetLimitAsync(Progress, limit);
        int booked = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (int n = 0; n < limit; n++)
            {
                (QuotaVerdict verdict, QuotaBooking booking, _) = await books[i % 4].BookAsync(Progress, 0, force: true);
                if (verdict != QuotaVerdict.Booked)
                {
                    return;
                }

                Interlocked.Increment(ref booked);
                await books[i % 4].SettleAsync(booking, null, isOverLimit: false, null);
            }
        })));

        Assert.Equal(limit, booked);
        Assert.Equal(0, (await books[0].ReadAsync(Progress)).Remaining);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Never_more_than_ten_go_out_in_a_minute_whatever_the_machines_clocks_say(string kind)
    {
        var time = new FakeTime();
        using SharedStores stores = await SharedStores.OpenAsync(kind);
        var calls = new List<TimeSpan>();
        long start = time.GetTimestamp();

        time.Run(Enumerable.Range(0, 3).Select(i => (Func<Task>)(async () =>
        {
            // Each machine has an uptime of its own, and they know the store's time by its headers only.
            var clock = new SkewedTime(time, TimeSpan.FromSeconds(1000 + (i * 2)));
            var common = new RemoteClock(clock);
            var pacer = new Pacer(stores.Open(), 10, 5, new PacingClock(clock, common, "machine" + i), TimeSpan.FromSeconds(100));
            for (int n = 0; n < 12; n++)
            {
                common.Observe(DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()), clock.GetTimestamp());
                PacingPlace place = await pacer.EnterAsync(Progress, static _ => default, null, default).ConfigureAwait(false);
                await time.Wait(TimeSpan.FromSeconds(0.7), default).ConfigureAwait(false);
                lock (calls)
                {
                    calls.Add(time.GetElapsedTime(start));
                }

                await time.Wait(TimeSpan.FromSeconds(0.7), default).ConfigureAwait(false);
                await pacer.LeaveAsync(ApiGroup.Domestic, place, wasSent: true).ConfigureAwait(false);
            }
        })).ToArray());

        TimeSpan[] sorted = [.. calls.Order()];
        Assert.Equal(36, sorted.Length);
        for (int i = 10; i < sorted.Length; i++)
        {
            Assert.True(sorted[i] - sorted[i - 10] >= TimeSpan.FromSeconds(60), $"11 calls within {sorted[i] - sorted[i - 10]}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_wait_that_was_stopped_before_it_began_changes_nothing(string kind)
    {
        using SharedStores stores = await SharedStores.OpenAsync(kind);
        IRecordStore store = stores.Open();
        await AddAsync(store, "count", 1);
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await AddAsync(stores.Open(), "count", 1, stopped.Token));

        Assert.Equal("1", await store.ReadAsync("count"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Of_writes_whose_answer_was_lost_none_is_done_twice_and_none_is_missing(string kind)
    {
        var time = new FastTime();
        using SharedStores stores = await SharedStores.OpenAsync(kind, time);
        StormyEngine[] engines = Enumerable.Range(0, 4).Select(i => new StormyEngine(stores.NewEngine(), 17 + i, lostAnswers: 0.1, lostRequests: 0.05)).ToArray();
        CompareAndSetStore[] machines = [.. engines.Select(stores.Open)];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            for (int n = 0; n < 25; n++)
            {
                await AddAsync(machines[i % 4], "count", 1);
            }
        })));

        Assert.Equal("200", await stores.Open().ReadAsync("count"));
        Assert.True(engines.Sum(engine => engine.Lost) > 20);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_stop_in_the_middle_of_a_write_finds_out_what_became_of_it(string kind)
    {
        using SharedStores stores = await SharedStores.OpenAsync(kind, new FastTime());
        using var stop = new CancellationTokenSource();
        var engine = new StoppingEngine(stores.NewEngine(), stop);

        int result = await AddAsync(stores.Open(engine), "count", 3, stop.Token);

        Assert.Equal(3, result);
        Assert.Equal("3", await stores.Open().ReadAsync("count"));
    }

    private static ValueTask<int> AddAsync(IRecordStore store, string key, int count, CancellationToken cancellationToken = default) => store.UpdateAsync(
        key,
        (ref string text, RecordFacts _) =>
        {
            int sum = count + (text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture));
            text = sum.ToString(CultureInfo.InvariantCulture);
            return sum;
        },
        cancellationToken: cancellationToken);

    /// <summary>The user stops while the write is out, and its answer is lost.</summary>
    private sealed class StoppingEngine(IRecordEngine inner, CancellationTokenSource stop) : IRecordEngine
    {
        public RemoteClock Clock => inner.Clock;

        public ValueTask<(string Text, string Version)?> LoadAsync(string name, TimeSpan timeout, CancellationToken cancellationToken) => inner.LoadAsync(name, timeout, cancellationToken);

        public async ValueTask<string?> SaveAsync(string name, string text, string? version, TimeSpan timeout, CancellationToken cancellationToken)
        {
            await inner.SaveAsync(name, text, version, timeout, cancellationToken);
            await stop.CancelAsync();
            throw new StateStoreException("lost", isRefusal: false);
        }
    }

    /// <summary>Real clocks, and waits that are over at once.</summary>
    private sealed class FastTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
    }

    private sealed class SkewedTime(FakeTime time, TimeSpan by) : TimeProvider
    {
        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + by;

        public override long GetTimestamp() => time.GetTimestamp() + by.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => time.CreateTimer(callback, state, dueTime, period);
    }
}
