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
public sealed class GlossaryWordsTests
{
    private static readonly string Root = SourceTree.Root;
    private static readonly Dictionary<string, string> Headings = Words("src/JpoPatent/Resources/Headings.ja.resx");
    private static readonly Dictionary<string, string> Values = Words("src/JpoPatent.Client/Resources/Values.ja.resx");

    /// <summary>Words that must not occur in any Japanese text for a user: what was said before, or by another hand.</summary>
    public static TheoryData<string> Forbidden =>
    [
        "庁書類",
        "(?<!最終)納付年(?!分)",
        "次回(の?(納付|登録料|年金|更新)|期限)",
        "公報発行日",
        "書類区分",
        "四法(?!コード|共通|、|の列|・|の?プロパティ|$)|（四法）",
        "元号",
        "国内優先番号|パリ優先番号|国内優先出願|パリ優先出願",
        "機械(?!翻訳|学習|語)",
        "ランスペース",
        "帳簿|記帳",
        "(?<!有料|情報提供|プロファイルのない)サービス",
        "(?<![A-Za-z`'_./])JPO(?![:_A-Za-z./`'])",
        "(?<!へ|への|する|期限内に|の有無|回の)応答(?=の?(キャッシュ|ない|ため|とき)|が(得|返|届)|からは|に(アクセス|書類|データ)|を(待|受信|まとめ))|という応答|空の応答|応答(し|が)ません",
        "(?<!サポートセンターに|サポートセンターへの)問い合わせ",
        "呼び出し(?!元)|呼び出せ",
        "(?<!見出しが|ご)コマンドレット(?!は、次の共通|$|はプロパティ名| \\|)",
        "サポート窓口|問い合わせ窓口",
        "害を及ぼ|害のおそれ|安全でない",
        "翌開庁|繰り下げ|開庁日に(送|延)",
        "五大特許庁",
        "分割出願のファミリー",
        "どの番号の包袋",
        "(?<![いか])わか(る|り|ら|れ)|ふだん|あらためて",
        "(?<![.\\w/-])zip(?![\\w-])",
        "サービスの時計|特許庁の時計|JPO の時計",
        "アクセス(数)?[はをも](使い|減り)ません|アクセスを使わず",
        "ことはありません|ことはない",
        "監視",
        "あなた|貴方|彼ら|それら",
        "参考表示|参考用",
        "\\d (件|回|行|日|年|か月|桁|秒|分|つ|アクセス)|[ぁ-ん一-龠] API[^A-Za-z ]|[ぁ-ん一-龠]の API ",
    ];

    /// <summary>Words of patents on the pages of designs and trademarks, and fees that trademarks do not have.</summary>
    public static TheoryData<string, string> OfOtherLaws => new()
    {
        { "Get-JpoDesign*.md", "発明の名称|第29条|第36条|特許出願|特許権|請求項|年金|(?<!特許査定・)特許査定(?!・登録査定)|公表番号|審査未請求|1年6か月" },
        { "Get-JpoTrademark*.md", "発明の名称|第29条|第36条|特許出願|特許権|請求項|年金|意匠に係る物品|(?<!特許査定・)特許査定(?!・登録査定)|公表番号|審査未請求|1年6か月" },
        { "Get-JpoPatent*.md", "意匠に係る物品|指定商品|類似群|更新登録|後期分|商標法|意匠法" },
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
    public void Every_heading_is_in_the_glossary_with_its_word()
    {
        var said = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (string[] row in new[] { "項目", "書類とOPDの項目", "表の見出し", "モジュールの項目" }.SelectMany(Rows))
        {
            (said.TryGetValue(row[0], out HashSet<string>? words) ? words : said[row[0]] = new(StringComparer.Ordinal)).Add(row[1]);
        }

        string[] keys = [.. Headings.Keys.Where(key => !key.EndsWith(".Width", StringComparison.Ordinal))];
        Assert.True(keys.Length > 200);
        Assert.All(keys, key => Assert.True(
            said.TryGetValue(key, out HashSet<string>? words) && words.SetEquals([Headings[key]]),
            $"docs/glossary.md has to give {Headings[key]} for {key}, as Headings.ja.resx does (CONTRIBUTING.md, step 4); it gives {string.Join(", ", words ?? [])}."));

        // A field without a heading of its own is shown under that of another, or in help only.
        Assert.All(Rows("表の見出し").Concat(Rows("モジュールの項目")), row => Assert.Contains(row[0], keys));
    }

    [Fact]
    public void A_heading_of_a_table_says_the_word_of_its_property_or_why_not()
    {
        ILookup<string, string> words = Rows("項目").ToLookup(row => row[0], row => row[1]);

        Assert.All(Rows("表の見出し"), row =>
        {
            Assert.NotEmpty(words[row[2]]);
            Assert.True(words[row[2]].Contains(row[1]) || row[3].Length > 0, $"{row[0]} is {row[1]}, but {row[2]} is {string.Join(", ", words[row[2]])}");
        });
    }

    [Theory]
    [InlineData("ja-JP")]
    [InlineData("en-US")]
    public void Every_property_that_help_binds_to_a_field_is_in_the_glossary(string language)
    {
        var rows = Rows("項目").Select(row => $"{row[0]} {row[3]}").Concat(Rows("書類とOPDの項目").Select(row => $"{row[0].Split('.')[^1]} {row[2]}")).ToHashSet(StringComparer.Ordinal);
        string[] bound = [.. BoundLines(language).SelectMany(line => line.Fields.Select(field => $"{line.Property} {field}"))];

        Assert.True(bound.Length > 150);
        Assert.Empty(bound.Except(rows));
        Assert.Empty(rows.Except(bound));
    }

    [Fact]
    public void Japanese_help_says_of_a_property_what_the_glossary_or_the_office_calls_it()
    {
        ILookup<string, string> words = Rows("項目").SelectMany(row => row[2].Split('、').Append(row[1]).Select(word => (Key: $"{row[0]} {row[3]}", word)))
            .Concat(Rows("書類とOPDの項目").Select(row => (Key: $"{row[0].Split('.')[^1]} {row[2]}", word: row[1])))
            .ToLookup(pair => pair.Key, pair => pair.word);

        Assert.All(BoundLines("ja-JP"), line => Assert.All(line.Fields, field => Assert.True(
            words[$"{line.Property} {field}"].Any(word => line.Text.Contains(word, StringComparison.Ordinal)),
            $"{line.Property} is called {string.Join(", ", words[$"{line.Property} {field}"])}, but help says: {line.Text}")));
    }

    [Fact]
    public void States_of_the_help_pages_are_the_words_of_values()
    {
        foreach (string law in new[] { "Patent", "Design", "Trademark" })
        {
            MatchCollection said = Regex.Matches(SourceTree.Read($"docs/ja-JP/Get-Jpo{law}Progress.md"), @"(?<state>[A-Z][A-Za-z]+)「(?<word>[^」]+)」");

            Assert.True(said.Count > 14, law);
            Assert.All(said, match => Assert.Equal($"{match.Groups["state"].Value} {State(match.Groups["state"].Value, law)}", $"{match.Groups["state"].Value} {match.Groups["word"].Value}"));
        }

        string states = Regex.Match(SourceTree.Read("docs/ja-JP/about_JpoPatent_Objects.md"), @"^## CaseState$(.*?)^## ", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        foreach (string name in Enum.GetNames<CaseState>())
        {
            Assert.Contains($"- `{name}`: {Values["CaseState_" + name]}。", states, StringComparison.Ordinal);
        }

        static string State(string name, string law) =>
            Values.TryGetValue($"CaseState_{name}_{(law == "Patent" ? "Patent" : "Right")}", out string? own) ? own : Values["CaseState_" + name];
    }

    [Theory]
    [InlineData(typeof(CaseState), "案件の状態")]
    [InlineData(typeof(DueKind), "期限の種別")]
    public void Values_are_the_words_of_the_glossary(Type type, string section)
    {
        string start = type.Name + "_";
        var expected = Values.Where(word => word.Key.StartsWith(start, StringComparison.Ordinal)).Select(word => $"{word.Key[start.Length..]} {word.Value}");

        Assert.Equal(expected.OrderBy(word => word, StringComparer.Ordinal), Rows(section).Select(row => $"{row[0]} {row[1]}").OrderBy(word => word, StringComparer.Ordinal));
        Assert.All(Enum.GetNames(type), name => Assert.Contains(start + name, Values.Keys));
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
    public void A_word_that_misleads_does_not_occur(string pattern)
    {
        Assert.True(JapaneseTexts.Value.Count > 5000);
        Assert.Empty(JapaneseTexts.Value.Where(text => Regex.IsMatch(text.Text, pattern)).Select(text => $"{text.Where} {text.Text}"));
    }

    [Theory]
    [MemberData(nameof(OfOtherLaws))]
    public void A_page_of_one_law_does_not_speak_of_another(string pages, string pattern)
    {
        string[] files = Directory.GetFiles(Path.Combine(Root, "docs", "ja-JP"), pages);

        Assert.True(files.Length > 5);
        Assert.Empty(files.SelectMany(file => Prose(file).Where(text => Regex.IsMatch(text.Text, pattern)).Select(text => $"{text.Where} {text.Text}")));
    }

    /// <summary>Who reads Japanese gets the same first page: its sections, code, tables and links, in its own words.</summary>
    [Fact]
    public void The_Japanese_first_page_has_what_the_English_one_has()
    {
        (string[] headings, string[] code, int[] rows, int bullets) = Outline("README.md");
        (string[] japaneseHeadings, string[] japaneseCode, int[] japaneseRows, int japaneseBullets) = Outline("README.ja.md");

        Assert.True(headings.Length > 10 && code.Length > 10 && rows.Length > 4);
        Assert.Equal(headings, japaneseHeadings);
        Assert.Equal(code, japaneseCode);
        Assert.Equal(rows, japaneseRows);
        Assert.Equal(bullets, japaneseBullets);

        static (string[] Headings, string[] Code, int[] Rows, int Bullets) Outline(string page)
        {
            string text = SourceTree.Read(page);
            string prose = Regex.Replace(text, "^```.*?^```$", string.Empty, RegexOptions.Multiline | RegexOptions.Singleline);
            return (
                [.. Regex.Matches(prose, "^#+(?= )", RegexOptions.Multiline).Select(match => match.Value)],
                [.. Regex.Matches(text, "^```powershell\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => Regex.Replace(match.Groups[1].Value, " *#.*$| -Language ja", string.Empty, RegexOptions.Multiline))],
                [.. Regex.Matches(prose, @"(^\|.*\n)+", RegexOptions.Multiline).Select(match => match.Value.Count(character => character == '\n'))],
                Regex.Count(prose, "^(- |[0-9]\\. )", RegexOptions.Multiline));
        }
    }

    /// <summary>All that a Japanese user reads: messages, headings, values, help, the first page, and what samples say.</summary>
    private static readonly Lazy<List<(string Where, string Text)>> JapaneseTexts = new(() =>
    {
        var texts = new List<(string Where, string Text)>();
        foreach (string file in Directory.GetFiles(Path.Combine(Root, "src"), "*.ja.resx", SearchOption.AllDirectories))
        {
            texts.AddRange(XDocument.Load(file).Root!.Elements("data").Select(data => ($"{Path.GetFileName(file)}: {data.Attribute("name")!.Value}", data.Element("value")!.Value)));
        }

        texts.AddRange(Prose(Path.Combine(Root, "README.ja.md")));
        foreach (string page in Directory.EnumerateFiles(Path.Combine(Root, "docs", "ja-JP"), "*.md"))
        {
            texts.AddRange(Prose(page));
        }

        foreach (string sample in Directory.EnumerateFiles(Path.Combine(Root, "samples"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".ps1" or ".md" or ".txt"))
        {
            texts.AddRange(Prose(sample).Where(text => Regex.IsMatch(text.Text, "[ぁ-ん]")));
        }

        foreach (string picture in Directory.EnumerateFiles(Path.Combine(Root, "docs", "images"), "*.ja.svg"))
        {
            texts.AddRange(Prose(picture));
        }

        return texts;
    });

    /// <summary>The lines of a file without those of YAML, which are names.</summary>
    private static IEnumerable<(string Where, string Text)> Prose(string file)
    {
        bool isYaml = false;
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isYaml = line == "```yaml";
            }
            else if (!isYaml)
            {
                yield return ($"{Path.GetFileName(file)}:{number}", line);
            }
        }
    }

    /// <summary>The lines of about_JpoPatent_Objects that name fields of the office.</summary>
    private static List<(string Property, string Text, string[] Fields)> BoundLines(string language) =>
    [
        .. Regex.Matches(SourceTree.Read($"docs/{language}/about_JpoPatent_Objects.md"), @"^- `(\w+)` \([^)]*\): (.*?)JPO: (.*)$", RegexOptions.Multiline)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value, Regex.Matches(match.Groups[3].Value, @"`([\w-]+)`").Select(field => field.Groups[1].Value).ToArray())),
    ];

    /// <summary>The cells of the table under a heading, without the head.</summary>
    private static string[][] Rows(string heading)
    {
        string section = Regex.Match(SourceTree.Read("docs/glossary.md"), $@"^## {heading}$(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
        return [.. section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.TrimEnd('\r', ' ')[1..^1].Split('|').Select(cell => cell.Trim(' ', '`')).ToArray())];
    }

    private static Dictionary<string, string> Words(string path) =>
        XDocument.Load(Path.Combine(Root, path)).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

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
