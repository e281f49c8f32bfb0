using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Quota;

/// <summary>Lets a call pass only when an access may be spent on it, and warns once when few are left.</summary>
internal sealed class QuotaGuard
{
    // Longer than an answer takes (1.6 s), much shorter than a user waits:
    // calls that are still out by then were killed, or will say when they end.
    private static readonly TimeSpan OthersPatience = TimeSpan.FromSeconds(5);

    // For everybody in this process who uses the same book: two connections of one ID warn once between them.
    private static readonly ConcurrentDictionary<(string Book, int Api), int> WarnedOn = new();

    private readonly QuotaBook _book;
    private readonly ServiceClock _clock;
    private readonly string _bookName;
    private readonly int _reserve;
    private readonly int _warningPercent;
    private readonly Func<TimeSpan> _poll;
    private readonly string _statePath;

    /// <param name="book">The book.</param>
    /// <param name="clock">The service's clock.</param>
    /// <param name="bookName">What all connections that share the book know it by.</param>
    /// <param name="reserve">Accesses per day that this connection leaves to others.</param>
    /// <param name="warningPercent">Warn when so much is left.</param>
    /// <param name="poll">How long to wait before the book is asked again.</param>
    /// <param name="statePath">Where the book lives, as users see it.</param>
    internal QuotaGuard(
        QuotaBook book,
        ServiceClock clock,
        string bookName,
        int reserve,
        int warningPercent,
        Func<TimeSpan> poll,
        string statePath)
    {
        _statePath = statePath;
        _poll = poll;
        _book = book;
        _clock = clock;
        _bookName = bookName;
        _reserve = reserve;
        _warningPercent = warningPercent;
    }

    internal async ValueTask<JpoQuota> ReadAsync(ApiDescriptor api, CancellationToken cancellationToken = default) =>
        Show(api, await _book.ReadAsync(api, cancellationToken).ConfigureAwait(false));

    /// <summary>What was last seen, without asking a store that is far away.</summary>
    internal JpoQuota Peek(ApiDescriptor api, string record) => Show(api, _book.Show(api, record));

    internal async ValueTask<JpoQuota> SetLimitAsync(
        ApiDescriptor api, int? limit, CancellationToken cancellationToken = default) =>
        Show(api, await _book.SetLimitAsync(api, limit, cancellationToken).ConfigureAwait(false));

    /// <exception cref="JpoQuotaExhaustedException">No access is left today.</exception>
    internal async ValueTask<QuotaBooking> BookAsync(
        ApiDescriptor api, IProgress<JpoActivity>? activity, CancellationToken cancellationToken)
    {
        (QuotaVerdict verdict, QuotaBooking booking, QuotaRow row) = await _book.BookAsync(
            api, _reserve, force: false, cancellationToken)
            .ConfigureAwait(false);
        if (verdict == QuotaVerdict.Wait)
        {
            activity?.Report(new JpoActivity(JpoActivityKind.Waiting, Format(Client.Messages.WaitingForOthers, api)));
            long waitsSince = _clock.Time.GetTimestamp();
            (int Used, int Open) seen = (row.Used, row.Open);
            while (verdict == QuotaVerdict.Wait)
            {
                await _clock.Time.Wait(_poll(), cancellationToken).ConfigureAwait(false);
                bool isStuck = _clock.Time.GetElapsedTime(waitsSince) > OthersPatience;
                (verdict, booking, row) = await _book.BookAsync(api, _reserve, isStuck, cancellationToken)
                    .ConfigureAwait(false);
                if ((row.Used, row.Open) != seen)
                {
                    seen = (row.Used, row.Open);
                    waitsSince = _clock.Time.GetTimestamp();
                }
            }
        }

        return verdict == QuotaVerdict.Booked
            ? booking
            : throw Exhausted(
                api, row, verdict == QuotaVerdict.Unshared ? " " + Client.Messages.QuotaUnshared : string.Empty);
    }

    /// <summary>
    /// Ends a booking: with the service's counter, with its refusal, or with nothing where no answer came.
    /// </summary>
    internal async ValueTask SettleAsync(
        QuotaBooking booking,
        int? remaining,
        bool isOverLimit,
        DateTimeOffset? answeredAt,
        IProgress<JpoActivity>? activity)
    {
        QuotaRow row = await _book.SettleAsync(booking, remaining, isOverLimit, answeredAt).ConfigureAwait(false);
        if (activity != null
            && !isOverLimit
            && row.Claim <= row.Used
            && (long)row.Remaining * 100 <= (long)row.Limit * _warningPercent)
        {
            WarnOnce(booking.Api, row, activity);
        }
    }

    /// <summary>
    /// Takes back a booking whose call never left: the user stopped it while it waited, or there was no token.
    /// </summary>
    internal async ValueTask CancelAsync(QuotaBooking booking) =>
        await _book.CancelAsync(booking).ConfigureAwait(false);

    /// <summary>
    /// The error for a call that the service itself refused (203); settling has set the book by then.
    /// </summary>
    /// <param name="api">The API.</param>
    /// <param name="more">What follows the error's own sentence.</param>
    /// <param name="cancellationToken">Stops reading the book.</param>
    internal async ValueTask<JpoQuotaExhaustedException> ExhaustedAsync(
        ApiDescriptor api, string more, CancellationToken cancellationToken) =>
        Exhausted(api, await _book.ReadAsync(api, cancellationToken).ConfigureAwait(false), more);

    private JpoQuota Show(ApiDescriptor api, QuotaRow row) =>
        new(api, row, JapanTime.NextMidnight(_clock.Now), _warningPercent, _statePath);

    private void WarnOnce(ApiDescriptor api, QuotaRow row, IProgress<JpoActivity> activity)
    {
        var key = (_bookName, api.Index);
        if (WarnedOn.TryGetValue(key, out int day) && day == row.Day)
        {
            return;
        }

        bool isFirst = day == 0 ? WarnedOn.TryAdd(key, row.Day) : WarnedOn.TryUpdate(key, row.Day, day);
        if (isFirst)
        {
            string message = Format(
                Client.Messages.QuotaWarning,
                api,
                row.Remaining,
                row.Limit,
                JapanTime.Text(JapanTime.NextMidnight(_clock.Now)));
            activity.Report(new JpoActivity(JpoActivityKind.Warning, message));
        }
    }

    private JpoQuotaExhaustedException Exhausted(ApiDescriptor api, QuotaRow row, string more = "")
    {
        DateTimeOffset resetsAt = JapanTime.NextMidnight(_clock.Now);
        string words = _reserve > 0 && row.Remaining > 0
            ? Client.Messages.QuotaExhaustedReserve
            : Client.Messages.QuotaExhausted;
        return new JpoQuotaExhaustedException(
            api,
            resetsAt,
            Format(words, api, row.Limit - row.Remaining, row.Limit, JapanTime.Text(resetsAt), _reserve) + more);
    }
}
