using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using JpoPatent.Tests.Models;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>One glossary, docs/glossary.md: headings, values and help say its words, which are the office's own where it has one.</summary>
public sealed class GlossaryTests
{
    private static readonly string Root = FindRoot();
    private static readonly Dictionary<string, string> Headings = Words("src/JpoPatent/Resources/Headings.ja.resx");
    private static readonly Dictionary<string, string> Values = Words("src/JpoPatent.Client/Resources/Values.ja.resx");

    /// <summary>Words that must not occur, each with where: headings and values, or these and the Japanese help.</summary>
    public static TheoryData<string, bool> Forbidden => new()
    {
        { "庁書類", false },
        { "(?<!最終)納付年", false },
        { "次回納付", true },
        { "公報発行日", true },
        { "書類区分", true },
        { "四法(?!コード|共通)", false },
        { "元号", false },
        { "国内優先番号|パリ優先番号", true },
        { "機械(?!翻訳|語)", true },
        { "ランスペース", true },
        { "帳簿", true },
        { "サービスに", false },
        { "応答(?!期|済|の有無|$)", false },
        { "問い合わせ(?!窓口)", false },
    };

    [Fact]
    public void Headings_are_the_words_of_the_glossary()
    {
        string[][] rows = Rows("項目");

        Assert.True(rows.Length > 80);
        Assert.All(rows, row => Assert.Equal($"{row[0]}: {row[1]}", $"{row[0]}: {Headings[row[0]]}"));
        Assert.All(rows, row => Assert.True(row[2].Split('、').Contains(row[1]) || row[4].Length > 0, $"{row[0]} is called {row[1]} where the office says {row[2]}, without a reason."));
    }

    [Fact]
    public void Every_property_that_help_binds_to_a_field_of_the_office_is_in_the_glossary()
    {
        var rows = Rows("項目").Select(row => $"{row[0]} {row[3]}").ToHashSet(StringComparer.Ordinal);
        var fields = Rows("項目").Select(row => row[3]).ToHashSet(StringComparer.Ordinal);
        foreach (string language in new[] { "ja-JP", "en-US" })
        {
            MatchCollection bound = Regex.Matches(Text($"docs/{language}/about_JpoPatent_Objects.md"), @"^- `(\w+)` .*JPO: `(\w+)`", RegexOptions.Multiline);

            Assert.True(bound.Count > 150, language);
            Assert.All(bound.Where(match => fields.Contains(match.Groups[2].Value)), match => Assert.Contains($"{match.Groups[1].Value} {match.Groups[2].Value}", rows));
        }
    }

    [Fact]
    public void States_are_the_words_of_the_glossary()
    {
        var expected = Values.Where(word => word.Key.StartsWith("CaseState_", StringComparison.Ordinal)).Select(word => $"{word.Key["CaseState_".Length..]} {word.Value}");

        Assert.Equal(expected.OrderBy(word => word, StringComparer.Ordinal), Rows("案件の状態").Select(row => $"{row[0]} {row[1]}").OrderBy(word => word, StringComparer.Ordinal));
        Assert.All(Enum.GetNames<CaseState>(), name => Assert.Contains($"CaseState_{name}", Values.Keys));
    }

    [OfficeFieldsFact]
    public void The_office_calls_its_fields_what_the_glossary_says()
    {
        var fields = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (Match match in Regex.Matches(File.ReadAllText(Path.Combine(Shared.Folder!, "domestic-fields.txt")), @"^\s+(\w+): (?:string|array|object|integer|number) (.*)$", RegexOptions.Multiline))
        {
            string word = Regex.Replace(match.Groups[2].Value, @"\s\s.*$|コード表\d+を参照|\s+(\^|max\d).*$", string.Empty).Trim();
            (fields.TryGetValue(match.Groups[1].Value, out HashSet<string>? words) ? words : fields[match.Groups[1].Value] = new(StringComparer.Ordinal)).Add(word);
        }

        Assert.True(fields.Count > 80);
        Assert.All(Rows("項目"), row => Assert.All(row[2].Split('、'), word => Assert.Contains(word, (IEnumerable<string>)fields[row[3]])));
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_word_that_misleads_does_not_occur(string pattern, bool inHelp)
    {
        var texts = Headings.Concat(Values).Select(word => (Where: word.Key, Text: word.Value)).ToList();
        if (inHelp)
        {
            foreach (string page in Directory.EnumerateFiles(Path.Combine(Root, "docs", "ja-JP"), "*.md"))
            {
                texts.AddRange(File.ReadAllLines(page).Select((line, index) => ($"{Path.GetFileName(page)}:{index + 1}", line)));
            }
        }

        Assert.Empty(texts.Where(text => Regex.IsMatch(text.Text, pattern)).Select(text => $"{text.Where} {text.Text}"));
    }

    /// <summary>The cells of the table under a heading, without the head.</summary>
    private static string[][] Rows(string heading)
    {
        string section = Regex.Match(Text("docs/glossary.md"), $@"^## {heading}$(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        return [.. section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Trim('|', ' ', '\r').Split('|').Select(cell => cell.Trim(' ', '`')).ToArray()).Select(cells => cells.Length == 4 ? [.. cells, string.Empty] : cells)];
    }

    private static Dictionary<string, string> Words(string path) =>
        XDocument.Load(Path.Combine(Root, path)).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static string Text(string path) => File.ReadAllText(Path.Combine(Root, path)).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "JpoPatent.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    /// <summary>Skipped, and said so, where the office's field list is not beside the repository.</summary>
    private sealed class OfficeFieldsFactAttribute : FactAttribute
    {
        public OfficeFieldsFactAttribute()
        {
            if (Shared.Folder == null)
            {
                Skip = "needs ../shared/jpo/domestic-fields.txt";
            }
        }
    }
}
