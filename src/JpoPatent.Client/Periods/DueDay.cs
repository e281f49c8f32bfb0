using System;

namespace JpoPatent.Periods;

/// <summary>
/// The last day of a period, as the Patent Act counts in its article 3 (which the Design and the Trademark Act apply
/// too): the day of dispatch is not counted; months end on the day before the one that corresponds to the first day, or
/// with the month if there is no such day; and a last day on which the office is closed moves to the next on which it
/// is open.
/// </summary>
internal static class DueDay
{
    /// <summary>The last day; null where it lies outside the years whose holidays are known.</summary>
    internal static DateTime? Of(DateTime dispatched, int number, PeriodUnit unit)
    {
        if (dispatched.Year is < JapaneseHolidays.FirstYear or >= JapaneseHolidays.LastYear)
        {
            return null;
        }

        DateTime last = unit switch
        {
            PeriodUnit.Months => AfterMonths(dispatched.Date, number),
            PeriodUnit.Weeks => dispatched.Date.AddDays(7 * number),
            _ => dispatched.Date.AddDays(number),
        };
        while (JapaneseHolidays.IsOfficeClosed(last))
        {
            last = last.AddDays(1);
        }

        return last.Year <= JapaneseHolidays.LastYear ? last : null;
    }

    private static DateTime AfterMonths(DateTime dispatched, int months)
    {
        DateTime first = dispatched.AddDays(1);
        DateTime corresponding = first.AddMonths(months);

        // Where the month has no such day, the framework has already gone back to its last one.
        return corresponding.Day == first.Day ? corresponding.AddDays(-1) : corresponding;
    }
}
