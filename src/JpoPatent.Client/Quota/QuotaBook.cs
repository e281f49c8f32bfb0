using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.State;
using JpoPatent.Time;

namespace JpoPatent.Quota;

/// <summary>The book of one ID: a row an API, shared by all who open the same store.</summary>
internal sealed class QuotaBook(IRecordStore store, ServiceClock clock)
{
    /// <summary>Room for the longest API's row.</summary>
    internal const int RecordLength = 222;

    // Wider than two clocks differ that were both set by the service's Date headers.
    private static readonly TimeSpan NearMidnight = TimeSpan.FromSeconds(30);

    // What ends a call is written also after the user stopped it, and the user then waits for it.
    private static readonly TimeSpan EndPatience = FileLock.Patience;

    /// <summary>The keys of a new book's rows, in their order.</summary>
    internal static IReadOnlyList<string> Keys { get; } = ApiCatalog.All.Select(api => api.Id).ToArray();

    private long Seconds => clock.Now.ToUnixTimeSeconds();

    private int Today => clock.Today;

    internal ValueTask<(QuotaVerdict Verdict, QuotaBooking Booking, QuotaRow Row)> BookAsync(
        ApiDescriptor api, int reserve, bool force, CancellationToken cancellationToken = default) =>
        store.UpdateAsync(
            api.Id,
            (Book: this, Api: api, Reserve: reserve, Force: force),
            static (ref string record, (QuotaBook Book, ApiDescriptor Api, int Reserve, bool Force) call, RecordFacts facts) =>
            {
                QuotaRow row = call.Book.Current(call.Api, record);
                bool isApart = facts is { IsAlone: true, Share: > 0 };
                row.Apart = isApart ? row.Apart : 0;
                if (isApart && row.Apart >= call.Book.Current(call.Api, facts.Shared).Remaining / facts.Share)
                {
                    // Where the other machines cannot be seen, each spends a small part of what was left: all of them together stay within it.
                    return (QuotaVerdict.Unshared, default, row);
                }

                QuotaVerdict verdict = row.Book(call.Reserve, call.Force, call.Book.Seconds);
                if (verdict == QuotaVerdict.Booked)
                {
                    row.Apart += isApart ? 1 : 0;
                    record = row.Write(call.Api);
                }

                return (verdict, new QuotaBooking(call.Api, row.Day, row.Used, row.Open) { SeenAt = row.SeenAt, Counted = row.Counted, Copy = row.Copy }, row);
            },
            cancellationToken: cancellationToken);

    internal ValueTask<QuotaRow> SettleAsync(QuotaBooking booking, int? remaining, bool isOverLimit, DateTimeOffset? answeredAt) =>
        store.UpdateAsync(
            booking.Api.Id,
            (Book: this, Booking: booking, Remaining: remaining, IsOverLimit: isOverLimit, AnsweredAt: answeredAt),
            static (ref string record, (QuotaBook Book, QuotaBooking Booking, int? Remaining, bool IsOverLimit, DateTimeOffset? AnsweredAt) call, RecordFacts _) =>
            {
                ApiDescriptor api = call.Booking.Api;
                QuotaRow row = QuotaRow.Parse(api, record);
                int? answerDay = call.AnsweredAt is { } at ? JapanTime.DayOf(at) : null;
                row.Settle(call.Booking, call.Remaining, call.IsOverLimit, answerDay, call.Book.Today, call.Book.Seconds);
                record = row.Write(api);
                return row;
            },
            EndPatience);

    internal ValueTask<bool> CancelAsync(QuotaBooking booking) =>
        store.UpdateAsync(
            booking.Api.Id,
            booking,
            static (ref string record, QuotaBooking unsent, RecordFacts facts) =>
            {
                QuotaRow row = QuotaRow.Parse(unsent.Api, record);
                row.Cancel(unsent);
                row.Apart = facts.IsAlone ? Math.Max(0, row.Apart - 1) : 0;
                record = row.Write(unsent.Api);
                return true;
            },
            EndPatience);

    /// <summary>What is known now; spends nothing and does not wait.</summary>
    internal async ValueTask<QuotaRow> ReadAsync(ApiDescriptor api, CancellationToken cancellationToken = default) =>
        Current(api, await store.ReadAsync(api.Id, cancellationToken).ConfigureAwait(false));

    /// <summary>What a record of the book says now.</summary>
    internal QuotaRow Show(ApiDescriptor api, string record) => Current(api, record);

    /// <summary>Sets the limit of an API, or with null goes back to the catalogue's.</summary>
    internal ValueTask<QuotaRow> SetLimitAsync(ApiDescriptor api, int? limit, CancellationToken cancellationToken = default) =>
        store.UpdateAsync(
            api.Id,
            (Book: this, Api: api, Limit: limit),
            static (ref string record, (QuotaBook Book, ApiDescriptor Api, int? Limit) call, RecordFacts _) =>
            {
                QuotaRow row = call.Book.Current(call.Api, record);
                row.Limit = call.Limit ?? call.Api.DailyLimit;
                row.Source = call.Limit == null ? QuotaSource.Default : QuotaSource.User;
                record = row.Write(call.Api);
                return row;
            },
            cancellationToken: cancellationToken);

    private QuotaRow Current(ApiDescriptor api, string record)
    {
        QuotaRow row = QuotaRow.Parse(api, record);
        DateTimeOffset now = clock.Now;
        row.TurnTo(JapanTime.DayOf(now), JapanTime.NextMidnight(now) - now < NearMidnight);
        return row;
    }
}
