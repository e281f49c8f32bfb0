using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace JpoPatent.Text;

/// <summary>Days as JPO's documents write them: <c>令和　６年　２月２０日</c>.</summary>
internal static class EraDate
{
    private static readonly Regex Pattern = new(
        "(?:(令和|平成|昭和)(元|[0-9]{1,2})|([0-9]{4}))年([0-9]{1,2})月([0-9]{1,2})日", RegexOptions.CultureInvariant);

    /// <summary>The first day in a text; null if absent.</summary>
    internal static DateTime? Find(string text)
    {
        Match match = Pattern.Match(PeriodText.Plain(text));
        if (!match.Success)
        {
            return null;
        }

        int year = match.Groups[3].Success
            ? Number(match.Groups[3])
            : (match.Groups[2].Value == "元" ? 1 : Number(match.Groups[2]))
                + match.Groups[1].Value switch { "令和" => 2018, "平成" => 1988, _ => 1925 };
        int month = Number(match.Groups[4]);
        int day = Number(match.Groups[5]);
        return month is >= 1 and <= 12
            && year is >= 1926 and <= 9999
            && day >= 1
            && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day)
            : null;
    }

    /// <summary>
    /// A day in the era's years and at full width, as JPO prints it; the year of the calendar before 1926.
    /// </summary>
    internal static string Write(DateTime day)
    {
        (string era, int year) = day >= new DateTime(2019, 5, 1) ? ("令和", day.Year - 2018)
            : day >= new DateTime(1989, 1, 8) ? ("平成", day.Year - 1988)
            : day >= new DateTime(1926, 12, 25) ? ("昭和", day.Year - 1925)
            : (string.Empty, day.Year);
        return era + (era.Length > 0 && year == 1 ? "元" : Two(year)) + "年" + Two(day.Month) + "月" + Two(day.Day) + "日";
    }

    /// <summary>Half-width letters, digits and signs at full width.</summary>
    internal static string Wide(string text)
    {
        char[] wide = text.ToCharArray();
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = wide[i] switch
            {
                ' ' => '　',
                '-' => '－',
                >= '!' and <= '~' => (char)(wide[i] + 0xFEE0),
                _ => wide[i],
            };
        }

        return new string(wide);
    }

    private static string Two(int number) => Wide(number.ToString(CultureInfo.InvariantCulture).PadLeft(2));

    private static int Number(Group group) => int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture);
}
