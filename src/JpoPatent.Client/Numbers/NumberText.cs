using System;

namespace JpoPatent.Numbers;

/// <summary>
/// One spelling for each character that people write in many: digits and letters half-width and upper-case, one dash,
/// one slash. Only what is listed here is rewritten; a compatibility normalization would also make digits out of
/// circled or superscript ones.
/// </summary>
internal static class NumberText
{
    /// <summary>Longer than the longest DOCDB number (100 characters) with a few blanks in it.</summary>
    public const int MaxLength = 120;

    /// <summary>Room for a text of that length in its normal form, in which a sign can become three.</summary>
    public const int BufferLength = MaxLength * 3;

    // Stands for every quote and bracket that may be around a number.
    private const char Wrapping = '"';

    // №, which is written out.
    private const char Numero = '\u2116';

    /// <summary>
    /// Without the blanks, line ends and invisible marks that cells and copied text carry at their ends.
    /// </summary>
    public static ReadOnlySpan<char> Trim(string? text)
    {
        ReadOnlySpan<char> rest = text.AsSpan();
        int start = 0;
        while (start < rest.Length && IsMargin(rest[start]))
        {
            start++;
        }

        // A full stop, a comma or a semicolon behind the last digit ends a sentence or a list.
        int end = rest.Length;
        while (end > start && (IsMargin(rest[end - 1]) || rest[end - 1] is '。' or '、' or '，' or ',' or ';' or '；'))
        {
            end--;
        }

        return rest.Slice(start, end - start);
    }

    /// <summary>
    /// Writes the normal form into <paramref name="buffer"/>. Blanks go, except one between two digits: without it
    /// <c>2020 8423</c> would become a number that is not in the text. Quotes and brackets around words and numbers go,
    /// too, and what a spreadsheet or a data frame adds to digits.
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

        if (NumberFloat.TryRead(trimmed, buffer, out length))
        {
            return NumberFault.None;
        }

        bool blank = false;
        int wrappedAt = -1;
        for (int i = trimmed[0] is '=' or '＝' ? 1 : 0; i < trimmed.Length; i++)
        {
            char c = Map(trimmed[i]);
            if (c == '\0')
            {
                faultAt = i;
                return NumberFault.Character;
            }

            switch (c)
            {
                case ' ':
                    blank = true;
                    continue;
                case Wrapping:
                    wrappedAt = i;
                    continue;
                case ':' when length == 0 || IsDigit(buffer[length - 1]):
                    // Behind a label a colon leads on to the number; between digits it is part of something else.
                    faultAt = i;
                    return NumberFault.Character;
            }

            bool isBetweenDigits = length > 0 && IsDigit(c) && IsDigit(buffer[length - 1]);
            if (isBetweenDigits && wrappedAt >= 0)
            {
                faultAt = wrappedAt;
                return NumberFault.Character;
            }

            if (isBetweenDigits && blank)
            {
                buffer[length++] = ' ';
            }

            blank = false;
            wrappedAt = -1;
            length = Write(buffer, length, c);
        }

        return length == 0 ? NumberFault.NoDigits : NumberFault.None;
    }

    private static int Write(Span<char> buffer, int length, char c)
    {
        if (c != Numero)
        {
            buffer[length] = c;
            return length + 1;
        }

        // One sign becomes three; it stands before the digits once, so the buffer has room.
        "NO.".AsSpan().CopyTo(buffer.Slice(length));
        return length + 3;
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

            return c switch
            {
                ' ' or '-' or '/' or '.' or ',' or '*' or '(' or ')' or ':' => c,
                '_' => '-',
                '"' or '\'' or '[' or ']' or '<' or '>' or '`' => Wrapping,
                _ => '\0',
            };
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
            // Hyphens, dashes, minus signs, the long vowel marks and the rules of box drawing:
            // all look like a dash in Japanese fonts.
            case >= '\u2010' and <= '\u2015':
            case '\u00AD' or '\u00AF' or '\u02C9' or '\u02D7' or '\u203E' or '\u2043' or '\u207B' or '\u208B'
                or '\u2212':
            case '\u2500' or '\u2501' or '\u2E3A' or '\u2E3B' or '\u2E40' or '\u301C' or '\u3030' or '\u30A0'
                or '\u30FC':
            case '\uFE31' or '\uFE32' or '\uFE58' or '\uFE63' or '\uFF0D' or '\uFF3F' or '\uFF5E' or '\uFF70'
                or '\uFFE3':
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
            case '\uFF08':
                return '(';
            case '\uFF09':
                return ')';
            case '\uFF1A':
                return ':';
            case Numero:
                return Numero;
            case '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F') or (>= '\u3008' and <= '\u3011')
                or (>= '\u3014' and <= '\u301B') or '\u301D' or '\u301F':
            case '\uFF02' or '\uFF07' or '\uFF1C' or '\uFF1E' or '\uFF3B' or '\uFF3D' or '\uFF62' or '\uFF63':
                return Wrapping;
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

        // Zero-width blanks, direction marks and the byte-order mark come along with text copied
        // from pages and spreadsheets.
        return char.IsWhiteSpace(c)
            || c is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF';
    }
}
