using System;
using System.Globalization;

namespace JpoPatent.Time;

/// <summary>Days as JPO counts them: from midnight to midnight in Japan, UTC+9 without summer time.</summary>
internal static class JapanTime
{
    internal static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The day in Japan as yyyyMMdd, the form in which the state files keep it.</summary>
    internal static int DayOf(DateTimeOffset instant)
    {
        DateTime day = (instant.UtcDateTime + Offset).Date;
        return (day.Year * 10000) + (day.Month * 100) + day.Day;
    }

    /// <summary>The next midnight in Japan after <paramref name="instant"/>, with Japan's offset.</summary>
    internal static DateTimeOffset NextMidnight(DateTimeOffset instant) =>
        new(DateTime.SpecifyKind((instant.UtcDateTime + Offset).Date.AddDays(1), DateTimeKind.Unspecified), Offset);

    internal static DateTimeOffset ToJapan(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>
    /// Day and minute in Japan, for people. In the years of the common era, whatever calendar the user's culture has:
    /// desks in Japan can be set to eras.
    /// </summary>
    internal static string Text(DateTimeOffset instant) =>
        ToJapan(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
