using System;

namespace JpoPatent.Numbers;

/// <summary>
/// Years of Japan's eras, and the era form in which the service writes publication numbers: <c>503090037</c> is number
/// 090037 of Reiwa 3 (first digit 3 Showa, 4 Heisei, 5 Reiwa; then the year of the era).
/// </summary>
internal static class EraNumbers
{
    private const int Length = 9;

    /// <summary>The western year, or 0 where the era has no such year.</summary>
    /// <param name="era"><c>3</c> Showa, <c>4</c> Heisei, <c>5</c> Reiwa.</param>
    /// <param name="year">Year of the era; its first year is 1.</param>
    public static int ToWesternYear(char era, int year) => era switch
    {
        '3' when year is >= 1 and <= 64 => 1925 + year,
        '4' when year is >= 1 and <= 31 => 1988 + year,
        '5' when year is >= 1 and <= 81 => 2018 + year,
        _ => 0,
    };

    /// <summary>
    /// Ten digits, year first, of a number in era form, with or without kind letters before it (<c>JPA 414233033</c>
    /// gives <c>2002233033</c>). Ten digits that come so already stay.
    /// </summary>
    /// <returns>Ten digits; null where the text is something else.</returns>
    public static string? ToTenDigits(string? text) => TryRead(text, out _, out string? digits) ? digits : null;

    /// <summary>Takes apart a number as cited documents carry it: kind letters, blank, era form.</summary>
    /// <param name="text">Text from the service, e.g. <c>JPA 414233033</c>.</param>
    /// <param name="letters">The kind letters, e.g. <c>JPA</c>; empty if absent.</param>
    /// <param name="digits">Ten digits, year first.</param>
    public static bool TryRead(string? text, out string letters, out string? digits)
    {
        letters = string.Empty;
        digits = null;
        ReadOnlySpan<char> rest = NumberText.Trim(text);
        int count = 0;
        while (count < rest.Length && NumberText.IsLetter(rest[count]))
        {
            count++;
        }

        ReadOnlySpan<char> number = rest.Slice(count).TrimStart(' ');
        if (number.Length is not (Length or Length + 1) || count > 4)
        {
            return false;
        }

        foreach (char c in number)
        {
            if (!NumberText.IsDigit(c))
            {
                return false;
            }
        }

        if (number.Length == Length + 1)
        {
            digits = number.ToString();
        }
        else
        {
            int year = ToWesternYear(number[0], ((number[1] - '0') * 10) + (number[2] - '0'));
            if (year == 0)
            {
                return false;
            }

            Span<char> ten = stackalloc char[Length + 1];
            NumberFormat.Digits(ten.Slice(0, 4), year);
            number.Slice(3).CopyTo(ten.Slice(4));
            digits = ten.ToString();
        }

        letters = rest.Slice(0, count).ToString();
        return true;
    }

    /// <summary>
    /// The publication that a text from the service means: the era form or ten digits, bare or behind <c>JPA</c>. Other
    /// kind letters can mean other series, so they give null.
    /// </summary>
    public static JpoNumber? ToPublication(string? text)
    {
        if (!TryRead(text, out string letters, out string? digits) || letters is not ("" or "JPA"))
        {
            return null;
        }

        return JpoNumber.TryParse(digits, JpoNumberKind.Publication, JpoLaw.Patent, out JpoNumber? number, out _)
            ? number
            : null;
    }
}
