using System.Collections.Generic;
using System.Text;
using System.Xml.Linq;

namespace JpoPatent.Layout;

/// <summary>
/// Lays a document in JPO's HTML out: mostly one block of preformatted text, with pictures and now and then a table.
/// </summary>
internal sealed class HtmPage
{
    private const string Rule = "────────────────────";

    private readonly List<PageBlock> _page = [];
    private readonly InlineReader _inlines;

    private HtmPage() => _inlines = new InlineReader(_page);

    internal static List<PageBlock> Lay(XElement root)
    {
        var page = new HtmPage();
        page.Nodes(root, PageStyle.None, isPre: false);
        page._inlines.End();
        return page._page;
    }

    private void Nodes(XElement parent, PageStyle style, bool isPre)
    {
        bool isPreStart = parent.Name.LocalName == "pre";
        foreach (XNode node in parent.Nodes())
        {
            if (node is XText text)
            {
                if (isPre)
                {
                    Lines(text.Value, style, isPreStart);
                }
                else
                {
                    Flow(text.Value, style);
                }
            }
            else if (node is XElement child)
            {
                Element(child, style, isPre);
            }

            isPreStart = false;
        }
    }

    private void Element(XElement element, PageStyle style, bool isPre)
    {
        string name = element.Name.LocalName;
        switch (name)
        {
            case "head" or "title":
                break;
            case "br":
                _inlines.Break();
                break;
            case "hr":
                _inlines.BreakOnce();
                _inlines.Add(Rule, PageStyle.None);
                _inlines.Break();
                break;
            case "img":
                _inlines.Picture(InlineReader.FileOf(element));
                break;
            case "table" when !isPre || element.FirstPart("td") != null:
                _inlines.End();
                Table(element, isPre);
                break;
            case "pre":
                _inlines.End();
                Nodes(element, style, isPre: true);
                _inlines.End();
                break;
            case "p" or "div" or "center" or "blockquote" or "ul" or "ol" or "dl" or "li" or "dt" or "dd" or "h1"
                or "h2" or "h3" or "h4" or "h5" or "h6":
                _inlines.BreakOnce();
                Nodes(element, name is "h1" or "h2" or "h3" ? style | PageStyle.Large : style, isPre);
                _inlines.BreakOnce();
                break;
            case "font":
                bool isLarge = int.TryParse(element.Mark("size"), out int size) && size >= 5;
                Nodes(element, isLarge ? style | PageStyle.Large : style, isPre);
                break;
            default:
                Nodes(element, style | InlineReader.StyleOf(name), isPre);
                break;
        }
    }

    /// <summary>Text whose ends of lines are meant.</summary>
    private void Lines(string text, PageStyle style, bool isPreStart)
    {
        string[] lines = text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            // The end of the line behind the tag is not part of the text.
            if (i > 0 && !(i == 1 && isPreStart && lines[0].Length == 0))
            {
                _inlines.Break();
            }

            _inlines.Add(lines[i], style);
        }
    }

    /// <summary>Text whose ends of lines only the file has.</summary>
    private void Flow(string text, PageStyle style)
    {
        var flow = new StringBuilder(text.Length);
        foreach (char c in DocumentTree.Unwrap(text))
        {
            char shown = c is '\t' ? ' ' : c;
            if (shown != ' ' || (flow.Length > 0 ? flow[flow.Length - 1] != ' ' : !_inlines.IsAtLineStart))
            {
                flow.Append(shown);
            }
        }

        _inlines.Add(flow.ToString(), style);
    }

    private void Table(XElement table, bool isPre)
    {
        var rows = new List<IReadOnlyList<IReadOnlyList<PageInline>>>();
        foreach (XElement row in RowsOf(table))
        {
            var cells = new List<IReadOnlyList<PageInline>>();
            foreach (XElement cell in row.Elements())
            {
                if (cell.Name.LocalName is "td" or "th")
                {
                    var inner = new HtmPage();
                    inner.Nodes(cell, PageStyle.None, isPre);
                    inner._inlines.End();
                    cells.Add(Flatten(inner._page));
                }
            }

            rows.Add(cells);
        }

        if (rows.Count > 0)
        {
            _page.Add(PageBlock.Table(rows));
        }
        else
        {
            Nodes(table, PageStyle.None, isPre);
        }
    }

    /// <summary>The rows of a table, and not those of tables in its cells.</summary>
    private static IEnumerable<XElement> RowsOf(XElement table)
    {
        foreach (XElement child in table.Elements())
        {
            if (child.Name.LocalName == "tr")
            {
                yield return child;
            }
            else if (child.Name.LocalName is "tbody" or "thead" or "tfoot")
            {
                foreach (XElement row in child.Elements("tr"))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>The paragraphs of a cell in one.</summary>
    private static List<PageInline> Flatten(List<PageBlock> blocks)
    {
        var inlines = new List<PageInline>();
        foreach (PageBlock block in blocks)
        {
            if (inlines.Count > 0 && !inlines[inlines.Count - 1].IsBreak)
            {
                inlines.Add(PageInline.Break);
            }

            inlines.AddRange(block.Inlines);
            foreach (IReadOnlyList<IReadOnlyList<PageInline>> row in block.Rows)
            {
                // A table in a cell: its cells one after the other.
                foreach (IReadOnlyList<PageInline> cell in row)
                {
                    inlines.AddRange(cell);
                    inlines.Add(PageInline.OfText("　", PageStyle.None));
                }

                inlines.Add(PageInline.Break);
            }
        }

        while (inlines.Count > 0 && inlines[inlines.Count - 1].IsBreak)
        {
            inlines.RemoveAt(inlines.Count - 1);
        }

        return inlines;
    }
}
