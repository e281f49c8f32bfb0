using System;
using System.Collections.Generic;

namespace JpoPatent.Numbers;

/// <summary>The words by which people and files name a law.</summary>
internal static class LawWords
{
    private static readonly Dictionary<string, ToldLaw> Words = Build(
        (ToldLaw.Patent, "特許 特 特許権 特許出願 特許願 特許法 発明 発明特許 patent patents patentact pat p 1 01 pct pct出願 国際出願 国際特許出願"),
        (ToldLaw.UtilityModel,
            "実用新案 実 実新 実案 実用 新案 実用新案権 実用新案登録 実用新案登録出願 実用新案法 utilitymodel utilitymodels utility um u 2 02"),
        (ToldLaw.Design, "意匠 意 意匠権 意匠登録 意匠出願 意匠登録出願 意匠登録願 意匠法 design designs registereddesign designact d 3 03"),
        (ToldLaw.Trademark, "商標 商 商標権 商標登録 商標出願 商標登録出願 商標登録願 商標法 trademark trademarks trademarkact mark tm t 4 04"));

    /// <summary>What a text beside a number says about the law.</summary>
    /// <param name="text">A word such as 意匠 or Design, or JPO's law code; blank where nothing is said.</param>
    public static ToldLaw Read(string? text)
    {
        string key = ColumnText.Key(text);
        return key.Length == 0 ? ToldLaw.NotTold
            : Words.TryGetValue(key, out ToldLaw law) ? law
            : ToldLaw.Unknown;
    }

    private static Dictionary<string, ToldLaw> Build(params (ToldLaw Law, string Words)[] rows)
    {
        var words = new Dictionary<string, ToldLaw>(StringComparer.Ordinal);
        foreach ((ToldLaw law, string list) in rows)
        {
            foreach (string word in list.Split(' '))
            {
                words.Add(word, law);
            }
        }

        return words;
    }
}
