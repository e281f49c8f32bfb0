using System;

namespace JpoPatent.Time;

/// <summary>
/// What time it is at the other end of the line, as far as the <c>Date</c> headers of its answers tell: between two
/// bounds, counted by this machine's monotonic clock, which cannot be set. A header has whole seconds, and was written
/// somewhere between the request and its answer; many of them narrow the bounds.
/// </summary>
internal sealed class RemoteClock(TimeProvider time)
{
    // Clocks that are not set run apart by less than this.
    private const long DriftPerMillion = 200;

    // Headers that agree for so long are those of a clock that goes.
    private const long Probation = 2000;

    private readonly object _gate = new();
    private bool _isKnown;
    private bool _isSteady;
    private long _least;
    private long _most;
    private long _at;
    private long _knownSince;

    /// <summary>Learns from an answer.</summary>
    /// <param name="date">Its header.</param>
    /// <param name="sentAt">The timestamp of the clock when the request began.</param>
    internal void Observe(DateTimeOffset date, long sentAt)
    {
        long now = Milliseconds(time.GetTimestamp());
        long least = date.ToUnixTimeMilliseconds() - now;
        long most = date.ToUnixTimeMilliseconds() + 1000 - Milliseconds(sentAt);
        lock (_gate)
        {
            if (!_isKnown)
            {
                (_isKnown, _isSteady, _knownSince) = (true, true, now);
                (_least, _most, _at) = (least, most, now);
                return;
            }

            long drift = DriftSince(now);
            (long narrowLeast, long narrowMost) = (Math.Max(least, _least - drift), Math.Min(most, _most + drift));
            if (narrowLeast > narrowMost)
            {
                // Somebody set that clock, or it stands still, or this machine slept: begin anew,
                // and believe it when it has gone on for a while.
                (_isSteady, _knownSince) = (false, now);
                (_least, _most, _at) = (least, most, now);
                return;
            }

            (_least, _most, _at) = (narrowLeast, narrowMost, now);
            _isSteady |= now - _knownSince >= Probation;
        }
    }

    /// <summary>The bounds of the time there now, in milliseconds since 1970 UTC.</summary>
    /// <returns>False where no header tells, or where they contradict each other.</returns>
    internal bool TryRead(out long least, out long most)
    {
        long now = Milliseconds(time.GetTimestamp());
        lock (_gate)
        {
            long drift = DriftSince(now);
            (least, most) = (now + _least - drift, now + _most + drift);
            return _isSteady;
        }
    }

    private long DriftSince(long now) => (now - _at) * DriftPerMillion / 1_000_000;

    private long Milliseconds(long timestamp) => (long)time.GetElapsedTime(0, timestamp).TotalMilliseconds;
}
