namespace JpoPatent.Encodings;

/// <summary>Bytes as text, and what in them is no character.</summary>
/// <param name="Text">The text; U+FFFD where the bytes are no character.</param>
/// <param name="Unknown">How many such places there are.</param>
/// <param name="FirstUnknown">Where in the bytes the first of them is;
/// negative if absent or the place is not known.</param>
internal readonly record struct DecodedText(string Text, int Unknown, int FirstUnknown)
{
    /// <summary>Text that came in another encoding, whose decoder does not say where.</summary>
    internal static DecodedText Of(string text)
    {
        int unknown = 0;
        foreach (char c in text)
        {
            unknown += c == CodePage932.Unknown ? 1 : 0;
        }

        return new DecodedText(text, unknown, -1);
    }
}
