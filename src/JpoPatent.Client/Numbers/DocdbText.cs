using System;

namespace JpoPatent.Numbers;

/// <summary>
/// The form of a DOCDB number as the OPD takes it: two letters, 1 to 94 digits,
/// one or two of letters, digits and asterisks.
/// </summary>
internal static class DocdbText
{
    private const int MaxNumberLength = 94;

    /// <summary>Whether the text has that form, and its second and third part.</summary>
    public static bool TrySplit(ReadOnlySpan<char> text, out ReadOnlySpan<char> number, out ReadOnlySpan<char> kind)
    {
        number = default;
        kind = default;
        if (text.Length < 6 || !NumberText.IsLetter(text[0]) || !NumberText.IsLetter(text[1]) || text[2] != '.')
        {
            return false;
        }

        int end = 3;
        while (end < text.Length && NumberText.IsDigit(text[end]))
        {
            end++;
        }

        if (end == 3 || end - 3 > MaxNumberLength || end == text.Length || text[end] != '.')
        {
            return false;
        }

        number = text.Slice(3, end - 3);
        kind = text.Slice(end + 1);
        if (kind.Length is not (1 or 2))
        {
            return false;
        }

        foreach (char c in kind)
        {
            if (!NumberText.IsDigit(c) && !NumberText.IsLetter(c) && c != '*')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Application or publication, where country, length and kind code leave no doubt; else null.</summary>
    /// <param name="docdb">A text that <see cref="TrySplit"/> accepts.</param>
    public static JpoNumberKind? KindOf(ReadOnlySpan<char> docdb)
    {
        if (!TrySplit(docdb, out ReadOnlySpan<char> number, out ReadOnlySpan<char> kind))
        {
            return null;
        }

        // No office numbers the steps of an application: a digit in the kind code is a publication's.
        if (kind.Length > 1)
        {
            return NumberText.IsDigit(kind[1]) && NumberText.IsLetter(kind[0]) ? JpoNumberKind.Publication : null;
        }

        switch (kind[0])
        {
            case 'B' or 'C' or 'E':
                return JpoNumberKind.Publication;
            case 'W' or 'P':
                return JpoNumberKind.Application;
            case 'A' or 'U':
                break;
            default:
                return null;
        }

        bool yearFirst = number.Length == 12 && number[0] is '1' or '2' && number[1] is '9' or '0';
        if (docdb.StartsWith("EP.".AsSpan()))
        {
            return kind[0] == 'A' && number.Length == 8 ? JpoNumberKind.Application : null;
        }

        if (docdb.StartsWith("US.".AsSpan()))
        {
            return kind[0] == 'A' && yearFirst ? JpoNumberKind.Application : null;
        }

        if (docdb.StartsWith("CN.".AsSpan()))
        {
            return yearFirst ? JpoNumberKind.Application : number.Length is 7 or 9 ? JpoNumberKind.Publication : null;
        }

        return null;
    }
}
