using System.Globalization;

namespace JpoPatent.Words;

/// <summary>A sentence with places for values, which are written as the reader's culture writes them.</summary>
internal static class Sentence
{
    /// <summary>Puts values into a sentence.</summary>
    /// <param name="words">The sentence, from the resources.</param>
    /// <param name="values">The values, in the order of its places.</param>
    /// <returns>What the user reads.</returns>
    internal static string Format(string words, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, words, values);
}
