using System;
using System.Globalization;

namespace JpoPatent.Words;

/// <summary>Values for readers: in Japanese as the field says them, in English under the names that scripts use.</summary>
internal static class ValueWords
{
    private static readonly WordBook Words = new("JpoPatent.Client.Values", typeof(ValueWords).Assembly);

    /// <summary>The Japanese word for a truth, in any language of the reader.</summary>
    internal static string JapaneseYes => Words.Japanese("Yes")!;

    /// <summary>The Japanese word for a value, in any language of the reader; null if absent.</summary>
    internal static string? Japanese(Enum value) => Words.Japanese(value.GetType().Name + "_" + value);

    internal static string Of(Enum value) => Words.InJapanese(value.GetType().Name + "_" + value) ?? value.ToString();

    /// <summary>Where a case stands: patents are granted, designs and trademarks registered, and only patents wait for a request.</summary>
    internal static string Of(Enum state, bool isPatent) => Words.InJapanese(state.GetType().Name + "_" + state + (isPatent ? "_Patent" : "_Right")) ?? Of(state);

    /// <summary>What one of JPO's codes means, in Japanese; null elsewhere, and where its meaning is not certain.</summary>
    internal static string? OfCode(string name, string code) => Words.InJapanese(name + "_" + code);

    internal static string Of(bool value) => Words.InJapanese(value ? "Yes" : "No") ?? value.ToString();

    /// <summary>So many days, months or years, in Japanese; null elsewhere.</summary>
    internal static string? Length(int number, Enum unit) =>
        Words.InJapanese(unit.GetType().Name + "_" + unit) is { } words ? string.Format(CultureInfo.InvariantCulture, words, number) : null;

    /// <summary>The name of the value that a text means, by its name, its number or its Japanese word; a text that means none comes back as it is.</summary>
    internal static string NameOf<T>(string text)
        where T : struct, Enum
    {
        if (Enum.TryParse(text, ignoreCase: true, out T named) && Enum.IsDefined(typeof(T), named))
        {
            return named.ToString();
        }

        foreach (T value in (T[])Enum.GetValues(typeof(T)))
        {
            if (Words.Japanese(typeof(T).Name + "_" + value) == text)
            {
                return value.ToString();
            }
        }

        return text;
    }

    /// <summary>The reader's word for a value that is named; another text as it is.</summary>
    internal static string Of<T>(string name)
        where T : struct, Enum => Words.InJapanese(typeof(T).Name + "_" + name) ?? name;
}
