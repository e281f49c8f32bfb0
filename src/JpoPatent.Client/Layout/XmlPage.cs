using System.Collections.Generic;
using System.Xml.Linq;
using JpoPatent.Text;

namespace JpoPatent.Layout;

/// <summary>
/// Lays a document in XML out as JPO prints it. Parts are known by their local names wherever they stand, by the family
/// of documents that has them; of a part that is not known, the text is laid out all the same.
/// </summary>
internal sealed class XmlPage
{
    private readonly List<PageBlock> _page = [];
    private readonly InlineReader _inlines;
    private readonly MailedParts _mailed;
    private readonly FiledParts _filed;
    private readonly ApplicationParts _application;

    private XmlPage(PageContext context)
    {
        Context = context;
        _inlines = new InlineReader(_page);
        _mailed = new MailedParts(this);
        _filed = new FiledParts(this);
        _application = new ApplicationParts(this);
    }

    /// <summary>What the words on the page depend on.</summary>
    internal PageContext Context { get; }

    /// <summary>Lays a whole document out.</summary>
    internal static List<PageBlock> Lay(XElement root, PageContext context)
    {
        var page = new XmlPage(context);
        page.Element(root, 0);
        page._inlines.End();
        return page._page;
    }

    /// <summary>Lays out what is in an element.</summary>
    internal void Elements(XElement parent, int indent)
    {
        foreach (XNode node in parent.Nodes())
        {
            if (node is XElement child)
            {
                Element(child, indent);
            }
            else if (node is XText text
                && DocumentTree.Unwrap(text.Value) is var line
                && !string.IsNullOrWhiteSpace(line))
            {
                _inlines.Add(line, PageStyle.None);
            }
        }
    }

    /// <summary>Lays out what is in an element, and ends the paragraph.</summary>
    internal void Section(XElement parent, int indent)
    {
        Elements(parent, indent);
        _inlines.End();
    }

    internal void Block(PageBlock block)
    {
        _inlines.End();
        _page.Add(block);
    }

    /// <summary>A label in brackets and its value, as in what applicants file.</summary>
    internal void Field(string label, string value, int indent) =>
        Block(PageBlock.Row("【" + label + "】", value, indent));

    /// <summary>The same with a value that has underlines and the like.</summary>
    internal void Field(string label, XElement value, int indent) =>
        Block(PageBlock.Row("【" + label + "】", InlinesOf(value), indent));

    /// <summary>A label and its value, as in what JPO mails.</summary>
    internal void Row(string label, string value, int indent = 1) => Block(PageBlock.Row(label, value, indent));

    /// <summary>The same with a value that has underlines and the like.</summary>
    internal void Row(string label, XElement value, int indent = 1) =>
        Block(PageBlock.Row(label, InlinesOf(value), indent));

    /// <summary>A line as it stands.</summary>
    internal void Line(string text) => Block(PageBlock.Paragraph([PageInline.OfText(text, PageStyle.None)]));

    internal void Heading(string text, int indent = 0) => Block(PageBlock.Heading(text, indent));

    private void Element(XElement element, int indent)
    {
        string part = element.Part();
        switch (part)
        {
            case "p" or "claim-text" or "dtext":
            case "text" when element.HasElements || indent == 0:
                Paragraph(element, part);
                return;
            case "br":
                _inlines.Break();
                return;
            case "img":
                _inlines.Picture(InlineReader.FileOf(element));
                return;
            case "table":
                Table(element);
                return;
            case "heading":
                Block(PageBlock.Heading(InlinesOf(element)));
                return;
        }

        bool isLaid = Context.IsFiled
            ? _filed.Lay(element, part, indent) || _application.Lay(element, part, indent)
            : _mailed.Lay(element, part, indent)
                || _application.Lay(element, part, indent)
                || _filed.Lay(element, part, indent);
        if (isLaid)
        {
            return;
        }

        if (InlineReader.StyleOf(part) is not PageStyle.None and var style)
        {
            Inline(element, style, isTight: false);
        }
        else if (element.IsLeaf() && element.Line() is { } value)
        {
            Leaf(part, value, indent);
        }
        else
        {
            Elements(element, indent);
        }
    }

    /// <summary>A part of which only the text is known.</summary>
    private void Leaf(string part, string value, int indent)
    {
        string? label = PageWords.Label(part);
        if (part == "date" && label == null)
        {
            Row(string.Empty, PageText.Day(value), indent);
        }
        else
        {
            Row(label == null ? string.Empty : Context.IsFiled ? "【" + label + "】" : label, value, indent);
        }
    }

    private void Paragraph(XElement element, string part)
    {
        _inlines.End();
        if (part == "p" && element.Mark("num") is { } number && int.TryParse(number, out _))
        {
            Heading("【" + EraDate.Wide(number.PadLeft(4, '0')) + "】", 2);
        }
        else if (part == "dtext" && element.Parent?.Part() != "p")
        {
            Field("その他", string.Empty, 0);
        }

        Inline(element, PageStyle.None, isTight: true);
        _inlines.End();
    }

    private void Inline(XElement parent, PageStyle style, bool isTight)
    {
        bool isFirst = isTight;
        foreach (XNode node in parent.Nodes())
        {
            if (node is XText text)
            {
                string line = DocumentTree.Unwrap(text.Value);

                // The end of the line that follows a br in the file is no second one.
                _inlines.Add(isFirst || _inlines.IsAtLineStart ? line.TrimStart(' ', '\t') : line, style);
            }
            else if (node is XElement child)
            {
                InlineElement(child, style);
            }

            isFirst = false;
        }
    }

    private void InlineElement(XElement child, PageStyle style)
    {
        string part = child.Part();
        switch (part)
        {
            case "br":
                _inlines.Break();
                break;
            case "img":
                _inlines.Picture(InlineReader.FileOf(child));
                break;
            case "table":
                _inlines.End();
                Table(child);
                break;
            case "p" or "claim-text":
                Paragraph(child, part);
                break;
            case "li":
                _inlines.BreakOnce();
                _inlines.Add(new string('　', Depth(child)), style);
                Inline(child, style, isTight: false);
                _inlines.BreakOnce();
                break;
            case "heading" or "chemistry" or "maths" or "tables" or "figure" or "patcit" or "nplcit":
                _inlines.End();
                Element(child, 0);
                _inlines.End();
                break;
            default:
                Inline(child, style | InlineReader.StyleOf(part), isTight: false);
                break;
        }
    }

    /// <summary>How many lists an item lies in.</summary>
    private static int Depth(XElement item)
    {
        int depth = 0;
        for (XElement? above = item.Parent; above != null; above = above.Parent)
        {
            depth += above.Part() == "ul" ? 1 : 0;
        }

        return depth;
    }

    private void Table(XElement table)
    {
        _inlines.End();
        var rows = new List<IReadOnlyList<IReadOnlyList<PageInline>>>();
        foreach (XElement row in table.Descendants())
        {
            if (row.Part() is not ("row" or "tr"))
            {
                continue;
            }

            var cells = new List<IReadOnlyList<PageInline>>();
            foreach (XElement cell in row.Elements())
            {
                cells.Add(InlinesOf(cell));
            }

            rows.Add(cells);
        }

        if (rows.Count > 0)
        {
            Block(PageBlock.Table(rows));
        }
    }

    /// <summary>The text of an element with its underlines and the like.</summary>
    private IReadOnlyList<PageInline> InlinesOf(XElement element)
    {
        var reader = new InlineReader(_page);
        Collect(element, reader, PageStyle.None);
        return reader.Take();
    }

    private static void Collect(XElement parent, InlineReader reader, PageStyle style)
    {
        foreach (XNode node in parent.Nodes())
        {
            if (node is XText text)
            {
                string line = DocumentTree.Unwrap(text.Value);
                reader.Add(reader.IsAtLineStart ? line.TrimStart(' ', '\t') : line, style);
            }
            else if (node is XElement child)
            {
                switch (child.Part())
                {
                    case "br":
                        reader.Break();
                        break;
                    case "img":
                        reader.Picture(InlineReader.FileOf(child));
                        break;
                    case "p":
                        reader.BreakOnce();
                        Collect(child, reader, style);
                        break;
                    default:
                        Collect(child, reader, style | InlineReader.StyleOf(child.Part()));
                        break;
                }
            }
        }
    }
}
