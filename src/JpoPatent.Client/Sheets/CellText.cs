using System;
using System.Globalization;
using JpoPatent.Time;

namespace JpoPatent.Sheets;

/// <summary>Values as text that every culture and calendar reads alike: days as 2026-11-25, times in Japan's.</summary>
internal static class CellText
{
    internal static string Of(object? value) => value switch
    {
        null => string.Empty,
        string text => text,
        DateTime day => Of(day),
        DateTimeOffset moment =>
            JapanTime.ToJapan(moment).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),

        // .NET Framework leaves the last two digits out unless asked for them.
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    internal static string Of(DateTime day) =>
        day.ToString(
            day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Lines end as Excel ends them within a cell.</summary>
    internal static string Lines(string text) =>
        text.IndexOf('\r') < 0 ? text : text.Replace("\r\n", "\n").Replace('\r', '\n');
}
