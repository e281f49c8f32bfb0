using System;

namespace JpoPatent;

/// <summary>
/// One spelling for each character that people write in many: digits and letters half-width and upper-case, one dash, one slash. Only
/// what is listed here is rewritten; a compatibility normalization would also make digits out of circled or superscript ones.
/// </summary>
internal static class NumberText
{
    /// <summary>Longer than the longest DOCDB number (100 characters) with a few blanks in it.</summary>
    public const int MaxLength = 120;

    /// <summary>Without the blanks, line ends and invisible marks that cells and copied text carry at their ends.</summary>
    public static ReadOnlySpan<char> Trim(string? text)
    {
        ReadOnlySpan<char> rest = text.AsSpan();
        int start = 0;
        while (start < rest.Length && IsMargin(rest[start]))
        {
            start++;
        }

        int end = rest.Length;
        while (end > start && IsMargin(rest[end - 1]))
        {
            end--;
        }

        return rest.Slice(start, end - start);
    }

    /// <summary>
    /// Writes the normal form into <paramref name="buffer"/>. Blanks go, except one between two digits: without it <c>2020 8423</c> would
    /// become a number that nobody wrote.
    /// </summary>
    public static NumberFault Normalize(ReadOnlySpan<char> trimmed, Span<char> buffer, out int length, out int faultAt)
    {
        length = 0;
        faultAt = 0;
        if (trimmed.IsEmpty)
        {
            return NumberFault.Empty;
        }

        if (trimmed.Length > MaxLength)
        {
            return NumberFault.TooLong;
        }

        bool blank = false;
        for (int i = 0; i < trimmed.Length; i++)
        {
            char c = Map(trimmed[i]);
            if (c == '\0')
            {
                faultAt = i;
                return NumberFault.Character;
            }

            if (c == ' ')
            {
                blank = true;
                continue;
            }

            if (blank && length > 0 && IsDigit(c) && IsDigit(buffer[length - 1]))
            {
                buffer[length++] = ' ';
            }

            blank = false;
            buffer[length++] = c;
        }

        return NumberFault.None;
    }

    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsLetter(char c) => (uint)(c - 'A') <= 'Z' - 'A';

    private static char Map(char c)
    {
        if (c < '\u0080')
        {
            if (IsDigit(c) || IsLetter(c))
            {
                return c;
            }

            if ((uint)(c - 'a') <= 'z' - 'a')
            {
                return (char)(c - 'a' + 'A');
            }

            return c is ' ' or '-' or '/' or '.' or ',' or '*' ? c : '\0';
        }

        if (c is >= '\u4E00' and <= '\u9FFF')
        {
            return c == '號' ? '号' : c;
        }

        if (c is >= '\uFF10' and <= '\uFF19')
        {
            return (char)(c - '\uFF10' + '0');
        }

        if (c is >= '\uFF21' and <= '\uFF3A')
        {
            return (char)(c - '\uFF21' + 'A');
        }

        if (c is >= '\uFF41' and <= '\uFF5A')
        {
            return (char)(c - '\uFF41' + 'A');
        }

        switch (c)
        {
            // Hyphens, dashes, minus signs, the long vowel marks and the rules of box drawing: all look like a dash in Japanese fonts.
            case >= '\u2010' and <= '\u2015':
            case '\u2043' or '\u2212' or '\u2500' or '\u2501' or '\u30FC' or '\uFE58' or '\uFE63' or '\uFF0D' or '\uFF70':
                return '-';
            case '\uFF0F' or '\u2044' or '\u2215':
                return '/';
            case '\u3000' or '\u00A0' or '\u202F' or '\u205F':
            case >= '\u2000' and <= '\u200A':
                return ' ';
            case '\uFF0E':
                return '.';
            case '\uFF0C':
                return ',';
            case '\uFF0A':
                return '*';
            default:
                return '\0';
        }
    }

    private static bool IsMargin(char c)
    {
        if (c is > ' ' and < '\u0080')
        {
            return false;
        }

        // Zero-width blanks, direction marks and the byte-order mark come along with text copied from pages and spreadsheets.
        return char.IsWhiteSpace(c) || c is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF';
    }
}
