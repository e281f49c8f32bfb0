using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests;

/// <summary>
/// A clock that tests move: the wall clock and the monotonic one separately, because real ones part when somebody sets the time or the machine sleeps. Timers are
/// monotonic and fire when the clock is moved past them, on the thread that moves it.
/// </summary>
internal sealed class FakeTime : TimeProvider
{
    /// <summary>Noon in Japan on a fictional working day.</summary>
    internal static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(9));

    private readonly object _gate = new();
    private readonly List<FakeTimer> _armed = [];
    private DateTimeOffset _wall;
    private long _monotonic = TimeSpan.FromDays(3).Ticks;

    internal FakeTime(DateTimeOffset? now = null) => _wall = now ?? Noon;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _wall.ToUniversalTime();
        }
    }

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _monotonic;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FakeTimer(this, callback, state, dueTime);

    /// <summary>Time passes: both clocks go on, and what falls due on the way fires at its own moment. What waited for it has gone on when this returns.</summary>
    internal void Advance(TimeSpan by)
    {
        long until = GetTimestamp() + by.Ticks;
        SynchronizationContext? before = SynchronizationContext.Current;

        // Without a context of xunit's, what awaits a timer goes on within the timer's callback.
        SynchronizationContext.SetSynchronizationContext(null);
        while (NextDue(until) is { } due)
        {
            due.Fire();
        }

        SynchronizationContext.SetSynchronizationContext(before);

        lock (_gate)
        {
            MoveTo(until);
        }
    }

    /// <summary>Somebody sets the wall clock.</summary>
    internal void SetWallBy(TimeSpan by)
    {
        lock (_gate)
        {
            _wall += by;
        }
    }

    /// <summary>The machine sleeps as Linux counts it: the wall clock goes on, the monotonic one and the timers stand still.</summary>
    internal void Suspend(TimeSpan by) => SetWallBy(by);

    /// <summary>The machine sleeps as Windows counts it: both clocks go on, timers fire only afterwards.</summary>
    internal void SuspendOnWindows(TimeSpan by)
    {
        lock (_gate)
        {
            MoveTo(_monotonic + by.Ticks);
        }
    }

    /// <summary>
    /// Runs lanes of work to their end without real waiting: whenever every lane that is not finished waits for a timer, the clock jumps to the next one. A lane
    /// may hold many tasks, as long as only one of them waits for a timer while the lane is idle.
    /// </summary>
    internal void Run(params Func<Task>[] lanes)
    {
        int active = lanes.Length;
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Task[] tasks = lanes.Select(RunLaneAsync).ToArray();
            while (NextWhenAllWait() is { } due)
            {
                due.Fire();
            }

            Task.WhenAll(tasks).GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        async Task RunLaneAsync(Func<Task> lane)
        {
            try
            {
                await lane().ConfigureAwait(false);
            }
            finally
            {
                lock (_gate)
                {
                    active--;
                    Monitor.PulseAll(_gate);
                }
            }
        }

        FakeTimer? NextWhenAllWait()
        {
            lock (_gate)
            {
                while (active > 0 && _armed.Count < active)
                {
                    Monitor.Wait(_gate);
                }

                return active == 0 ? null : NextDue(long.MaxValue);
            }
        }
    }

    /// <summary>The same for work that gives a result.</summary>
    internal T Run<T>(Func<Task<T>> work)
    {
        T result = default!;
        Func<Task> lane = async () => result = await work().ConfigureAwait(false);
        Run([lane]);
        return result;
    }

    private FakeTimer? NextDue(long until)
    {
        lock (_gate)
        {
            FakeTimer? next = null;
            foreach (FakeTimer timer in _armed)
            {
                if (timer.Due <= until && (next == null || timer.Due < next.Due))
                {
                    next = timer;
                }
            }

            if (next != null)
            {
                MoveTo(Math.Max(_monotonic, next.Due));
                _armed.Remove(next);
            }

            return next;
        }
    }

    private void MoveTo(long monotonic)
    {
        _wall = _wall.AddTicks(monotonic - _monotonic);
        _monotonic = monotonic;
    }

    private sealed class FakeTimer : ITimer
    {
        private readonly FakeTime _time;
        private readonly TimerCallback _callback;
        private readonly object? _state;

        internal FakeTimer(FakeTime time, TimerCallback callback, object? state, TimeSpan dueTime)
        {
            _time = time;
            _callback = callback;
            _state = state;
            Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        internal long Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_time._gate)
            {
                _time._armed.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = _time._monotonic + dueTime.Ticks;
                    _time._armed.Add(this);
                    Monitor.PulseAll(_time._gate);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (_time._gate)
            {
                _time._armed.Remove(this);
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
