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
        DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) ? Of(day) : null;
}
