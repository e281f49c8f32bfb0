using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
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

    // On a busy machine a thread may stand for seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly object _gate = new();
    private readonly List<FakeTimer> _armed = [];
    private readonly AsyncLocal<Lane?> _lane = new();
    private DateTimeOffset _wall;
    private int _changes;
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
        new FakeTimer(this, callback, state, dueTime, period);

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

    /// <summary>How long nothing may move in <see cref="Run(Func{Task}[])"/> before it is given up: long enough for a busy machine, and no verdict on speed.</summary>
    internal TimeSpan StandstillAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Runs lanes of work to their end without real waiting: whenever every lane that is not finished waits for a timer, the clock jumps to the next one. A lane
    /// may hold many tasks, as long as only one of them waits for a timer while the lane is idle. Deadlines and timers that repeat fire when the clock passes them, and
    /// are nothing that a lane waits for.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing moves any more; the message says who waits for what.</exception>
    internal void Run(params Func<Task>[] lanes)
    {
        Lane[] running = lanes.Select(static (_, index) => new Lane(index + 1)).ToArray();
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            Task[] tasks = lanes.Select((lane, index) => RunLaneAsync(lane, running[index])).ToArray();
            while (NextWhenAllWait() is { } due)
            {
                int changes = Changes();
                due.Fire();
                if (due.IsDeadline)
                {
                    LetItBeSeen(changes);
                }
            }

            Task.WhenAll(tasks).GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        async Task RunLaneAsync(Func<Task> lane, Lane self)
        {
            _lane.Value = self;
            try
            {
                await lane().ConfigureAwait(false);
            }
            finally
            {
                lock (_gate)
                {
                    self.IsDone = true;
                    Changed();
                }
            }
        }

        FakeTimer? NextWhenAllWait()
        {
            lock (_gate)
            {
                // A server of the test waits by this clock as well, for no lane of its own but for one that waits for the server.
                while (running.Count(lane => !lane.IsDone && !_armed.Any(timer => timer.IsWaitOf(lane))) > _armed.Count(static timer => timer.IsWaitOf(null)))
                {
                    if (!Monitor.Wait(_gate, StandstillAfter))
                    {
                        throw new InvalidOperationException(Standstill(running));
                    }
                }

                return running.All(static lane => lane.IsDone) ? null : NextDue(long.MaxValue);
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

    private int Changes()
    {
        lock (_gate)
        {
            return _changes;
        }
    }

    /// <summary>
    /// A deadline ends what waits under it. A thread that has just armed its wait and not yet looked at the deadline does so in a moment; until then, its wait is none, and the clock must not go
    /// on by it.
    /// </summary>
    private void LetItBeSeen(int changes)
    {
        lock (_gate)
        {
            if (_changes == changes)
            {
                Monitor.Wait(_gate, StandstillAfter < Longest ? StandstillAfter : Longest);
            }
        }
    }

    private void Changed()
    {
        _changes++;
        Monitor.PulseAll(_gate);
    }

    /// <summary>Who waits for what.</summary>
    private string Standstill(Lane[] lanes)
    {
        var words = new StringBuilder("Nothing moves any more on the simulated clock, which shows ").Append(_wall.ToString("O")).Append('.');
        foreach (Lane? lane in lanes.Append(null))
        {
            words.AppendLine().Append("Lane ").Append(lane?.Number.ToString() ?? "unknown").Append(": ");
            FakeTimer[] timers = _armed.Where(timer => timer.IsOf(lane)).OrderBy(static timer => timer.Due).ToArray();
            words.Append(lane == null ? "timers of others" : lane.IsDone ? "done" : timers.Any(timer => timer.IsWaitOf(lane)) ? "waits" : "runs, or waits for a lock, another lane or I/O: for nothing that this clock moves");
            foreach (FakeTimer timer in timers)
            {
                words.AppendLine().Append("    ").Append(timer.Kind).Append(" in ").Append(TimeSpan.FromTicks(timer.Due - _monotonic)).Append(": ").Append(timer.Origin);
            }
        }

        return words.ToString();
    }

    private void MoveTo(long monotonic)
    {
        _wall = _wall.AddTicks(monotonic - _monotonic);
        _monotonic = monotonic;
    }

    /// <summary>One of the pieces of work that run at once.</summary>
    private sealed class Lane(int number)
    {
        internal int Number => number;

        internal bool IsDone { get; set; }
    }

    private sealed class FakeTimer : ITimer
    {
        private readonly FakeTime _time;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly Lane? _lane;
        private readonly StackTrace _madeAt = new(2);
        private TimeSpan _period;

        internal FakeTimer(FakeTime time, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _time = time;
            _callback = callback;
            _state = state;
            _lane = time._lane.Value;
            Change(dueTime, period);
        }

        internal long Due { get; private set; }

        internal bool IsDeadline => _state is CancellationTokenSource;

        internal string Kind => IsDeadline ? "deadline" : _period > TimeSpan.Zero ? "repeats" : "wait";

        /// <summary>The methods of ours that made it, the innermost first.</summary>
        internal string Origin => string.Join(" < ", _madeAt.GetFrames()
            .Select(static frame => frame.GetMethod()?.DeclaringType)
            .Where(static type => type?.FullName?.StartsWith("JpoPatent.", StringComparison.Ordinal) == true && type != typeof(FakeTime))
            .Select(static type => type!.FullName!["JpoPatent.".Length..])
            .Distinct()
            .Take(8));

        internal bool IsOf(Lane? lane) => _lane == lane;

        /// <summary>Whether a lane stands still until the timer fires.</summary>
        internal bool IsWaitOf(Lane? lane) => _lane == lane && _period <= TimeSpan.Zero && !IsDeadline;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_time._gate)
            {
                _time._armed.Remove(this);
                _period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = _time._monotonic + dueTime.Ticks;
                    _time._armed.Add(this);
                }

                _time.Changed();
            }

            return true;
        }

        public void Dispose()
        {
            lock (_time._gate)
            {
                _time._armed.Remove(this);
                _period = TimeSpan.Zero;
                _time.Changed();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        internal void Fire()
        {
            if (_period > TimeSpan.Zero)
            {
                Change(_period, _period);
            }

            _callback(_state);
        }
    }
}
