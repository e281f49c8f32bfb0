using System.Text;

namespace JpoPatent.Text;

/// <summary>Texts of the service: one line each, and nothing in them that a terminal takes for an order.</summary>
internal static class ServiceText
{
    /// <summary>
    /// A text with a blank in the place of each control character; the text itself where it has
    /// none, which is almost always.
    /// </summary>
    internal static string Clean(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
            {
                return Replace(text, i);
            }
        }

        return text;
    }

    private static string Replace(string text, int first)
    {
        var clean = new StringBuilder(text);
        for (int i = first; i < clean.Length; i++)
        {
            clean[i] = char.IsControl(clean[i]) ? ' ' : clean[i];
        }

        return clean.ToString();
    }
}
