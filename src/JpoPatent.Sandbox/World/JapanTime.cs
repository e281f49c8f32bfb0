using System;
using System.Globalization;

namespace JpoPatent.Sandbox;

/// <summary>Japan's calendar: UTC+9, no summer time. A day is a <see cref="DateTime"/> at midnight.</summary>
internal static class JapanTime
{
    public static DateTime Today(DateTimeOffset now) => now.ToOffset(TimeSpan.FromHours(9)).Date;

    /// <summary>The service's form of a day, <c>20240605</c>; empty for none.</summary>
    public static string Text(DateTime? day) => day is { } d ? d.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : "";

    /// <summary>The day itself or, at a weekend, the Friday before, in which case it may not leave its year.</summary>
    public static DateTime WorkingDay(DateTime day)
    {
        int back = day.DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };
        DateTime moved = day.AddDays(-back);
        return moved.Year == day.Year ? moved : day.AddDays(3 - back);
    }

    /// <summary>The day itself or, at a weekend, the Monday after.</summary>
    public static DateTime NextWorkingDay(DateTime day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
