using System.Text;

namespace JpoPatent.Encodings;

/// <summary>Text without the characters that steer a terminal.</summary>
internal static class PlainText
{
    /// <summary>
    /// Takes control characters out, but for tabs and ends of lines. A form feed,
    /// which examiners paste, becomes a blank.
    /// </summary>
    internal static string Clean(string text)
    {
        int first = 0;
        while (first < text.Length && !IsControl(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, first, text.Length);
        for (int i = first; i < text.Length; i++)
        {
            if (text[i] is '\f' or '\v')
            {
                clean.Append(' ');
            }
            else if (!IsControl(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');
}
