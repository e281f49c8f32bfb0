using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Threading;
using JpoPatent.Files;
using JpoPatent.Layout;
using JpoPatent.Numbers;
using JpoPatent.Periods;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Documents;

/// <summary>
/// A page as HTML that needs nothing else. It is made from the page's parts and never from the source's markup; every
/// text is encoded, pictures go in by their bytes and only if they are GIF, PNG or JPEG, and a policy in the head
/// forbids scripts and everything from outside besides.
/// </summary>
internal static class HtmlLayout
{
    /// <summary>No picture of an application is this large; what is would choke the browser.</summary>
    private const long MaxPictureBytes = 16L * 1024 * 1024;

    /// <summary>Bytes of all pictures of a page.</summary>
    private const long MaxPageBytes = 128L * 1024 * 1024;

    /// <summary>What opening a picture counts for.</summary>
    private const int PictureCost = 4 * 1024;

    private const string Policy =
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private const string Serif =
        "\"Yu Mincho\", YuMincho, \"Hiragino Mincho ProN\", \"MS Mincho\", \"Noto Serif CJK JP\", \"Noto Serif JP\", serif";

    private const string Sans =
        "\"Yu Gothic\", YuGothic, \"Hiragino Sans\", Meiryo, \"Noto Sans CJK JP\", \"Noto Sans JP\", sans-serif";

    private const string Style = $$"""
        @page { size: A4; margin: 20mm 18mm; }
        body { max-width: 46em; margin: 1.5em auto; padding: 0 1em; color: #111; background: #fff; line-height: 1.7;
          font-family: {{Serif}}; }
        h1 { font-size: 1.4em; text-align: center; letter-spacing: .2em; margin: 1em 0; }
        h2 { font-size: 1em; margin: 1em 0 0; }
        p, .row, td { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3em 0; }
        .row { display: flex; gap: 1em; }
        .row .label { flex: 0 0 11em; }
        .gap { height: 1em; }
        .facts { font: .8em {{Sans}}; border: 1px solid #999; padding: .4em .8em; margin-bottom: 1.5em; }
        .facts dt { float: left; clear: left; width: 9em; color: #555; }
        .facts dd { margin-left: 9.5em; }
        table.body { border-collapse: collapse; margin: .8em 0; }
        table.body td { border: 1px solid #555; padding: .2em .5em; vertical-align: top; }
        .pre { font-family: "MS Gothic", "MS ゴシック", "Osaka-Mono", "Noto Sans Mono CJK JP", monospace; }
        .large { font-size: 1.4em; }
        img { max-width: 100%; }
        .missing { border: 1px dashed #999; padding: .1em .4em; color: #555; font-size: .9em; }
        @media print { body { max-width: none; margin: 0; padding: 0; } h1, h2 { break-after: avoid; } img, tr { break-inside: avoid; } }
        """;

    /// <summary>Writes a document's page.</summary>
    internal static void Write(JpoDocument document, TextWriter writer, CancellationToken cancellationToken)
    {
        var pictures = new Pictures(document);
        string title = CaseNumbers.Print(document.ApplicationNumber, document.Law) + "　" + document;
        writer.Write(
            "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"");
        writer.Write(Encode(Policy));
        writer.Write(
            "\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        writer.Write(Encode(title));
        writer.Write("</title>\n<style>\n");
        writer.Write(Style.Replace("\r\n", "\n"));
        writer.Write("\n</style>\n</head>\n<body>\n");
        Facts(document, writer);
        bool isHtm = document.Files.Count > 0 && document.Files[0].Extension != ".xml";
        writer.Write(isHtm ? "<main class=\"pre\">\n" : "<main>\n");
        foreach (PageBlock block in document.Page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Block(block, writer, pictures);
        }

        writer.Write("</main>\n");
        Attachments(document, writer);
        writer.Write("</body>\n</html>\n");
    }

    private static void Facts(JpoDocument document, TextWriter writer)
    {
        writer.Write("<dl class=\"facts\">\n");
        Fact(Client.DocumentMessages.HtmlApplication, CaseNumbers.Print(document.ApplicationNumber, document.Law));
        Fact(Client.DocumentMessages.HtmlDocument, document.ToString());
        if (document.LegalDate is { } day)
        {
            Fact(Client.DocumentMessages.HtmlDispatched, Day(day));
        }

        if (document.ResponseDueDate is { } due)
        {
            Fact(
                Client.DocumentMessages.HtmlDue,
                string.Format(
                    CultureInfo.InvariantCulture,
                    Client.DocumentMessages.HtmlDueNote,
                    Day(due),
                    PeriodWords.Of(document.ResponsePeriod)));
        }

        writer.Write("</dl>\n");

        void Fact(string label, string value) =>
            writer.Write("<dt>" + Encode(label) + "</dt><dd>" + Encode(value) + "</dd>\n");
    }

    private static void Attachments(JpoDocument document, TextWriter writer)
    {
        if (document.Attachments.Count == 0)
        {
            return;
        }

        writer.Write("<div class=\"facts\">" + Encode(Client.DocumentMessages.HtmlAttachments) + "<ul>\n");
        foreach (JpoAttachment attachment in document.Attachments)
        {
            writer.Write("<li>" + Encode(attachment.Name) + "</li>\n");
        }

        writer.Write("</ul></div>\n");
    }

    private static void Block(PageBlock block, TextWriter writer, Pictures pictures)
    {
        switch (block.Kind)
        {
            case PageBlockKind.Title:
                Wrapped("h1", block, writer, pictures);
                break;
            case PageBlockKind.Heading:
                Wrapped("h2", block, writer, pictures);
                break;
            case PageBlockKind.Row:
                writer.Write("<div class=\"row\"><span class=\"label\">");
                writer.Write(Encode(new string('　', block.Indent) + block.Label));
                writer.Write("</span><span>");
                Inlines(block.Inlines, writer, pictures);
                writer.Write("</span></div>\n");
                break;
            case PageBlockKind.Gap:
                writer.Write("<div class=\"gap\"></div>\n");
                break;
            case PageBlockKind.Table:
                writer.Write("<table class=\"body\">\n");
                foreach (IReadOnlyList<IReadOnlyList<PageInline>> row in block.Rows)
                {
                    writer.Write("<tr>");
                    foreach (IReadOnlyList<PageInline> cell in row)
                    {
                        writer.Write("<td>");
                        Inlines(cell, writer, pictures);
                        writer.Write("</td>");
                    }

                    writer.Write("</tr>\n");
                }

                writer.Write("</table>\n");
                break;
            default:
                Wrapped("p", block, writer, pictures);
                break;
        }
    }

    private static void Wrapped(string tag, PageBlock block, TextWriter writer, Pictures pictures)
    {
        writer.Write("<" + tag + ">");
        Inlines(block.Inlines, writer, pictures);
        writer.Write("</" + tag + ">\n");
    }

    private static void Inlines(IReadOnlyList<PageInline> inlines, TextWriter writer, Pictures pictures)
    {
        foreach (PageInline inline in inlines)
        {
            if (inline.Picture != null)
            {
                Picture(inline.Picture, writer, pictures);
            }
            else if (inline.Text == null)
            {
                writer.Write("<br>");
            }
            else
            {
                Tags(inline.Style, writer, isEnd: false);
                writer.Write(Encode(inline.Text));
                Tags(inline.Style, writer, isEnd: true);
            }
        }
    }

    private static void Tags(PageStyle style, TextWriter writer, bool isEnd)
    {
        (PageStyle Style, string Start, string End)[] all =
        [
            (PageStyle.Large, "<span class=\"large\">", "</span>"), (PageStyle.Bold, "<b>", "</b>"),
            (PageStyle.Italic, "<i>", "</i>"), (PageStyle.Underline, "<u>", "</u>"),
            (PageStyle.Sub, "<sub>", "</sub>"), (PageStyle.Sup, "<sup>", "</sup>"),
        ];
        if (style == PageStyle.None)
        {
            return;
        }

        if (isEnd)
        {
            Array.Reverse(all);
        }

        foreach ((PageStyle one, string start, string end) in all)
        {
            if ((style & one) != 0)
            {
                writer.Write(isEnd ? end : start);
            }
        }
    }

    private static void Picture(string file, TextWriter writer, Pictures pictures)
    {
        if (pictures.Find(file) is not { } attachment)
        {
            Missing(Client.DocumentMessages.HtmlPictureMissing, file, writer);
            return;
        }

        if (!pictures.HasRoom(attachment))
        {
            Missing(Client.DocumentMessages.HtmlPictureNotShown, file, writer);
            return;
        }

        using Stream stream = attachment.OpenRead();
        byte[] buffer = new byte[48 * 1024];
        int filled = stream.Fill(buffer);
        string? type = MediaTypes.OfShownPicture(buffer, filled);
        if (type == null)
        {
            pictures.Refuse(attachment);
            Missing(Client.DocumentMessages.HtmlPictureNotShown, file, writer);
            return;
        }

        // In portions whose length three divides, so that the text can be put together.
        writer.Write("<img alt=\"" + Encode(file) + "\" src=\"data:" + type + ";base64,");
        while (filled > 0)
        {
            writer.Write(Convert.ToBase64String(buffer, 0, filled));
            filled = filled == buffer.Length ? stream.Fill(buffer) : 0;
        }

        writer.Write("\">");
    }

    private static void Missing(string words, string file, TextWriter writer) =>
        writer.Write(
            "<span class=\"missing\">" + Encode(Format(words, file)) + "</span>");

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Encode(string text) => WebUtility.HtmlEncode(Printable(text));

    /// <summary>Control characters have no place on a page; the characters of a broken pair neither.</summary>
    private static string Printable(string text)
    {
        char[]? changed = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
            {
                i++;
            }
            else if (char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\n' or '\t')))
            {
                changed ??= text.ToCharArray();
                changed[i] = '\uFFFD';
            }
        }

        return changed == null ? text : new string(changed);
    }

    /// <summary>The pictures of a document by the names that it uses for them.</summary>
    private sealed class Pictures
    {
        private readonly HashSet<JpoAttachment> _refused = [];
        private readonly Dictionary<string, JpoAttachment> _byName = new(StringComparer.OrdinalIgnoreCase);
        private long _left = MaxPageBytes;

        internal Pictures(JpoDocument document)
        {
            foreach (JpoAttachment attachment in document.Attachments)
            {
                string name = attachment.Entry.Name;
                if (!_byName.ContainsKey(name))
                {
                    _byName.Add(name, attachment);
                }
            }
        }

        /// <summary>
        /// Whether a picture may still go in: a page that shows one picture a thousand times
        /// must not become a thousand times as large.
        /// </summary>
        internal bool HasRoom(JpoAttachment picture)
        {
            if (picture.Size > Math.Min(_left, MaxPictureBytes) || _refused.Contains(picture))
            {
                return false;
            }

            _left -= picture.Size + PictureCost;
            return true;
        }

        internal void Refuse(JpoAttachment picture) => _refused.Add(picture);

        internal JpoAttachment? Find(string file) =>
            _byName.TryGetValue(file.Substring(file.LastIndexOfAny(['/', '\\']) + 1), out JpoAttachment? found)
                ? found
                : null;
    }
}
