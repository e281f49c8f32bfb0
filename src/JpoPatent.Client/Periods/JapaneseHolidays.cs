using System;

namespace JpoPatent.Periods;

/// <summary>
/// The holidays of the Act on National Holidays (国民の祝日に関する法律) as it stood in each year since 1994, with the special
/// laws for 2019 to 2021. The equinoxes are computed; the government announces them in the February before, and has
/// never differed.
/// </summary>
internal static class JapaneseHolidays
{
    internal const int FirstYear = 1994;

    internal const int LastYear = 2099;

    /// <summary>
    /// Whether a day is a national holiday, a substitute for one that fell on a Sunday, or stands between two.
    /// </summary>
    internal static bool IsHoliday(DateTime day) => IsNational(day) || IsSubstitute(day) || IsBetween(day);

    /// <summary>
    /// Whether the offices of the state are closed (行政機関の休日に関する法律): weekends, holidays, and 29 December to 3 January.
    /// </summary>
    internal static bool IsOfficeClosed(DateTime day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        || (day.Month == 12 && day.Day >= 29) || (day.Month == 1 && day.Day <= 3)
        || IsHoliday(day);

    private static bool IsNational(DateTime date)
    {
        int year = date.Year;
        int day = date.Day;
        return date.Month switch
        {
            1 => day == 1 || (year >= 2000 ? IsMonday(date, 2) : day == 15),
            2 => day == 11 || (day == 23 && year >= 2020),
            3 => day == SpringEquinox(year),
            4 => day == 29,
            5 => day is 3 or 5 || (day == 4 && year >= 2007) || (day == 1 && year == 2019),
            7 => year switch
            {
                2020 => day is 23 or 24,
                2021 => day is 22 or 23,
                >= 2003 => IsMonday(date, 3),
                >= 1996 => day == 20,
                _ => false,
            },
            8 => year >= 2016 && day == year switch { 2020 => 10, 2021 => 8, _ => 11 },
            9 => day == AutumnEquinox(year) || (year >= 2003 ? IsMonday(date, 3) : day == 15),
            10 => year switch
            {
                2020 or 2021 => false,
                >= 2000 => IsMonday(date, 2) || (day == 22 && year == 2019),
                _ => day == 10,
            },
            11 => day is 3 or 23,
            12 => day == 23 && year is >= 1989 and <= 2018,
            _ => false,
        };
    }

    /// <summary>
    /// Article 3(2): since 2007 the first day after a holiday on a Sunday that is not a holiday itself;
    /// before, the Monday alone.
    /// </summary>
    private static bool IsSubstitute(DateTime day)
    {
        if (IsNational(day))
        {
            return false;
        }

        DateTime before = day.AddDays(-1);
        while (IsNational(before))
        {
            if (before.DayOfWeek == DayOfWeek.Sunday)
            {
                return true;
            }

            if (day.Year < 2007)
            {
                return false;
            }

            before = before.AddDays(-1);
        }

        return false;
    }

    /// <summary>Article 3(3).</summary>
    private static bool IsBetween(DateTime day) =>
        IsNational(day.AddDays(-1))
        && IsNational(day.AddDays(1))
        && !IsNational(day)
        && (day.Year >= 2007 || day.DayOfWeek != DayOfWeek.Sunday);

    private static bool IsMonday(DateTime day, int which) =>
        day.DayOfWeek == DayOfWeek.Monday && (day.Day + 6) / 7 == which;

    private static int SpringEquinox(int year) => Equinox(year, 20.8431);

    private static int AutumnEquinox(int year) => Equinox(year, 23.2488);

    /// <summary>The usual approximation, which holds from 1980 to 2099.</summary>
    private static int Equinox(int year, double start)
    {
        int years = year - 1980;
        return (int)(start + (0.242194 * years)) - (int)Math.Floor(years / 4.0);
    }
}
