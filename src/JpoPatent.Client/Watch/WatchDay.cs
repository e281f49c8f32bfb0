using System;
using System.Globalization;
using JpoPatent.Time;

namespace JpoPatent.Watch;

/// <summary>Days as the planner counts them, and as the file writes them.</summary>
internal static class WatchDay
{
    private const string Form = "yyyy-MM-dd";

    // A Saturday, so that the weekdays of the count begin with it; nothing depends on which.
    private static readonly DateTime First = new(2000, 1, 1);

    internal static int Of(DateTime day) => (int)(day.Date - First).TotalDays;

    internal static int Of(DateTimeOffset instant) => Of(JapanTime.ToJapan(instant).Date);

    internal static DateTime Date(int day) => First.AddDays(day);

    internal static string Text(int day) => Date(day).ToString(Form, CultureInfo.InvariantCulture);

    internal static int? Read(string? text) =>
        text is { Length: 10 } && text[4] == '-' && text[7] == '-' ? Read(text, month: 5, day: 8) : null;

    /// <summary>The day at the beginning of a text, as yyyyMMdd; null where there is no such day.</summary>
    internal static int? ReadCompact(string text) => text.Length >= 8 ? Read(text, month: 4, day: 6) : null;

    // By hand, because a file has hundreds of thousands of days.
    private static int? Read(string text, int month, int day)
    {
        int y = Digits(text, 0, 4), m = Digits(text, month, 2), d = Digits(text, day, 2);
        return y >= 1 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? Of(new DateTime(y, m, d))
            : null;
    }

    private static int Digits(string text, int from, int count)
    {
        int value = 0;
        for (int i = from; i < from + count; i++)
        {
            int digit = text[i] - '0';
            if (digit is < 0 or > 9)
            {
                return -1;
            }

            value = (value * 10) + digit;
        }

        return value;
    }
}
