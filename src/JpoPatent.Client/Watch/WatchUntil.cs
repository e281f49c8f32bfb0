using System;
using System.Globalization;
using System.Text.RegularExpressions;
using JpoPatent.Time;

namespace JpoPatent.Watch;

/// <summary>
/// Reads when a run is to end. A time alone is the next such time in Japan; texts and times of no zone are Japan's.
/// </summary>
internal static class WatchUntil
{
    private static readonly Regex Time = new(
        @"\A\s*(\d{1,2}):(\d{2})(?::(\d{2}))?\s*\z", RegexOptions.CultureInvariant);

    /// <returns>The instant; null where it cannot be read.</returns>
    internal static DateTimeOffset? Read(object value, DateTimeOffset now)
    {
        switch (value)
        {
            case DateTimeOffset instant:
                return instant;
            case DateTime { Kind: DateTimeKind.Unspecified } day:
                return new DateTimeOffset(day, JapanTime.Offset);
            case DateTime day:
                return new DateTimeOffset(day);
            case TimeSpan time when time >= TimeSpan.Zero && time < TimeSpan.FromDays(1):
                return Next(time, now);
        }

        string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        if (Time.Match(text) is { Success: true } match)
        {
            return TimeSpan.TryParse(text.Trim(), CultureInfo.InvariantCulture, out TimeSpan time)
                && match.Groups[1].Value != "24"
                ? Next(time, now)
                : null;
        }

        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime read)
            && !DateTime.TryParse(text, CultureInfo.CurrentCulture, DateTimeStyles.RoundtripKind, out read))
        {
            return null;
        }

        return read.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(read, JapanTime.Offset)
            : new DateTimeOffset(read);
    }

    private static DateTimeOffset Next(TimeSpan time, DateTimeOffset now)
    {
        var today = new DateTimeOffset(JapanTime.ToJapan(now).Date + time, JapanTime.Offset);
        return today > now ? today : today.AddDays(1);
    }
}
