using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using JpoPatent.Layout;
using JpoPatent.Text;

namespace JpoPatent.Documents;

/// <summary>
/// What a document in JPO's HTML says of itself: its lines begin with the labels of the printed form.
/// </summary>
internal sealed class HtmFacts
{
    /// <summary>What is longer than some lines of a page is no label with its value.</summary>
    private const int MaxLineLength = 400;

    private const int MaxRowLines = 20;

    private const RegexOptions Culture = RegexOptions.CultureInvariant;

    private static readonly Regex Bracketed = new("^【([^】]{1,20})】(.*)$", Culture);
    private static readonly Regex Drafter = new(
        "^(?:特許庁審査官|特許庁審判官|特許庁審判長|特許庁長官|審査官)[\\s　]+(?=[^\\s　])(?!殿)(.+)$", Culture);
    private static readonly Regex Person = new(
        "^(?:(?:意匠登録|商標登録|防護標章登録|特許|意匠|商標)?(?:代表)?(?:出願人|権利者|請求人)(?<agent>(?:復|法定|指定)?代理人)?"
            + "|(?<agent>(?:復|法定|指定)?代理人)(?:弁理士|弁護士)?)[\\s　]+(?<name>[^\\s　].*)$",
        Culture);

    private static readonly Regex Others = new("[（(][\\s　]*(?:外|ほか)[^）)]*[）)]", Culture);
    private static readonly Regex NameEnd = new("[\\s　]{2,}|[0-9０-９]|[（(]", Culture);
    private static readonly Regex DispatchLabel = new("^(?:発送番号)[\\s　:：]*([0-9０-９]{6})", Culture);
    private static readonly string[] Labels = ["出願の番号", "起案日", "審査官", "出願人", "適用条文", "発送番号", "登録番号", "発送日"];

    private readonly JpoDocument _document;
    private readonly List<string> _applicants = [];
    private readonly List<string> _agents = [];

    /// <summary>Whose name the next field with a name gives.</summary>
    private List<string>? _group;

    private HtmFacts(JpoDocument document) => _document = document;

    internal static void Read(JpoDocument document, IReadOnlyList<PageBlock> page, DocumentKind? asked)
    {
        var facts = new HtmFacts(document);
        facts.Read(page, asked);
        document.ApplicantNames = facts._applicants.AsReadOnly();
        document.AgentNames = facts._agents.AsReadOnly();
    }

    private void Read(IReadOnlyList<PageBlock> page, DocumentKind? asked)
    {
        string text = TextLayout.Write(page);
        string[] lines = Array.ConvertAll(text.Split('\n'), static line => line.Trim(' ', '　', '\t', '\u00A0'));
        bool isFiled = asked == DocumentKind.Application
            || (asked == null && text.IndexOf("【書類名】", StringComparison.Ordinal) >= 0);
        _document.Kind = asked ?? (isFiled ? DocumentKind.Application : DocumentKind.Mailed);
        _document.DocumentName = Large(page);
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.Length > MaxLineLength)
            {
                continue;
            }

            if (Bracketed.Match(line) is { Success: true } field)
            {
                ReadField(field.Groups[1].Value, field.Groups[2].Value.Trim(' ', '　'));
            }
            else if (!isFiled)
            {
                ReadRow(lines, i);
            }
        }

        _document.DocumentName ??= isFiled ? null : FirstLine(lines);
        if (!isFiled
            && _document.Articles.Count == 0
            && _document.DocumentName?.IndexOf("拒絶", StringComparison.Ordinal) >= 0)
        {
            // Where the head names no article, the reasons do.
            _document.Articles = ArticleFinder.InReasons(text, _document.Law);
        }
    }

    private void ReadField(string label, string value)
    {
        if (label.EndsWith("出願人", StringComparison.Ordinal)
            || label.EndsWith("する者", StringComparison.Ordinal)
            || label.EndsWith("した者", StringComparison.Ordinal)
            || label is "提出者" or "請求人" or "審判請求人")
        {
            _group = _applicants;
        }
        else if (label.EndsWith("代理人", StringComparison.Ordinal))
        {
            _group = _agents;
        }

        if (value.Length == 0)
        {
            return;
        }

        switch (label)
        {
            case "書類名":
                _document.DocumentName ??= value;
                break;
            case "提出日":
                _document.SubmissionDate ??= EraDate.Find(value);
                break;
            case "あて先":
                _document.AddresseeName ??= value;
                break;
            case "発送番号":
                _document.DispatchNumber ??= PeriodText.Plain(value);
                _group = null;
                break;
            case "氏名又は名称" or "氏名" when _group != null:
                AddOnce(_group, value);
                break;
        }
    }

    private void ReadRow(string[] lines, int at)
    {
        string line = lines[at];
        if (line.StartsWith("起案日", StringComparison.Ordinal))
        {
            _document.DraftingDate ??= EraDate.Find(line);
        }
        else if (Drafter.Match(line) is { Success: true } drafter)
        {
            _document.DrafterName ??= PersonIn(drafter.Groups[1].Value);
        }
        else if (Person.Match(line) is { Success: true } person)
        {
            ReadPerson(person.Groups["name"].Value, person.Groups["agent"].Success);
        }
        else if (DispatchLabel.Match(line) is { Success: true } dispatch)
        {
            _document.DispatchNumber ??= PeriodText.Plain(dispatch.Groups[1].Value);
        }
        else if (_document.Articles.Count == 0 && line.StartsWith("適用条文", StringComparison.Ordinal))
        {
            string articles = line;
            int end = Math.Min(lines.Length, at + MaxRowLines);
            while (++at < end
                && lines[at].Length > 0
                && !Array.Exists(Labels, label => lines[at].IndexOf(label, StringComparison.Ordinal) >= 0))
            {
                articles += lines[at];
            }

            _document.Articles = ArticleFinder.InList(articles, _document.Law);
        }
    }

    /// <summary>A person of the head. The name before 様 is the addressee; a decision has no addressee.</summary>
    private void ReadPerson(string text, bool isAgent)
    {
        string plain = Others.Replace(text, string.Empty).Trim(' ', '　');
        bool isAddressed = plain.EndsWith("様", StringComparison.Ordinal);
        string name = isAddressed ? plain.Substring(0, plain.Length - 1).Trim(' ', '　') : plain;
        if (name.Length == 0 || name.IndexOf('。') >= 0)
        {
            return;
        }

        AddOnce(isAgent ? _agents : _applicants, name);
        if (isAddressed)
        {
            _document.AddresseeName ??= name;
        }
    }

    private static void AddOnce(List<string> names, string name)
    {
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }

    private static string? PersonIn(string text)
    {
        Match end = NameEnd.Match(text);
        string name = (end.Success ? text.Substring(0, end.Index) : text).Trim(' ', '　');
        return name.Length == 0 ? null : name;
    }

    /// <summary>What stands in large letters.</summary>
    private static string? Large(IReadOnlyList<PageBlock> page)
    {
        foreach (PageBlock block in page)
        {
            foreach (PageInline inline in block.Inlines)
            {
                if ((inline.Style & PageStyle.Large) != 0
                    && inline.Text?.Trim(' ', '　', '\r', '\n') is { Length: > 0 and <= 40 } name)
                {
                    return name;
                }
            }
        }

        return null;
    }

    private static string? FirstLine(string[] lines)
    {
        string? first = Array.Find(lines, static line => line.Length > 0);
        return first is { Length: <= 40 } ? first : null;
    }
}
