using System;
using JpoPatent.Pacing;
using JpoPatent.Time;

namespace JpoPatent.Quota;

/// <summary>
/// Reckons how long a run takes inside the limits: a day's accesses per day,
/// a minute's calls per minute. No clock, no files.
/// </summary>
internal static class QuotaEstimator
{
    /// <summary>What one call takes when nothing holds it up, as the service was seen to answer.</summary>
    private static readonly TimeSpan PerCall = TimeSpan.FromSeconds(1.6);

    /// <param name="api">What would be asked.</param>
    /// <param name="count">Accesses.</param>
    /// <param name="remaining">What this connection may still spend today.</param>
    /// <param name="perDay">What it may spend on a whole day.</param>
    /// <param name="perMinute">Calls per minute; 0 for no pacing.</param>
    /// <param name="now">The service's time.</param>
    internal static JpoQuotaEstimate Estimate(
        ApiDescriptor api, int count, int remaining, int perDay, int perMinute, DateTimeOffset now)
    {
        now = JapanTime.ToJapan(now);
        int today = Math.Min(count, remaining);
        TimeSpan duration = Working(today, perMinute);
        DateTimeOffset finishesAt = now + duration;
        int days = today > 0 ? 1 : 0;
        int left = count - today;
        if (left > 0 && perDay <= 0)
        {
            // The reserve leaves nothing on any day: it would never be done.
            return new JpoQuotaEstimate(api, count, remaining, today, days, TimeSpan.MaxValue, DateTimeOffset.MaxValue);
        }

        DateTimeOffset morning = JapanTime.NextMidnight(now);
        while (left > 0)
        {
            int some = Math.Min(left, perDay);
            TimeSpan working = Working(some, perMinute);
            duration += working;
            finishesAt = morning + working;
            morning = morning.AddDays(1);
            left -= some;
            days++;
        }

        return new JpoQuotaEstimate(api, count, remaining, today, days, duration, finishesAt);
    }

    private static TimeSpan Working(int calls, int perMinute)
    {
        if (calls == 0)
        {
            return TimeSpan.Zero;
        }

        TimeSpan unpaced = TimeSpan.FromTicks(PerCall.Ticks * calls);
        if (perMinute == 0)
        {
            return unpaced;
        }

        // The run waits for full windows, each from the end of a call;
        // the calls of the last one only take their own time.
        int windows = (calls - 1) / perMinute;
        TimeSpan paced = TimeSpan.FromTicks(
            ((SlidingWindow.Length + PerCall).Ticks * windows) + (PerCall.Ticks * (calls - (windows * perMinute))));
        return paced > unpaced ? paced : unpaced;
    }
}
