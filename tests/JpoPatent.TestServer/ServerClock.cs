using System;
using System.Threading;

namespace JpoPatent.TestServer;

/// <summary>The service's own clock: the machine's, moved by whatever a test asks for. Its midnight in Japan resets the counters, and its time is in every <c>Date</c>.</summary>
public sealed class ServerClock(TimeProvider time)
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    private long _offset;

    /// <summary>What the clock is made from; delays wait by it.</summary>
    public TimeProvider Time => time;

    /// <summary>The service's time.</summary>
    public DateTimeOffset Now => time.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));

    /// <summary>The day in Japan.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(Japan).DateTime);

    /// <summary>Moves the clock.</summary>
    public void Add(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    /// <summary>Sets the clock.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _offset, (now - time.GetUtcNow()).Ticks);
}
