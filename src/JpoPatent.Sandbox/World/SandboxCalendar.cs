using System;

namespace JpoPatent.Sandbox.World;

/// <summary>Japan's calendar: UTC+9, no summer time. A day is a <see cref="DateTime"/> at midnight.</summary>
internal static class SandboxCalendar
{
    public static DateTime Today(DateTimeOffset now) => now.ToOffset(TimeSpan.FromHours(9)).Date;

    /// <summary>The service's form of a day, <c>20240605</c>; empty for none.</summary>
    public static string Text(DateTime? day)
    {
        if (day is not { } d)
        {
            return "";
        }

        // By hand: an answer holds dozens, and the general formatter would take most of its time.
        int value = (d.Year * 10_000) + (d.Month * 100) + d.Day;
        char[] digits = new char[8];
        for (int i = 7; i >= 0; i--)
        {
            digits[i] = (char)('0' + (value % 10));
            value /= 10;
        }

        return new string(digits);
    }

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
