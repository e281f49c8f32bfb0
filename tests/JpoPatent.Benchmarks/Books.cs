using System;
using System.IO;
using System.Threading.Tasks;

namespace JpoPatent.Benchmarks;

/// <summary>The quota book as a client opens it.</summary>
internal static class Books
{
    private const int Many = 90_000_000;

    internal static QuotaBook Open(string folder)
    {
        var clock = new ServiceClock(TimeProvider.System);
        var file = new RecordFile(Path.Combine(folder, "quota.v1.book"), QuotaBook.Keys, QuotaBook.RecordLength, static _ => { });
        var spare = new SpareRecordStore(new RecordFile(Path.Combine(folder, "spare"), QuotaBook.Keys, QuotaBook.RecordLength, static _ => { }), static () => false);
        var book = new QuotaBook(new SafeRecordStore(file, spare, new QuotaRules(), TimeProvider.System, static error => throw error), clock);
        Result(book.SetLimitAsync(ApiCatalog.PatentProgress, Many));
        return book;
    }

    /// <exception cref="InvalidOperationException">It was not booked: what was measured would be something else.</exception>
    internal static QuotaBooking Book(QuotaBook book)
    {
        (QuotaVerdict verdict, QuotaBooking booking, _) = Result(book.BookAsync(ApiCatalog.PatentProgress, reserve: 0, force: false));
        return verdict == QuotaVerdict.Booked ? booking : throw new InvalidOperationException(verdict.ToString());
    }

    internal static void Settle(QuotaBook book, QuotaBooking booking) =>
        Result(book.SettleAsync(booking, remaining: Many - booking.Used, isOverLimit: false, DateTimeOffset.UtcNow));

    /// <summary>What a store of files gives is there when it returns.</summary>
    private static T Result<T>(ValueTask<T> finished) => finished.GetAwaiter().GetResult();
}
