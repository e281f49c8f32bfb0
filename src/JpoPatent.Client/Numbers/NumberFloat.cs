using System;

namespace JpoPatent.Numbers;

/// <summary>
/// Digits that a spreadsheet or a data frame wrote as a floating point number: <c>2020123456.0</c>, and
/// <c>2.020123456E+09</c> where every digit is there. One that was rounded, such as <c>2.02E+09</c>, is not read: its
/// digits are lost.
/// </summary>
internal static class NumberFloat
{
    /// <summary>Writes the digits, where the text is such a number and none of them is lost.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<char> digits, out int length)
    {
        length = 0;
        int point = text.IndexOf('.');
        if (point <= 0)
        {
            return false;
        }

        int exponentAt = text.IndexOfAny('E', 'e');
        ReadOnlySpan<char> whole = text.Slice(0, point);
        ReadOnlySpan<char> fraction = exponentAt < 0 ? text.Slice(point + 1)
            : exponentAt > point ? text.Slice(point + 1, exponentAt - point - 1)
            : default;
        if (fraction.IsEmpty || !IsDigits(whole) || !IsDigits(fraction))
        {
            return false;
        }

        if (exponentAt < 0)
        {
            // Seven digits at least: 2020.12 is a year and a month.
            return whole.Length >= 7 && fraction.Trim('0').IsEmpty && Copy(whole, default, digits, out length);
        }

        return whole.Length == 1
            && Exponent(text.Slice(exponentAt + 1)) == fraction.Length
            && Copy(whole, fraction, digits, out length);
    }

    private static int Exponent(ReadOnlySpan<char> text)
    {
        text = text.Length > 0 && text[0] == '+' ? text.Slice(1) : text;
        if (!IsDigits(text) || text.Length > 3)
        {
            return -1;
        }

        int exponent = 0;
        foreach (char c in text)
        {
            exponent = (exponent * 10) + (c - '0');
        }

        return exponent;
    }

    private static bool Copy(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, Span<char> digits, out int length)
    {
        whole.CopyTo(digits);
        fraction.CopyTo(digits.Slice(whole.Length));
        length = whole.Length + fraction.Length;
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!NumberText.IsDigit(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
