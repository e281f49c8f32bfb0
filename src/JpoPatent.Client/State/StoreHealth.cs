using System;

namespace JpoPatent.State;

/// <summary>
/// Since when a server has not answered. All parts of a connection that ask it share this, because a call needs the
/// server four times, and its waits together are to be no longer than one.
/// </summary>
internal sealed class StoreHealth(TimeProvider time)
{
    // Without a request for so long, an old failure says nothing of now.
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

    /// <summary>How much longer to wait, where the requests before may have used a part of the time.</summary>
    internal TimeSpan Left(TimeSpan patience)
    {
        lock (_gate)
        {
            long now = time.GetTimestamp();
            TimeSpan used = _isFailing && time.GetElapsedTime(_last, now) <= Memory
                ? time.GetElapsedTime(_since, now)
                : TimeSpan.Zero;
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
