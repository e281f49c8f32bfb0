using System;

namespace JpoPatent.Sheets;

/// <summary>Days as Excel counts them: from 1900, with a 29 February 1900 that never was, or from 1904.</summary>
internal static class SerialDay
{
    /// <summary>The first number beyond the last day of Excel, 9999-12-31.</summary>
    internal const double Last = 2_958_466;

    private const int LostDay = 60;

    /// <summary>The day of a number; a time is rounded to the second.</summary>
    internal static bool TryRead(double number, bool isFrom1904, out DateTime day)
    {
        day = default;
        if (number is not (>= 0 and < Last) || (!isFrom1904 && number < 1))
        {
            return false;
        }

        double whole = Math.Floor(number);
        DateTime from = isFrom1904 ? new DateTime(1904, 1, 1)
            : whole < LostDay ? new DateTime(1899, 12, 31)
            : new DateTime(1899, 12, 30);
        if (whole > (DateTime.MaxValue - from).TotalDays - 1)
        {
            return false;
        }

        day = from.AddDays(whole).AddSeconds(Math.Round((number - whole) * 86400));
        return true;
    }

    /// <summary>The number of a day; null before March 1900, when Excel's count is wrong.</summary>
    internal static double? Write(DateTime day) =>
        day >= new DateTime(1900, 3, 1) ? (day - new DateTime(1899, 12, 30)).TotalDays : null;
}
