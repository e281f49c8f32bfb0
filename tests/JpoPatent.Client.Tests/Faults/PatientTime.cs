using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests.Faults;

/// <summary>
/// The machine's clock, but for deadlines: those pass only when the server says that it has fallen silent. So no machine is too slow for an answer that comes, and none has
/// to wait for one that does not.
/// </summary>
internal sealed class PatientTime : TimeProvider
{
    private readonly HashSet<HeldTimer> _held = [];
    private TaskCompletionSource _look = new();
    private long _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Read(ref _ahead);

    public override DateTimeOffset GetUtcNow()
    {
        Interlocked.Exchange(ref _look, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        return System.GetUtcNow();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        state is CancellationTokenSource
            ? new HeldTimer(this, callback, state, dueTime)
            : System.CreateTimer(callback, state, IsLongWait(dueTime) ? Pass(dueTime) : dueTime, period);

    /// <summary>The waits of ten seconds or more, up to the longest that another side may ask for: they passed at once.</summary>
    internal ConcurrentQueue<TimeSpan> LongWaits { get; } = new();

    /// <summary>How long the longest of the deadlines was that passed last.</summary>
    internal TimeSpan LongestPassed { get; private set; }

    private static bool IsLongWait(TimeSpan wait) => wait >= TimeSpan.FromSeconds(10) && wait <= TimeSpan.FromMinutes(2);

    private TimeSpan Pass(TimeSpan wait)
    {
        LongWaits.Enqueue(wait);
        Interlocked.Add(ref _ahead, (long)(wait.TotalSeconds * TimestampFrequency));
        return TimeSpan.Zero;
    }

    /// <summary>Ends when somebody looks at the clock: the client does, when the head of an answer has come.</summary>
    internal Task NextLookAsync() => _look.Task;

    /// <summary>Lets all deadlines pass, and the time up to them.</summary>
    internal void PassDeadlines()
    {
        HeldTimer[] due;
        lock (_held)
        {
            due = [.. _held];
            _held.Clear();
        }

        if (due.Length > 0)
        {
            long behind = due.Max(static timer => timer.Due) - GetTimestamp();
            Interlocked.Add(ref _ahead, Math.Max(0, behind));
            LongestPassed = due.Max(static timer => timer.Length);
        }

        Array.ForEach(due, static timer => timer.Fire());
    }

    private sealed class HeldTimer : ITimer
    {
        private readonly PatientTime _time;
        private readonly TimerCallback _callback;
        private readonly object _state;

        internal HeldTimer(PatientTime time, TimerCallback callback, object state, TimeSpan dueTime)
        {
            _time = time;
            _callback = callback;
            _state = state;
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        internal long Due { get; private set; }

        internal TimeSpan Length { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_time._held)
            {
                _time._held.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Length = dueTime;
                    Due = _time.GetTimestamp() + (long)(dueTime.TotalSeconds * _time.TimestampFrequency);
                    _time._held.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (_time._held)
            {
                _time._held.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        internal void Fire() => _callback(_state);
    }
}
