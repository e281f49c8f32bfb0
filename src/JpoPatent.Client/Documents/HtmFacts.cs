using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace JpoPatent;

/// <summary>What a document in JPO's HTML says of itself: its lines begin with the labels of the printed form.</summary>
internal static class HtmFacts
{
    /// <summary>What is longer than some lines of a page is no label with its value.</summary>
    private const int MaxLineLength = 400;

    private const int MaxRowLines = 20;

    private const RegexOptions Culture = RegexOptions.CultureInvariant;

    private static readonly Regex Bracketed = new("^【([^】]{1,20})】(.*)$", Culture);
    private static readonly Regex Drafter = new("^(?:特許庁審査官|特許庁審判官|特許庁審判長|特許庁長官|審査官)[\\s　]+(?=[^\\s　])(?!殿)(.+)$", Culture);
    private static readonly Regex Addressee = new("^(?:意匠登録|商標登録|特許|意匠|商標)?(?:出願人|権利者|請求人)(?:代理人)?[\\s　]+(.+?)[\\s　]*様", Culture);
    private static readonly Regex NameEnd = new("[\\s　]{2,}|[0-9０-９]|[（(]", Culture);
    private static readonly Regex ArticleText = new("(?:[意商特](?:匠|標|許)法)?第[0-9一二三四五六七八九十百]+条(?:の[0-9一二三四五六七八九十]+)?(?:第[0-9一二三四五六七八九十]+項)?(?:(?:柱書|第[0-9一二三四五六七八九十]+号))?", Culture);
    private static readonly Regex DispatchLabel = new("^(?:発送番号)[\\s　:：]*([0-9０-９]{6})", Culture);
    private static readonly string[] Labels = ["出願の番号", "起案日", "審査官", "出願人", "適用条文", "発送番号", "登録番号", "発送日"];

    internal static void Read(JpoDocument document, IReadOnlyList<PageBlock> page, DocumentKind? asked)
    {
        string text = TextLayout.Write(page);
        string[] lines = Array.ConvertAll(text.Split('\n'), static line => line.Trim(' ', '　', '\t', '\u00A0'));
        bool isFiled = asked == DocumentKind.Application || (asked == null && text.IndexOf("【書類名】", StringComparison.Ordinal) >= 0);
        document.Kind = asked ?? (isFiled ? DocumentKind.Application : DocumentKind.Mailed);
        document.DocumentName = Large(page);
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.Length > MaxLineLength)
            {
                continue;
            }

            if (Bracketed.Match(line) is { Success: true } field)
            {
                ReadField(document, field.Groups[1].Value, field.Groups[2].Value.Trim(' ', '　'));
            }
            else if (!isFiled)
            {
                ReadRow(document, lines, i);
            }
        }

        document.DocumentName ??= isFiled ? null : FirstLine(lines);
        if (!isFiled && document.Articles.Count == 0 && document.DocumentName?.IndexOf("拒絶理由", StringComparison.Ordinal) >= 0)
        {
            // Where the head names no article, the reasons do.
            document.Articles = Articles(text, needsLaw: true);
        }
    }

    private static void ReadField(JpoDocument document, string label, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        switch (label)
        {
            case "書類名":
                document.DocumentName ??= value;
                break;
            case "提出日":
                document.SubmissionDate ??= EraDate.Find(value);
                break;
            case "あて先":
                document.AddresseeName ??= value;
                break;
            case "発送番号":
                document.DispatchNumber ??= PeriodText.Plain(value);
                break;
        }
    }

    private static void ReadRow(JpoDocument document, string[] lines, int at)
    {
        string line = lines[at];
        if (line.StartsWith("起案日", StringComparison.Ordinal))
        {
            document.DraftingDate ??= EraDate.Find(line);
        }
        else if (Drafter.Match(line) is { Success: true } drafter)
        {
            document.DrafterName ??= PersonIn(drafter.Groups[1].Value);
        }
        else if (Addressee.Match(line) is { Success: true } addressee)
        {
            document.AddresseeName ??= addressee.Groups[1].Value.Trim(' ', '　');
        }
        else if (DispatchLabel.Match(line) is { Success: true } dispatch)
        {
            document.DispatchNumber ??= PeriodText.Plain(dispatch.Groups[1].Value);
        }
        else if (document.Articles.Count == 0 && line.StartsWith("適用条文", StringComparison.Ordinal))
        {
            string articles = line;
            int end = Math.Min(lines.Length, at + MaxRowLines);
            while (++at < end && lines[at].Length > 0 && !Array.Exists(Labels, label => lines[at].IndexOf(label, StringComparison.Ordinal) >= 0))
            {
                articles += lines[at];
            }

            document.Articles = Articles(articles, needsLaw: false);
        }
    }

    private static string? PersonIn(string text)
    {
        Match end = NameEnd.Match(text);
        string name = (end.Success ? text.Substring(0, end.Index) : text).Trim(' ', '　');
        return name.Length == 0 ? null : name;
    }

    private static IReadOnlyList<string> Articles(string text, bool needsLaw)
    {
        var articles = new List<string>();
        foreach (Match match in ArticleText.Matches(PeriodText.Plain(PeriodText.Front(text))))
        {
            // In running text only what is named in full: a law, an article, a paragraph.
            bool isWhole = match.Value[1] is '匠' or '標' or '許' && match.Value.IndexOf('項') > 0;
            if (articles.Count < DocumentReader.MaxArticles && (!needsLaw || isWhole) && !articles.Contains(match.Value))
            {
                articles.Add(match.Value);
            }
        }

        return articles.AsReadOnly();
    }

    /// <summary>What stands in large letters.</summary>
    private static string? Large(IReadOnlyList<PageBlock> page)
    {
        foreach (PageBlock block in page)
        {
            foreach (PageInline inline in block.Inlines)
            {
                if ((inline.Style & PageStyle.Large) != 0 && inline.Text?.Trim(' ', '　', '\r', '\n') is { Length: > 0 and <= 40 } name)
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
