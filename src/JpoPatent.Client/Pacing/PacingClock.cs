using System;
using JpoPatent.Time;

namespace JpoPatent.Pacing;

/// <summary>What a moment is stamped with.</summary>
/// <param name="time">The machine's clock.</param>
/// <param name="common">What those who share the record have in common: the service's clock, or the store's.</param>
/// <param name="machine">Whose monotonic clock it is.</param>
internal sealed class PacingClock(TimeProvider time, RemoteClock common, string machine)
{
    internal TimeProvider Time => time;

    internal PacingStamp Now
    {
        get
        {
            long monotonic = (long)time.GetElapsedTime(0, time.GetTimestamp()).TotalMilliseconds;
            return common.TryRead(out long least, out long most)
                ? new PacingStamp(machine, monotonic, least, most)
                : new PacingStamp(machine, monotonic, 0, 0);
        }
    }
}
