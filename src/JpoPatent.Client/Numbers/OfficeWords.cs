using System;
using System.Collections.Generic;

namespace JpoPatent.Numbers;

/// <summary>The words by which people and files name the country or office of a number.</summary>
internal static class OfficeWords
{
    internal const string Japan = "JP";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["jp"] = Japan, ["jpn"] = Japan, ["japan"] = Japan, ["jpo"] = Japan, ["日本"] = Japan, ["日本国"] = Japan,
        ["日本特許庁"] = Japan, ["国内"] = Japan, ["日"] = Japan,
        ["usa"] = "US", ["unitedstates"] = "US", ["unitedstatesofamerica"] = "US", ["uspto"] = "US", ["米国"] = "US",
        ["アメリカ"] = "US", ["アメリカ合衆国"] = "US", ["米"] = "US",
        ["epo"] = "EP", ["europe"] = "EP", ["欧州"] = "EP", ["欧州特許庁"] = "EP", ["欧"] = "EP",
        ["china"] = "CN", ["cnipa"] = "CN", ["中国"] = "CN", ["中華人民共和国"] = "CN", ["中"] = "CN",
        ["korea"] = "KR", ["southkorea"] = "KR", ["republicofkorea"] = "KR", ["kipo"] = "KR", ["韓国"] = "KR",
        ["大韓民国"] = "KR", ["韓"] = "KR",
        ["pct"] = "WO", ["wipo"] = "WO", ["国際"] = "WO",
    };

    /// <summary>
    /// The two letters of the office; what is no known word comes back as it is, in capitals.
    /// Null where nothing is said.
    /// </summary>
    /// <param name="text">A code or a name.</param>
    internal static string? Read(string? text)
    {
        string key = ColumnText.Key(text);
        return key.Length == 0 ? null
            : Words.TryGetValue(key, out string? office) ? office
            : key.ToUpperInvariant();
    }
}
