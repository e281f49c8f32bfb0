using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.State;
using JpoPatent.Time;

namespace JpoPatent.Quota;

/// <summary>The book of one ID: one row for each API, shared by all who open the same store.</summary>
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

    internal ValueTask<BookedAccess> BookAsync(
        ApiDescriptor api, int reserve, bool force, CancellationToken cancellationToken = default) =>
        store.UpdateAsync(
            api.Id,
            (ref string record, RecordFacts facts) =>
            {
                QuotaRow row = Current(api, record);
                bool isApart = facts is { IsAlone: true, Share: > 0 };
                row.Apart = isApart ? row.Apart : 0;
                QuotaVerdict verdict = QuotaVerdict.Unshared;

                // Where the other machines cannot be seen, each spends a small part of what was left:
                // all of them together stay within it.
                if (!isApart || row.Apart < Current(api, facts.Shared).Remaining / facts.Share)
                {
                    verdict = row.Book(reserve, force, Seconds);
                }

                if (verdict == QuotaVerdict.Booked)
                {
                    row.Apart += isApart ? 1 : 0;
                    record = row.Write(api);
                }

                var booking = new QuotaBooking(api, row.Day, row.Used, row.Open)
                {
                    SeenAt = row.SeenAt,
                    Counted = row.Counted,
                    Copy = row.Copy,
                };
                return new BookedAccess(verdict, booking, row);
            },
            cancellationToken: cancellationToken);

    internal ValueTask<QuotaRow> SettleAsync(
        QuotaBooking booking, int? remaining, bool isOverLimit, DateTimeOffset? answeredAt) =>
        store.UpdateAsync(
            booking.Api.Id,
            (ref string record, RecordFacts _) =>
            {
                QuotaRow row = QuotaRow.Parse(booking.Api, record);
                int? answerDay = answeredAt is { } at ? JapanTime.DayOf(at) : null;
                row.Settle(booking, remaining, isOverLimit, answerDay, Today, Seconds);
                record = row.Write(booking.Api);
                return row;
            },
            EndPatience);

    internal ValueTask<QuotaRow> CancelAsync(QuotaBooking unsent) =>
        store.UpdateAsync(
            unsent.Api.Id,
            (ref string record, RecordFacts facts) =>
            {
                QuotaRow row = QuotaRow.Parse(unsent.Api, record);
                row.Cancel(unsent);
                row.Apart = facts.IsAlone ? Math.Max(0, row.Apart - 1) : 0;
                record = row.Write(unsent.Api);
                return row;
            },
            EndPatience);

    /// <summary>What is known now; spends nothing and does not wait.</summary>
    internal async ValueTask<QuotaRow> ReadAsync(ApiDescriptor api, CancellationToken cancellationToken = default) =>
        Current(api, await store.ReadAsync(api.Id, cancellationToken).ConfigureAwait(false));

    /// <summary>What a record of the book says now.</summary>
    internal QuotaRow Show(ApiDescriptor api, string record) => Current(api, record);

    /// <summary>Sets the limit of an API, or with null goes back to the catalogue's.</summary>
    internal ValueTask<QuotaRow> SetLimitAsync(
        ApiDescriptor api, int? limit, CancellationToken cancellationToken = default) =>
        store.UpdateAsync(
            api.Id,
            (ref string record, RecordFacts _) =>
            {
                QuotaRow row = Current(api, record);
                row.Limit = limit ?? api.DailyLimit;
                row.Source = limit == null ? QuotaSource.Default : QuotaSource.User;
                record = row.Write(api);
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
