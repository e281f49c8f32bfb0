using System;
using System.Threading;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Calls;

/// <summary>
/// The time that a whole call may take: its tries, the logins that it waits for, the waits between tries, and the wait
/// for another call that fetches the same answer. The wait for a slot in the minute, or for others who share the last
/// accesses of the day, does not count: a run of a thousand numbers waits for minutes, and nothing is wrong with it.
/// </summary>
internal sealed class CallBudget(TimeProvider time, TimeSpan limit)
{
    private TimeSpan _spent;
    private long _runningSince;
    private int _running;

    internal TimeSpan Spent => _running > 0 ? _spent + time.GetElapsedTime(_runningSince) : _spent;

    internal TimeSpan Left
    {
        get
        {
            if (limit == Timeout.InfiniteTimeSpan)
            {
                return TimeSpan.MaxValue;
            }

            TimeSpan left = limit - Spent;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>What a wait may take that would by itself take as long as this.</summary>
    internal TimeSpan AtMost(TimeSpan duration)
    {
        TimeSpan left = Left;
        if (left == TimeSpan.MaxValue)
        {
            return duration;
        }

        return duration == Timeout.InfiniteTimeSpan || left < duration ? left : duration;
    }

    /// <summary>Lets the time run until the result is disposed of.</summary>
    internal Running Run()
    {
        if (_running++ == 0)
        {
            _runningSince = time.GetTimestamp();
        }

        return new Running(this);
    }

    /// <summary>Why the call goes no further, in a sentence that follows the error's own.</summary>
    internal string GivenUp() =>
        " " + Format(Client.Messages.CallGivenUp, Math.Round(Spent.TotalSeconds, 1), Math.Round(limit.TotalSeconds, 1));

    private void Stop()
    {
        if (--_running == 0)
        {
            _spent += time.GetElapsedTime(_runningSince);
        }
    }

    /// <summary>A stretch of time that counts.</summary>
    internal readonly struct Running(CallBudget budget) : IDisposable
    {
        public void Dispose() => budget.Stop();
    }
}
