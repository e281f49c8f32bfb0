using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>At most so many calls in any window of time, shared by everybody who shares the store.</summary>
internal sealed class SlidingWindow(IRecordStore store, int record, int calls, TimeProvider time)
{
    /// <summary>
    /// The service counts 60 seconds at its end of the line; half a second more keeps calls apart that travelled at different speed. It costs 0.8 % of the rate.
    /// </summary>
    internal static readonly TimeSpan Length = TimeSpan.FromSeconds(60.5);

    // Whoever wakes later than this has been asleep with the machine, or waited for a token: the place is in the past and a new one is due.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(250);

    // Short enough to notice soon that the machine was asleep meanwhile.
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);

    // A token that expires faster than a login takes would otherwise be fetched for ever.
    private const int MaxPreparations = 3;

    // Of all tasks of one connection, one at a time waits for a place ahead; the others queue here. So a bulk run, however many tasks it has, delays
    // somebody else's single call by one place and not by fifty.
    private readonly SemaphoreSlim _turn = new(1, 1);

    private int Calls => calls;

    private PacingInstant Now => PacingInstant.Now(time);

    /// <summary>Waits for a place and takes it.</summary>
    /// <param name="api">Whose call it is, for the message.</param>
    /// <param name="prepare">What has to be ready when the place comes; the place is taken anew where that took long.</param>
    /// <param name="activity">Told of a wait.</param>
    /// <param name="cancellationToken">Gives the place back.</param>
    internal async ValueTask WaitAsync(ApiDescriptor api, Func<CancellationToken, ValueTask> prepare, IProgress<JpoActivity>? activity, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            PacingTicket ticket = Take(null);
            for (int round = 1; ; round++)
            {
                try
                {
                    await WaitUntilAsync(ticket, api, activity, cancellationToken).ConfigureAwait(false);
                    if (round <= MaxPreparations)
                    {
                        await prepare(cancellationToken).ConfigureAwait(false);
                    }
                }
                catch
                {
                    GiveBack(ticket.Place);
                    throw;
                }

                if (ticket.Left(Now) >= -Tolerance.TotalMilliseconds)
                {
                    return;
                }

                ticket = Take(ticket.Place);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task WaitUntilAsync(PacingTicket ticket, ApiDescriptor api, IProgress<JpoActivity>? activity, CancellationToken cancellationToken)
    {
        var left = TimeSpan.FromMilliseconds(ticket.Left(Now));
        if (left <= TimeSpan.Zero)
        {
            return;
        }

        activity?.Report(new JpoActivity(
            JpoActivityKind.Waiting,
            string.Format(CultureInfo.CurrentCulture, Client.Messages.WaitingForMinute, api, Math.Ceiling(left.TotalSeconds), calls),
            left));
        while (left > TimeSpan.Zero)
        {
            await time.Wait(left < Slice ? left : Slice, cancellationToken).ConfigureAwait(false);
            left = TimeSpan.FromMilliseconds(ticket.Left(Now));
        }
    }

    private PacingTicket Take(long? instead) => store.Update(record, (Window: this, Instead: instead), static (ref string text, (SlidingWindow Window, long? Instead) call) =>
    {
        PacingRow row = PacingRow.Parse(text);
        if (call.Instead is { } unused)
        {
            row.GiveBack(unused);
        }

        PacingTicket ticket = row.Take(call.Window.Now, call.Window.Calls, (long)Length.TotalMilliseconds);
        text = row.Format();
        return ticket;
    });

    private void GiveBack(long place) => store.Update(record, place, static (ref string text, long unused) =>
    {
        PacingRow row = PacingRow.Parse(text);
        row.GiveBack(unused);
        text = row.Format();
        return true;
    });
}
