using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>A book whose file comes and goes: what is known is never thrown away for nothing.</summary>
public sealed class SafeRecordStoreTests : IDisposable
{
    private static readonly ApiDescriptor Progress = ApiCatalog.PatentProgress;

    private readonly TempFolder _folder = new();
    private readonly FakeTime _time = new();
    private readonly ComingAndGoing _shared = new();
    private int _failures;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_of_a_run_loses_nothing_that_was_counted()
    {
        SafeRecordStore store = NewStore();
        QuotaBook book = NewBook(store);
        await BookAsync(book, 5);

        _shared.Fails = Failure.AfterChange;
        await BookAsync(book, 5);

        Assert.Equal(10, (await book.ReadAsync(Progress)).Used);
        Assert.Equal(1, _failures);
        Assert.True(store.IsAlone);
    }

    [Fact]
    public async Task When_the_file_can_be_had_again_the_larger_count_wins_and_everybody_is_back()
    {
        QuotaBook[] books = Enumerable.Range(0, 4).Select(_ => NewBook(NewStore())).ToArray();
        await BookAsync(books[0], 680);
        _shared.Fails = Failure.Always;
        foreach (QuotaBook book in books)
        {
            await BookAsync(book, 10);
        }

        _shared.Fails = Failure.Never;
        _time.Advance(TimeSpan.FromMilliseconds(250));
        await BookAsync(books[0], 1);

        Assert.Equal(721, QuotaRow.Parse(Progress, _shared.Inner[Progress.Id]).Used);
        foreach (QuotaBook book in books)
        {
            Assert.Equal(79, (await book.ReadAsync(Progress)).Remaining);
        }
    }

    [Fact]
    public async Task While_the_file_cannot_be_had_no_access_goes_beyond_what_it_last_allowed()
    {
        QuotaBook[] books = Enumerable.Range(0, 6).Select(_ => NewBook(NewStore())).ToArray();
        await BookAsync(books[0], 680);
        _shared.Fails = Failure.Always;

        int booked = 0;
        for (int i = 0; i < 200; i++)
        {
            (QuotaVerdict verdict, QuotaBooking booking, _) = await books[i % 6].BookAsync(Progress, 0, force: false);
            if (verdict == QuotaVerdict.Booked)
            {
                booked++;
                await books[i % 6].SettleAsync(booking, null, isOverLimit: false, null);
            }
        }

        Assert.Equal(120, booked);
    }

    [Fact]
    public async Task What_can_be_read_but_not_written_is_not_empty()
    {
        await BookAsync(NewBook(NewStore()), 799);
        _shared.Fails = Failure.ReadOnly;

        (QuotaVerdict first, _, _) = await NewBook(NewStore()).BookAsync(Progress, 0, force: true);
        (QuotaVerdict second, _, _) = await NewBook(NewStore()).BookAsync(Progress, 0, force: true);

        Assert.Equal((QuotaVerdict.Booked, QuotaVerdict.Exhausted), (first, second));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a row")]
    public async Task A_row_that_somebody_deleted_or_overwrote_comes_back_from_what_the_process_knows(string content)
    {
        QuotaBook one = NewBook(NewStore());
        QuotaBook other = NewBook(NewStore());
        await one.SetLimitAsync(Progress, 700);
        await BookAsync(one, 660);
        await BookAsync(other, 10);
        _shared.Inner[Progress.Id] = content;

        Assert.Equal((660, 700), Counted(await one.ReadAsync(Progress)));
        await BookAsync(one, 1);
        await BookAsync(other, 1);

        // The first knew 660 and the second 670: after a call of each it is 671 at least.
        Assert.Equal((671, 700), Counted(await one.ReadAsync(Progress)));

        static (int Used, int Limit) Counted(QuotaRow row) => (row.Used, row.Limit);
    }

    [Fact]
    public async Task An_older_copy_that_somebody_put_back_counts_no_less_than_before()
    {
        QuotaBook book = NewBook(NewStore());
        await BookAsync(book, 100);
        string copy = _shared.Inner[Progress.Id];
        await BookAsync(book, 500);

        _shared.Inner[Progress.Id] = copy;

        Assert.Equal(600, (await book.ReadAsync(Progress)).Used);
        await BookAsync(book, 1);
        Assert.Equal(601, QuotaRow.Parse(Progress, _shared.Inner[Progress.Id]).Used);
    }

    [Fact]
    public async Task Where_only_a_part_may_be_spent_alone_it_is_a_tenth_of_what_was_left()
    {
        QuotaBook book = NewBook(NewStore(share: 10));
        await BookAsync(book, 700);
        _shared.Fails = Failure.Always;

        await BookAsync(book, 10);
        Assert.Equal(QuotaVerdict.Unshared, (await book.BookAsync(Progress, 0, force: false)).Verdict);
        _shared.Fails = Failure.Never;
        _time.Advance(TimeSpan.FromMilliseconds(250));

        await BookAsync(book, 1);
        Assert.Equal(711, QuotaRow.Parse(Progress, _shared.Inner[Progress.Id]).Used);
    }

    [Fact]
    public async Task What_was_counted_alone_is_written_at_the_end_of_the_connection()
    {
        SafeRecordStore store = NewStore();
        QuotaBook book = NewBook(store);
        await BookAsync(book, 5);
        _shared.Fails = Failure.Always;
        await BookAsync(book, 5);
        _shared.Fails = Failure.Never;

        await store.FlushAsync();

        Assert.Equal(10, QuotaRow.Parse(Progress, _shared.Inner[Progress.Id]).Used);
        Assert.False(store.IsAlone);
    }

    private SafeRecordStore NewStore(int share = 0)
    {
        string spare = Path.Combine(_folder.Path, "spare.book");
        var spares = new SpareRecordStore(new RecordFile(spare, QuotaBook.Keys, QuotaBook.RecordLength, static _ => { }), static () => true);
        return new SafeRecordStore(_shared, spares, new QuotaRules(), _time, _ => _failures++) { Share = share };
    }

    private QuotaBook NewBook(SafeRecordStore store) => new(store, new ServiceClock(_time));

    private static async Task BookAsync(QuotaBook book, int count)
    {
        for (int i = 0; i < count; i++)
        {
            (QuotaVerdict verdict, QuotaBooking booking, _) = await book.BookAsync(Progress, 0, force: true);
            Assert.Equal(QuotaVerdict.Booked, verdict);
            await book.SettleAsync(booking, null, isOverLimit: false, null);
        }
    }

    private enum Failure
    {
        Never,
        ReadOnly,
        AfterChange,
        Always,
    }

    private sealed class ComingAndGoing : IRecordStore
    {
        internal MemoryRecordStore Inner { get; } = new();

        internal Failure Fails { get; set; }

        public ValueTask<string> ReadAsync(string key, CancellationToken cancellationToken = default) =>
            Fails == Failure.Always ? throw new UnauthorizedAccessException() : Inner.ReadAsync(key, cancellationToken);

        public ValueTask<TResult> UpdateAsync<TResult>(
            string key, RecordChange<TResult> change, TimeSpan? patience = null, CancellationToken cancellationToken = default)
        {
            if (Fails == Failure.Never)
            {
                return Inner.UpdateAsync(key, change, patience, cancellationToken);
            }

            if (Fails == Failure.AfterChange)
            {
                // As a write to a full disk: the change was made, and then could not be kept.
                string text = Inner[key];
                change(ref text, default);
            }

            throw new IOException("No space left on device");
        }
    }
}
