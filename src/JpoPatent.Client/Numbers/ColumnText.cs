using System;

namespace JpoPatent.Numbers;

/// <summary>
/// One spelling for the headings of columns and for short words in cells: without blanks, line breaks, points, dashes
/// and brackets, half-width, in small letters.
/// </summary>
internal static class ColumnText
{
    private const int MaxLength = 60;

    /// <summary>The text to compare by; empty where the text is blank or too long to be a heading.</summary>
    public static string Key(string? text)
    {
        if (text == null || text.Length > MaxLength)
        {
            return text == null ? string.Empty : text.Substring(0, MaxLength);
        }

        Span<char> key = stackalloc char[MaxLength * 2];
        int length = 0;
        foreach (char written in text)
        {
            char c = written is >= '\uFF01' and <= '\uFF5E' ? (char)(written - 0xFEE0) : written;
            if (c == '№')
            {
                key[length++] = 'n';
                key[length++] = 'o';
            }
            else if (char.IsLetterOrDigit(c))
            {
                key[length++] = char.ToLowerInvariant(c);
            }
        }

        return key.Slice(0, length).ToString();
    }
}
