using System;
using System.Threading;

namespace JpoPatent.Time;

/// <summary>
/// What time it is for the service: the local clock, corrected by the <c>Date</c> headers of its answers. It is never
/// ahead of the service as far as the headers tell, so that a new day is not believed in before the service has begun
/// it.
/// </summary>
internal sealed class ServiceClock(TimeProvider time)
{
    // A header is cut to whole seconds and travels for a while, so each one gives an offset that
    // is at most this much too small.
    private static readonly long Tolerance = TimeSpan.FromSeconds(3).Ticks;

    private long _offset;
    private int _observed;

    internal TimeProvider Time => time;

    /// <summary>
    /// The same headers as bounds by the monotonic clock: what all machines that use the service have in common.
    /// </summary>
    internal RemoteClock Remote { get; } = new(time);

    internal DateTimeOffset Now => time.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));

    internal int Today => JapanTime.DayOf(Now);

    /// <summary>Whether an answer has told the service's time.</summary>
    internal bool IsObserved => Volatile.Read(ref _observed) != 0;

    /// <summary>How far the local clock is behind the service's; negative where it is ahead.</summary>
    internal TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <summary>Learns from an answer.</summary>
    /// <param name="serviceDate">Its header.</param>
    /// <param name="sentAt">The timestamp of the clock when the request began.</param>
    /// <param name="headAt">What time it was by the local clock when the header came.</param>
    internal void Observe(DateTimeOffset serviceDate, long sentAt, DateTimeOffset headAt)
    {
        Remote.Observe(serviceDate, sentAt);
        Observe(serviceDate, headAt);
    }

    internal void Observe(DateTimeOffset serviceDate) => Observe(serviceDate, time.GetUtcNow());

    private void Observe(DateTimeOffset serviceDate, DateTimeOffset headAt)
    {
        long seen = serviceDate.UtcTicks - headAt.UtcTicks;
        long known = Interlocked.Read(ref _offset);
        bool first = Interlocked.Exchange(ref _observed, 1) == 0;

        // Every header gives a lower bound; the greatest is the best.
        // One far below means that the local clock was set forward.
        if (first || seen > known || seen < known - Tolerance)
        {
            Interlocked.Exchange(ref _offset, seen);
        }
    }
}
