using System;
using System.IO;

namespace JpoPatent.Benchmarks;

/// <summary>The quota book as a client opens it.</summary>
internal static class Books
{
    private const int Many = 90_000_000;

    internal static QuotaBook Open(string folder)
    {
        var clock = new ServiceClock(TimeProvider.System);
        var file = new RecordFile(Path.Combine(folder, "quota.v1.book"), ApiCatalog.All.Count, QuotaBook.RecordLength, static _ => { });
        var book = new QuotaBook(new SafeRecordStore(file, ApiCatalog.All.Count, static error => throw error), clock);
        book.SetLimit(ApiCatalog.PatentProgress, Many);
        return book;
    }

    /// <exception cref="InvalidOperationException">It was not booked: what was measured would be something else.</exception>
    internal static QuotaBooking Book(QuotaBook book)
    {
        (QuotaVerdict verdict, QuotaBooking booking, _) = book.Book(ApiCatalog.PatentProgress, reserve: 0, force: false);
        return verdict == QuotaVerdict.Booked ? booking : throw new InvalidOperationException(verdict.ToString());
    }

    internal static void Settle(QuotaBook book, QuotaBooking booking) => book.Settle(booking, remaining: Many - booking.Used, isOverLimit: false, DateTimeOffset.UtcNow);
}
