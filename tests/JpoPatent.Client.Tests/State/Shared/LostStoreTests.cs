using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>A store on a server that goes and comes back: how long a run waits, what it may spend meanwhile, and what is handed over.</summary>
public sealed class LostStoreTests : IDisposable
{
    private static readonly ApiDescriptor Progress = ApiCatalog.PatentProgress;

    private readonly TempFolder _folder = new();
    private readonly FakeTime _time = new();
    private readonly ComingAndGoing _engine;
    private readonly List<string> _told = [];
    private int _lost;

    public LostStoreTests() => _engine = new ComingAndGoing(new MemoryEngine(_time));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_waits_once_for_all_that_a_call_needs_and_then_goes_on_alone(bool isRefusal)
    {
        (QuotaBook book, SafeRecordStore quota, SlidingWindow minute) = NewMachine();
        _time.Run(() => LearnAsync(quota));
        _engine.Fails = isRefusal ? Failure.Refuses : Failure.Silent;
        long began = _time.GetTimestamp();

        QuotaVerdict verdict = _time.Run(async () => (await book.BookAsync(Progress, 0, force: false)).Verdict);
        TimeSpan waited = _time.GetElapsedTime(began);
        _time.Run(async () => await minute.EnterAsync(Progress, static _ => default, null, default));

        Assert.Equal(QuotaVerdict.Booked, verdict);
        Assert.InRange(waited, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
        Assert.Equal(waited, _time.GetElapsedTime(began));
        Assert.True(quota.IsAlone);
        Assert.Equal("The store went away.", Assert.Single(_told));
    }

    [Fact]
    public void What_ends_a_call_is_written_aside_and_the_run_waits_with_the_next_one()
    {
        (QuotaBook book, SafeRecordStore quota, _) = NewMachine();
        QuotaBooking first = _time.Run(async () => (await book.BookAsync(Progress, 0, force: false)).Booking);
        _engine.Fails = Failure.Silent;
        _time.Run(async () => await book.SettleAsync(first, 700, isOverLimit: false, _time.GetUtcNow()));
        Assert.Equal((0, false), (_lost, quota.IsAlone));

        // It is back while the next booking waits.
        _engine.FailuresLeft = 3;
        QuotaVerdict verdict = _time.Run(async () => (await book.BookAsync(Progress, 0, force: false)).Verdict);

        QuotaRow row = _time.Run(async () => await book.ReadAsync(Progress));
        Assert.Equal((QuotaVerdict.Booked, 0, false), (verdict, _lost, quota.IsAlone));
        Assert.Equal((101, 1), (row.Used, row.Open));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.book"));
    }

    [Fact]
    public void A_machine_spends_a_tenth_however_many_processes_it_has_and_hands_it_over()
    {
        QuotaBook[] books = Enumerable.Range(0, 4).Select(number =>
        {
            (QuotaBook book, SafeRecordStore quota, _) = NewMachine();
            _time.Run(() => LearnAsync(quota));
            return book;
        }).ToArray();
        _engine.Fails = Failure.Refuses;

        int booked = 0;
        _time.Run(async () =>
        {
            for (int i = 0; i < 200; i++)
            {
                (QuotaVerdict verdict, QuotaBooking booking, _) = await books[i % 4].BookAsync(Progress, 0, force: true);
                booked += verdict == QuotaVerdict.Booked ? 1 : 0;
                if (verdict == QuotaVerdict.Booked)
                {
                    await books[i % 4].SettleAsync(booking, null, isOverLimit: false, null);
                }
            }
        });
        Assert.Equal(Progress.DailyLimit / 10, booked);

        _engine.Fails = Failure.Never;
        _time.Advance(TimeSpan.FromSeconds(15));
        _time.Run(async () => await books[0].BookAsync(Progress, 0, force: true));
        (QuotaBook other, _, _) = NewMachine();
        Assert.Equal(booked + 1, _time.Run(async () => await other.ReadAsync(Progress)).Used);
        Assert.Equal(QuotaVerdict.Booked, _time.Run(async () => (await books[1].BookAsync(Progress, 0, force: true)).Verdict));
    }

    [Fact]
    public void Alone_one_call_goes_out_a_minute()
    {
        (_, SafeRecordStore quota, SlidingWindow minute) = NewMachine();
        _time.Run(() => LearnAsync(quota));
        _engine.Fails = Failure.Refuses;
        var calls = new List<long>();

        _time.Run(async () =>
        {
            for (int i = 0; i < 4; i++)
            {
                string place = await minute.EnterAsync(Progress, static _ => default, null, default);
                calls.Add(_time.GetTimestamp());
                await minute.LeaveAsync(place, wasSent: true);
            }
        });

        Assert.All(calls.Zip(calls.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(60).Ticks));
    }

    [Fact]
    public void Where_the_store_is_required_nothing_begins_without_it_and_what_is_under_way_comes_to_its_end()
    {
        (QuotaBook book, SafeRecordStore quota, _) = NewMachine(isRequired: true);
        QuotaBooking booking = _time.Run(async () => (await book.BookAsync(Progress, 0, force: false)).Booking);
        _engine.Fails = Failure.Silent;
        long began = _time.GetTimestamp();

        _time.Run(async () => await book.SettleAsync(booking, 10, isOverLimit: false, _time.GetUtcNow()));
        Assert.Throws<JpoStateStoreException>(() => _time.Run(async () => await book.BookAsync(Progress, 0, force: false)));

        Assert.InRange(_time.GetElapsedTime(began), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
        Assert.False(quota.IsAlone);
        _engine.Fails = Failure.Never;
        Assert.Equal(QuotaVerdict.Booked, _time.Run(async () => (await book.BookAsync(Progress, 0, force: false)).Verdict));
        Assert.Equal(Progress.DailyLimit - 10 + 1, _time.Run(async () => await book.ReadAsync(Progress)).Used);
    }

    [Fact]
    public void A_store_that_may_be_read_but_not_written_is_not_waited_for_for_ever()
    {
        (QuotaBook book, SafeRecordStore quota, _) = NewMachine();
        _time.Run(() => LearnAsync(quota));
        _engine.Fails = Failure.ReadOnly;
        long began = _time.GetTimestamp();

        Assert.Equal(QuotaVerdict.Booked, _time.Run(async () => (await book.BookAsync(Progress, 0, force: false)).Verdict));

        Assert.InRange(_time.GetElapsedTime(began), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
        Assert.True(quota.IsAlone);
    }

    [Fact]
    public void Who_only_looks_asks_a_store_that_is_gone_once_and_not_row_by_row()
    {
        (QuotaBook book, SafeRecordStore quota, _) = NewMachine();
        _time.Run(() => LearnAsync(quota));
        _engine.Fails = Failure.Silent;
        int before = _engine.Asked;

        _time.Run(async () =>
        {
            foreach (ApiDescriptor api in ApiCatalog.All)
            {
                await book.ReadAsync(api);
            }
        });

        Assert.Equal(1, _engine.Asked - before);
    }

    [Fact]
    public void Who_is_stopped_while_the_store_is_gone_does_not_wait_for_it()
    {
        (QuotaBook book, SafeRecordStore quota, _) = NewMachine();
        _time.Run(() => LearnAsync(quota));
        _engine.Fails = Failure.Silent;
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(7), _time);
        long began = _time.GetTimestamp();

        Assert.ThrowsAny<OperationCanceledException>(() => _time.Run(async () => await book.BookAsync(Progress, 0, force: false, stop.Token)));

        Assert.InRange(_time.GetElapsedTime(began), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(17));
    }

    private static async Task LearnAsync(SafeRecordStore store)
    {
        foreach (string key in QuotaBook.Keys)
        {
            await store.LearnAsync(key, default);
        }
    }

    /// <summary>A process with its stores, put together as for a container.</summary>
    private (QuotaBook Book, SafeRecordStore Quota, SlidingWindow Minute) NewMachine(bool isRequired = false)
    {
        var health = new StoreHealth(_time);
        SafeRecordStore quota = NewStore("quota/", "quota.book", QuotaBook.Keys, QuotaBook.RecordLength, new QuotaRules());
        SafeRecordStore pacing = NewStore("minute/", "minute.book", Pacer.Keys, Pacer.RecordLength, new PacingRules());
        var clock = new PacingClock(_time, new RemoteClock(_time), "machine");
        var minute = new SlidingWindow(pacing, Pacer.Keys[0], Pacer.DomesticPerMinute, clock, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(15));
        return (new QuotaBook(quota, new ServiceClock(_time)), quota, minute);

        SafeRecordStore NewStore(string prefix, string file, IReadOnlyList<string> keys, int length, IRecordRules rules)
        {
            var shared = new CompareAndSetStore(_engine, prefix, _time, static () => 0.5, health, _told.Add);
            var spare = new SpareRecordStore(new RecordFile(Path.Combine(_folder.Path, file), keys, length + SpareRecordStore.MoreLength, static _ => { }), static () => true);
            return new SafeRecordStore(shared, spare, rules, _time, _ => _lost++)
            {
                Health = health,
                Share = 10,
                RetryEvery = TimeSpan.FromSeconds(15),
                IsRequired = isRequired,
            };
        }
    }

    private enum Failure
    {
        Never,
        ReadOnly,
        Refuses,
        Silent,
    }

    /// <summary>A server that goes: it refuses at once, or says nothing for as long as somebody waits.</summary>
    private sealed class ComingAndGoing(MemoryEngine inner) : IRecordEngine
    {
        private int _asked;

        internal Failure Fails { get; set; }

        /// <summary>How often it still fails before it is back.</summary>
        internal int FailuresLeft { get; set; } = int.MaxValue;

        internal int Asked => _asked;

        public RemoteClock Clock => inner.Clock;

        public ValueTask<(string Text, string Version)?> LoadAsync(string name, TimeSpan timeout, CancellationToken cancellationToken)
        {
            Ask(isWrite: false);
            return inner.LoadAsync(name, timeout, cancellationToken);
        }

        public ValueTask<string?> SaveAsync(string name, string text, string? version, TimeSpan timeout, CancellationToken cancellationToken)
        {
            Ask(isWrite: true);
            return inner.SaveAsync(name, text, version, timeout, cancellationToken);
        }

        private void Ask(bool isWrite)
        {
            Interlocked.Increment(ref _asked);
            if (Fails is Failure.Silent or Failure.Refuses || (isWrite && Fails == Failure.ReadOnly))
            {
                Failure how = Fails;
                Fails = --FailuresLeft > 0 ? how : Failure.Never;
                throw new StateStoreException("The store went away.", isRefusal: how != Failure.Silent);
            }
        }
    }
}
