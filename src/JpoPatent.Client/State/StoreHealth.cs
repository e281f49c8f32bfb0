using System;

namespace JpoPatent.State;

/// <summary>
/// Since when a server has not answered, for all of this connection who ask it. They wait side by side and one after the other for the same server, so that their patience is one:
/// a call needs it four times.
/// </summary>
internal sealed class StoreHealth(TimeProvider time)
{
    // Nobody has asked for so long: what failed before then says nothing of now.
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private bool _isFailing;
    private long _since;
    private long _last;
    private string _why = string.Empty;

    /// <summary>The server did what it was asked.</summary>
    internal void Answered()
    {
        lock (_gate)
        {
            _isFailing = false;
        }
    }

    /// <summary>The server did not answer, or not so that it can be believed.</summary>
    /// <param name="why">In words.</param>
    /// <param name="askedAt">When it was asked.</param>
    internal void Failed(string why, long askedAt)
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            if (!_isFailing || time.GetElapsedTime(_last, now) > Memory)
            {
                _since = askedAt;
            }

            (_isFailing, _last, _why) = (true, now, why);
        }
    }

    /// <summary>What is left of a patience, of which others may have used a part already.</summary>
    internal TimeSpan Left(TimeSpan patience)
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            TimeSpan used = _isFailing && time.GetElapsedTime(_last, now) <= Memory ? time.GetElapsedTime(_since, now) : TimeSpan.Zero;
            return used < patience ? patience - used : TimeSpan.Zero;
        }
    }

    /// <summary>Whether the last thing that is known is a failure, and not older than this.</summary>
    internal bool HasFailedWithin(TimeSpan span)
    {
        lock (_gate)
        {
            return _isFailing && time.GetElapsedTime(_last) < span;
        }
    }

    /// <summary>Whether the last thing that is known is a failure, later than a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="why">What was wrong.</param>
    internal bool HasFailedSince(long moment, out string why)
    {
        lock (_gate)
        {
            why = _why;
            return _isFailing && _last > moment;
        }
    }
}
