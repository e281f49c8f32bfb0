using System;
using System.Globalization;

namespace JpoPatent.Numbers;

/// <summary>
/// The text of a cell or an argument that may be typed: spreadsheets give numbers as floating point, JSON as integers,
/// and a cell that was turned into a date as a date.
/// </summary>
internal static class NumberCell
{
    // Up to here a double holds every whole number.
    private const double LargestExact = 9007199254740992;

    /// <summary>The text, or null where there is nothing.</summary>
    /// <param name="value">A value out of its wrappers.</param>
    public static string? Text(object? value) => value switch
    {
        null or DBNull => null,
        string text => text,
        double number => Whole(number),
        float number => Whole(number),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        DateTime day =>
            day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy/M/d" : "yyyy/M/d H:mm", CultureInfo.InvariantCulture),
        DateTimeOffset time => Text(time.DateTime),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string Whole(double number) =>
        Math.Floor(number) == number && Math.Abs(number) < LargestExact
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
}
