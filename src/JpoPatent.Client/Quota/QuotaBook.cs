using System;

namespace JpoPatent;

/// <summary>The book of one ID: a row an API, shared by every process that opens the same store.</summary>
internal sealed class QuotaBook(IRecordStore store, ServiceClock clock)
{
    /// <summary>Room for the longest API's row.</summary>
    internal const int RecordLength = 222;

    // Wider than two clocks differ that were both set by the service's Date headers.
    private static readonly TimeSpan NearMidnight = TimeSpan.FromSeconds(30);

    private long Seconds => clock.Now.ToUnixTimeSeconds();

    private int Today => clock.Today;

    internal (QuotaVerdict Verdict, QuotaBooking Booking, QuotaRow Row) Book(ApiDescriptor api, int reserve, bool force) =>
        store.Update(api.Index, (Book: this, Api: api, Reserve: reserve, Force: force), static (ref string record, (QuotaBook Book, ApiDescriptor Api, int Reserve, bool Force) call) =>
        {
            QuotaRow row = call.Book.Current(call.Api, record);
            QuotaVerdict verdict = row.Book(call.Reserve, call.Force, call.Book.Seconds);
            if (verdict == QuotaVerdict.Booked)
            {
                record = row.Format(call.Api);
            }

            return (verdict, new QuotaBooking(call.Api, row.Day, row.Used, row.Open), row);
        });

    internal QuotaRow Settle(QuotaBooking booking, int? remaining, bool isOverLimit, DateTimeOffset? answeredAt) =>
        store.Update(booking.Api.Index, (Book: this, Booking: booking, Remaining: remaining, IsOverLimit: isOverLimit, AnsweredAt: answeredAt), static (ref string record, (QuotaBook Book, QuotaBooking Booking, int? Remaining, bool IsOverLimit, DateTimeOffset? AnsweredAt) call) =>
        {
            ApiDescriptor api = call.Booking.Api;
            QuotaRow row = QuotaRow.Parse(api, record);
            int? answerDay = call.AnsweredAt is { } at ? JapanTime.DayOf(at) : null;
            row.Settle(call.Booking, call.Remaining, call.IsOverLimit, answerDay, call.Book.Today, call.Book.Seconds);
            record = row.Format(api);
            return row;
        });

    internal void Cancel(QuotaBooking booking) =>
        store.Update(booking.Api.Index, booking, static (ref string record, QuotaBooking unsent) =>
        {
            QuotaRow row = QuotaRow.Parse(unsent.Api, record);
            row.Cancel(unsent);
            record = row.Format(unsent.Api);
            return true;
        });

    /// <summary>What is known now; spends nothing, waits for nobody.</summary>
    internal QuotaRow Read(ApiDescriptor api) => Current(api, store.Read(api.Index));

    /// <summary>Sets the limit of an API, or with null goes back to the catalogue's.</summary>
    internal QuotaRow SetLimit(ApiDescriptor api, int? limit) =>
        store.Update(api.Index, (Book: this, Api: api, Limit: limit), static (ref string record, (QuotaBook Book, ApiDescriptor Api, int? Limit) call) =>
        {
            QuotaRow row = call.Book.Current(call.Api, record);
            row.Limit = call.Limit ?? call.Api.DailyLimit;
            row.Source = call.Limit == null ? QuotaSource.Default : QuotaSource.User;
            record = row.Format(call.Api);
            return row;
        });

    private QuotaRow Current(ApiDescriptor api, string record)
    {
        QuotaRow row = QuotaRow.Parse(api, record);
        DateTimeOffset now = clock.Now;
        row.TurnTo(JapanTime.DayOf(now), JapanTime.NextMidnight(now) - now < NearMidnight);
        return row;
    }
}
