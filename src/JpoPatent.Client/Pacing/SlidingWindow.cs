using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.State;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Pacing;

/// <summary>At most so many calls in any window of time, shared by everybody who shares the store.</summary>
internal sealed class SlidingWindow
{
    /// <summary>
    /// The service counts 60 seconds. A place is held until its call has ended and then for this long, so that no way
    /// to the service can be too long; the rest is for clocks that do not run alike and for timers that are early.
    /// </summary>
    internal static readonly TimeSpan Length = TimeSpan.FromSeconds(60.25);

    /// <summary>While the store that all machines share cannot be had, each goes on at this rate.</summary>
    private const int CallsAlone = 1;

    private readonly IRecordStore _store;
    private readonly string _key;
    private readonly int _calls;
    private readonly PacingClock _clock;
    private readonly TimeSpan _longestCall;
    private readonly TimeSpan _look;
    private readonly PacingSight _sight = new();

    // Of all tasks of one connection, one at a time waits for a place; the others queue here. So a bulk run, however
    // many tasks it has, delays somebody else's single call by one place and not by fifty.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly LinkedList<Action> _behind = new();
    private volatile bool _isWaiting;

    /// <param name="store">Where the record is.</param>
    /// <param name="key">Its key.</param>
    /// <param name="calls">Calls allowed in a window.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="longestCall">How long a call can take.</param>
    /// <param name="look">How often who waits looks whether a place has become free.</param>
    internal SlidingWindow(
        IRecordStore store, string key, int calls, PacingClock clock, TimeSpan longestCall, TimeSpan look)
    {
        _store = store;
        _key = key;
        _calls = calls;
        _clock = clock;
        _longestCall = longestCall;
        _look = look;
    }

    /// <summary>Waits for a place and takes it.</summary>
    /// <param name="api">Whose call it is, for the message.</param>
    /// <param name="prepare">What has to be ready before the place is taken.</param>
    /// <param name="activity">Told of a wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The place, to be ended with <see cref="LeaveAsync"/>.</returns>
    internal async ValueTask<string> EnterAsync(
        ApiDescriptor api,
        Func<CancellationToken, ValueTask> prepare,
        IProgress<JpoActivity>? activity,
        CancellationToken cancellationToken)
    {
        await TakeTurnAsync(api, activity, cancellationToken).ConfigureAwait(false);
        string id = Guid.NewGuid().ToString("N").Substring(0, 8);
        bool isTold = false;
        bool isListed = false;
        try
        {
            while (true)
            {
                await prepare(cancellationToken).ConfigureAwait(false);
                isListed = true;
                long wait = await AskAsync(id, cancellationToken).ConfigureAwait(false);
                if (wait == 0)
                {
                    isListed = false;
                    return id;
                }

                TimeSpan left = TimeSpan.FromMilliseconds(wait);
                if (!isTold)
                {
                    isTold = true;
                    TellThoseBehind();
                    activity?.Report(new JpoActivity(
                        JpoActivityKind.Waiting,
                        Format(Client.Messages.WaitingForMinute,
                            api,
                            Math.Ceiling(left.TotalSeconds),
                            _calls),
                        left));
                }

                await _clock.Time.Wait(left < _look ? left : _look, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (isListed)
            {
                await LeaveAsync(id, wasSent: false).ConfigureAwait(false);
            }

            _isWaiting = false;
            _turn.Release();
        }
    }

    /// <summary>Ends a place.</summary>
    /// <param name="id">The place.</param>
    /// <param name="wasSent">Whether the call went out, so that the service may have counted it.</param>
    internal async ValueTask LeaveAsync(string id, bool wasSent) => await _store.UpdateAsync(
        _key,
        (ref string text, RecordFacts _) =>
        {
            PacingRow row = PacingRow.Parse(text);
            PacingStamp now = _clock.Now;
            row.End(id, now, wasSent);
            foreach (PacingEntry entry in row.Entries)
            {
                // What stands there is seen from now on, as others count on it.
                _sight.AgeOf(entry, now);
            }

            return text = row.Format();
        },
        FileLock.Patience).ConfigureAwait(false);

    /// <summary>
    /// Lines up behind the connection's other calls, and says so where the first of them waits for its minute.
    /// </summary>
    private async ValueTask TakeTurnAsync(
        ApiDescriptor api, IProgress<JpoActivity>? activity, CancellationToken cancellationToken)
    {
        if (_turn.Wait(0, cancellationToken))
        {
            return;
        }

        LinkedListNode<Action> self;
        bool isTold = false;
        lock (_behind)
        {
            self = _behind.AddLast(Tell);
            if (_isWaiting)
            {
                Tell();
            }
        }

        try
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_behind)
            {
                _behind.Remove(self);
            }
        }

        void Tell()
        {
            if (!isTold)
            {
                isTold = true;
                activity?.Report(new JpoActivity(
                    JpoActivityKind.Waiting,
                    Format(Client.Messages.WaitingForTurn, api)));
            }
        }
    }

    private void TellThoseBehind()
    {
        // Within the lock, because a call that has left the line must not be told anything any more.
        lock (_behind)
        {
            _isWaiting = true;
            foreach (Action tell in _behind)
            {
                tell();
            }
        }
    }

    private ValueTask<long> AskAsync(string id, CancellationToken cancellationToken) => _store.UpdateAsync(
        _key,
        (ref string text, RecordFacts facts) =>
        {
            PacingRow row = PacingRow.Parse(text);
            int calls = facts.IsAlone && facts.Share > 0 ? CallsAlone : _calls;
            long wait = row.Ask(
                id,
                _clock.Now,
                _sight,
                (calls, (long)Length.TotalMilliseconds),
                (long)_longestCall.TotalMilliseconds,
                (long)_look.TotalMilliseconds);
            text = row.Format();
            return wait;
        },
        cancellationToken: cancellationToken);
}
