using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Plain technical English: the words of plain-english.txt do not occur in what people read. That file is for a person to extend.</summary>
public sealed partial class PlainWordsTests
{
    private static readonly string Root = SourceTree.Root;
    private static readonly Lazy<List<(string Where, string Text)>> Prose = new(() => [.. Pages(), .. Messages()]);
    private static readonly Lazy<List<(string Where, string Text)>> Comments = new(() => [.. SourceComments()]);

    /// <summary>Each word with its section of the list and what to write instead.</summary>
    public static TheoryData<string, string, string> Words
    {
        get
        {
            var words = new TheoryData<string, string, string>();
            string section = string.Empty;
            foreach (string line in File.ReadLines(Path.Combine(Root, "tests", "JpoPatent.Client.Tests", "Words", "plain-english.txt")))
            {
                if (line.StartsWith('['))
                {
                    section = line[1..line.IndexOf(']', StringComparison.Ordinal)];
                }
                else if (line.Length > 0 && line[0] != '#')
                {
                    string[] parts = line.Split('\t');
                    words.Add(section, parts[0], parts[1]);
                }
            }

            return words;
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_that_has_to_be_read_twice_does_not_occur(string section, string pattern, string instead)
    {
        var word = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        IEnumerable<(string Where, string Text)> texts = section == "everywhere" ? Prose.Value.Concat(Comments.Value) : Prose.Value;

        Assert.Contains(section, new[] { "everywhere", "prose" });
        Assert.Empty(texts.Where(text => word.IsMatch(text.Text)).Select(text => $"{text.Where}: write {instead} in place of this: {text.Text.Trim()}"));
    }

    [Fact]
    public void The_search_sees_pages_messages_and_comments()
    {
        Assert.Contains(Prose.Value, text => text.Where.StartsWith("README.md", StringComparison.Ordinal));
        Assert.Contains(Prose.Value, text => text.Where.Contains("about_JpoPatent_Quota", StringComparison.Ordinal));
        Assert.True(Prose.Value.Count(text => text.Where.Contains(".resx", StringComparison.Ordinal)) > 300);
        Assert.True(Comments.Value.Count > 2000);
    }

    /// <summary>The lines of English pages outside code.</summary>
    private static IEnumerable<(string Where, string Text)> Pages()
    {
        string[] folders = [Path.Combine(Root, "docs"), Path.Combine(Root, "docs", "en-US"), Path.Combine(Root, "docs", "decisions")];
        IEnumerable<string> pages = new[] { "README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "samples/README.md" }.Select(name => Path.Combine(Root, name))
            .Concat(folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")));
        foreach (string page in pages)
        {
            bool isCode = false;
            int number = 0;
            foreach (string line in File.ReadLines(page))
            {
                number++;
                if (line.StartsWith("```", StringComparison.Ordinal))
                {
                    isCode = !isCode;
                }
                else if (!isCode)
                {
                    yield return ($"{Path.GetRelativePath(Root, page)}:{number}", CodeInText().Replace(line, "``"));
                }
            }
        }
    }

    /// <summary>The English messages; those of Japanese readers have the ending .ja.</summary>
    private static IEnumerable<(string Where, string Text)> Messages() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.resx", SearchOption.AllDirectories)
        where !file.EndsWith(".ja.resx", StringComparison.Ordinal)
        from data in XDocument.Load(file).Root!.Elements("data")
        select ($"{Path.GetFileName(file)} {data.Attribute("name")!.Value}", data.Element("value")!.Value);

    private static IEnumerable<(string Where, string Text)> SourceComments() =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        where !Built().IsMatch(file)
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        let comment = Comment().Match(line.Text)
        where comment.Success
        select ($"{Path.GetRelativePath(Root, file)}:{line.Number}", comment.Groups[1].Value);

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex CodeInText();

    [GeneratedRegex(@"[\\/](?:bin|obj)[\\/]")]
    private static partial Regex Built();

    [GeneratedRegex(@"(?:^|\s)//+ ?(.*)$")]
    private static partial Regex Comment();
}
