using System;
using System.Diagnostics.CodeAnalysis;

namespace JpoPatent.Numbers;

/// <summary>
/// US, EP, CN and KR numbers as people write them, to DOCDB. Only what each office's own form makes certain;
/// everything else has to come in DOCDB form.
/// </summary>
internal static class ForeignNumbers
{
    /// <summary>
    /// Whether a normalized text begins with the letters of an office whose numbers this class may know.
    /// </summary>
    public static bool IsForeign(ReadOnlySpan<char> text)
        => text.Length > 2 && !NumberText.IsLetter(text[2])
            && (text.StartsWith("US".AsSpan())
                || text.StartsWith("EP".AsSpan())
                || text.StartsWith("CN".AsSpan())
                || text.StartsWith("KR".AsSpan()));

    /// <summary>The DOCDB form, where it is certain.</summary>
    public static bool TryConvert(ReadOnlySpan<char> text, [NotNullWhen(true)] out string? docdb)
    {
        docdb = null;
        Span<char> buffer = stackalloc char[NumberText.MaxLength];
        if (!TryTakeApart(text.Slice(2), buffer, out ForeignParts parts))
        {
            return false;
        }

        docdb = text[0] switch
        {
            'U' => UnitedStates(parts),
            'E' => Europe(parts),
            'C' => China(parts),
            _ => Korea(parts),
        };
        return docdb is not null;
    }

    private static bool TryTakeApart(ReadOnlySpan<char> rest, Span<char> buffer, out ForeignParts parts)
    {
        parts = default;
        int length = 0;
        int at = 0;
        for (; at < rest.Length && !NumberText.IsLetter(rest[at]) && rest[at] is not ('.' or '('); at++)
        {
            char c = rest[at];
            if (NumberText.IsDigit(c))
            {
                buffer[length++] = c;
            }
            else if (c is '-' or '/' && length > 0)
            {
                parts.FirstGroup = parts.Separators == 0 ? length : parts.FirstGroup;
                parts.Separators++;
            }
            else if (c is not (' ' or ',') && !(c == '-' && at == 0))
            {
                return false;
            }
        }

        // The public databases write a dash before the kind code, which divides no digits.
        if (at > 0 && at < rest.Length && rest[at - 1] == '-' && parts.Separators > 0)
        {
            parts.Separators--;
        }

        parts.Digits = buffer.Slice(0, length);
        ReadOnlySpan<char> tail = rest.Slice(at);

        // EP1834636 (A1), as Espacenet writes.
        tail = tail.Length is 3 or 4 && tail[0] == '(' && tail[tail.Length - 1] == ')'
            ? tail.Slice(1, tail.Length - 2)
            : tail;
        if (tail.Length == 2 && tail[0] == '.')
        {
            parts.HasCheckDigit = NumberText.IsDigit(tail[1]) || tail[1] == 'X';
            return parts.HasCheckDigit;
        }

        parts.Code = tail;
        return tail.Length == 0
            || (tail.Length == 1 && NumberText.IsLetter(tail[0]))
            || (tail.Length == 2 && NumberText.IsLetter(tail[0]) && NumberText.IsDigit(tail[1]));
    }

    private static string? UnitedStates(in ForeignParts parts)
    {
        ReadOnlySpan<char> digits = parts.Digits;
        if (parts.HasCheckDigit || parts.Code.IsEmpty)
        {
            return null;
        }

        if (parts.Code[0] == 'B' || (parts.Code[0] == 'A' && parts.Code.Length == 1))
        {
            return parts.Separators == 0 && digits.Length is 7 or 8 ? Join("US.", digits, parts.Code) : null;
        }

        if (parts.Code[0] != 'A'
            || parts.Separators > 1
            || (parts.Separators == 1 && parts.FirstGroup != 4)
            || digits.Length is not (10 or 11)
            || digits[0] != '2')
        {
            return null;
        }

        if (digits.Length == 10)
        {
            return Join("US.", digits, parts.Code);
        }

        // Publications have seven digits behind the year, of which DOCDB leaves out the leading zero.
        return digits[4] == '0' ? Join("US." + digits.Slice(0, 4).ToString(), digits.Slice(5), parts.Code) : null;
    }

    private static string? Europe(in ForeignParts parts)
    {
        if (parts.Separators != 0)
        {
            return null;
        }

        bool application = parts.Digits.Length == 8
            && (parts.HasCheckDigit || (parts.Code.Length == 1 && parts.Code[0] == 'A'));
        if (application)
        {
            return Join("EP.", parts.Digits, "A".AsSpan());
        }

        return parts.Digits.Length == 7 && parts.Code.Length == 2 && parts.Code[0] is 'A' or 'B'
            ? Join("EP.", parts.Digits, parts.Code)
            : null;
    }

    private static string? China(in ForeignParts parts)
    {
        ReadOnlySpan<char> digits = parts.Digits;
        if (parts.Separators != 0 || parts.Code.Length > 1)
        {
            return null;
        }

        char code = parts.Code.IsEmpty ? '\0' : parts.Code[0];
        if (digits.Length is 7 or 9)
        {
            return code is 'A' or 'B' or 'C' or 'U' or 'Y' ? Join("CN.", digits, parts.Code) : null;
        }

        if (digits.Length != 12 || digits[0] != '2')
        {
            return null;
        }

        // The fifth digit tells the right: 1 and 8 (from the PCT) an invention, 2 and 9 a utility model.
        string? told = digits[4] switch
        {
            '1' or '8' => "A",
            '2' or '9' => "U",
            _ => null,
        };
        return told is not null && (code == '\0' || code == told[0]) ? Join("CN.", digits, told.AsSpan()) : null;
    }

    private static string? Korea(in ForeignParts parts)
    {
        ReadOnlySpan<char> digits = parts.Digits;
        bool isPatent = digits.Length > 2
            && digits[0] == '1'
            && digits[1] == '0'
            && (parts.Separators == 0 || parts.FirstGroup == 2);
        bool isApplicationCode = parts.Code.Length == 1 && parts.Code[0] == 'A';
        if (parts.HasCheckDigit)
        {
            return null;
        }

        if (digits.Length == 13 && isPatent && (parts.Code.IsEmpty || isApplicationCode) && IsYear(digits.Slice(2)))
        {
            return Join("KR.", digits.Slice(2), "A".AsSpan());
        }

        if (digits.Length == 11 && isApplicationCode && parts.Separators == 0 && IsYear(digits))
        {
            return Join("KR.", digits, parts.Code);
        }

        return digits.Length == 9 && isPatent && parts.Code.Length == 2 && parts.Code[0] == 'B'
            ? Join("KR.", digits, parts.Code)
            : null;
    }

    private static bool IsYear(ReadOnlySpan<char> digits)
        => (digits[0] == '1' && digits[1] == '9') || (digits[0] == '2' && digits[1] == '0');

    private static string Join(string start, ReadOnlySpan<char> digits, ReadOnlySpan<char> code)
        => start + digits.ToString() + "." + code.ToString();
}
