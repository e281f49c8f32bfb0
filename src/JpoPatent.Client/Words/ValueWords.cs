using System;
using System.Globalization;

namespace JpoPatent.Words;

/// <summary>
/// Values for readers: in Japanese as the field says them, in English under the names that scripts use.
/// </summary>
internal static class ValueWords
{
    private const string OfOtherRights = "_Right";

    /// <summary>
    /// What stands behind the name of a word that one law alone uses, or designs and trademarks together.
    /// </summary>
    private static readonly string[] Laws = [string.Empty, "_Patent", "_Design", "_Trademark", OfOtherRights];

    private static readonly WordBook Words = new("JpoPatent.Client.Values", typeof(ValueWords).Assembly);

    /// <summary>The Japanese word for a truth, in any language of the reader.</summary>
    internal static string JapaneseYes => Words.Japanese("Yes")!;

    /// <summary>The Japanese word for a value, in any language of the reader; null if absent.</summary>
    internal static string? Japanese(Enum value) => Words.Japanese(value.GetType().Name + "_" + value);

    internal static string Of(Enum value) => Words.InJapanese(value.GetType().Name + "_" + value) ?? value.ToString();

    /// <summary>
    /// Where a case stands: patents are granted, designs and trademarks registered,
    /// and only patents are published and wait for a request.
    /// </summary>
    /// <param name="state">The name of the state; another text comes back as it is.</param>
    /// <param name="law">The name of the law; null where it is not known, which gets a word for all.</param>
    internal static string OfState(string state, string? law) => OfLaw(nameof(CaseState), state, law);

    /// <summary>
    /// What is due: annuities for patents and designs, the second half of the fee for trademarks,
    /// which have no annuities.
    /// </summary>
    /// <param name="kind">The name of the kind; another text comes back as it is.</param>
    /// <param name="law">The name of the law; null where it is not known, which gets a word for all.</param>
    internal static string OfDue(string kind, string? law) => OfLaw(nameof(DueKind), kind, law);

    /// <summary>
    /// What one of JPO's codes means, in Japanese; null elsewhere, and where its meaning is not certain.
    /// </summary>
    internal static string? OfCode(string name, string code) => Words.InJapanese(name + "_" + code);

    internal static string Of(bool value) => Words.InJapanese(value ? "Yes" : "No") ?? value.ToString();

    /// <summary>So many days, months or years, in Japanese; null elsewhere.</summary>
    internal static string? Length(int number, Enum unit) =>
        Words.InJapanese(unit.GetType().Name + "_" + unit) is { } words
            ? string.Format(CultureInfo.InvariantCulture, words, number)
            : null;

    /// <summary>
    /// The name of the value that a text means, by its name, its number or its Japanese word;
    /// a text that means none comes back as it is.
    /// </summary>
    internal static string NameOf<T>(string text)
        where T : struct, Enum
    {
        if (Enum.TryParse(text, ignoreCase: true, out T named) && Enum.IsDefined(typeof(T), named))
        {
            return named.ToString();
        }

        foreach (T value in (T[])Enum.GetValues(typeof(T)))
        {
            string key = typeof(T).Name + "_" + value;
            foreach (string law in Laws)
            {
                if (Words.Japanese(key + law) == text)
                {
                    return value.ToString();
                }
            }
        }

        return text;
    }

    /// <summary>The reader's word for a value that is named; another text as it is.</summary>
    internal static string Of<T>(string name)
        where T : struct, Enum => Words.InJapanese(typeof(T).Name + "_" + name) ?? name;

    private static string OfLaw(string type, string name, string? law)
    {
        string key = type + "_" + name;
        string? own = law == null
            ? null
            : Words.InJapanese(key + "_" + law)
                ?? (law == nameof(JpoLaw.Patent) ? null : Words.InJapanese(key + OfOtherRights));
        return own ?? Words.InJapanese(key) ?? name;
    }
}
