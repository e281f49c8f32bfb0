using System;
using System.Collections.Generic;
using System.Xml.Linq;

namespace JpoPatent;

/// <summary>
/// Lays a document in XML out as JPO prints it. Parts are known by their local names wherever they stand; of a part that is not known, the text is laid out all the same.
/// </summary>
internal sealed class XmlPage
{
    private readonly List<PageBlock> _page = [];
    private readonly InlineReader _inlines;
    private readonly JpoLaw _law;
    private readonly bool _isFiled;

    private XmlPage(JpoLaw law, bool isFiled)
    {
        _law = law;
        _isFiled = isFiled;
        _inlines = new InlineReader(_page);
    }

    /// <param name="root">The document.</param>
    /// <param name="law">The law of the case.</param>
    /// <param name="isFiled">Whether an applicant filed it: then labels stand in brackets.</param>
    internal static List<PageBlock> Lay(XElement root, JpoLaw law, bool isFiled)
    {
        var page = new XmlPage(law, isFiled);
        page.Element(root, 0);
        page._inlines.End();
        return page._page;
    }

    private void Elements(XElement parent, int indent)
    {
        foreach (XNode node in parent.Nodes())
        {
            if (node is XElement child)
            {
                Element(child, indent);
            }
            else if (node is XText text && DocumentTree.Unwrap(text.Value) is var line && !string.IsNullOrWhiteSpace(line))
            {
                _inlines.Add(line, PageStyle.None);
            }
        }
    }

    private void Element(XElement element, int indent)
    {
        string part = element.Part();
        switch (part)
        {
            case "p" or "claim-text" or "dtext" or "text" when part != "text" || element.HasElements || indent == 0:
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
                Block(PageBlock.Heading(element.Line() ?? string.Empty));
                return;
            case "document-name":
                Name(element, indent);
                return;
            case "application-reference" or "document-id" or "doc-number" when CaseNumber(element, indent):
                return;
        }

        if (Mailed(element, part, indent) || Filed(element, part, indent) || Application(element, part, indent))
        {
            return;
        }

        if (InlineReader.StyleOf(part) is not PageStyle.None and var style)
        {
            Inline(element, style, isTight: false);
            return;
        }

        if (element.IsLeaf() && element.Line() is { } value)
        {
            Leaf(part, value, indent);
            return;
        }

        Elements(element, indent);
    }

    /// <summary>A part of which only the text is known.</summary>
    private void Leaf(string part, string value, int indent)
    {
        string? label = PageWords.Label(part);
        if (part == "date" && label == null)
        {
            Block(PageBlock.Row(string.Empty, Day(value), indent));
        }
        else
        {
            Block(PageBlock.Row(label == null ? string.Empty : _isFiled ? "【" + label + "】" : label, value, indent));
        }
    }

    private void Name(XElement element, int indent)
    {
        string? name = element.Line();
        if (name == null)
        {
            return;
        }

        switch (element.Parent?.Part())
        {
            case "amendment-group" or "target-document":
                Field("補正対象書類名", name, 1);
                break;
            case "submission-object-list-article" or "attaching-document":
                Field(element.Parent.Part() == "attaching-document" ? "書類名" : "物件名", name, Math.Max(indent, 1));
                break;
            default:
                if (_isFiled)
                {
                    Field("書類名", name, indent);
                }
                else
                {
                    Block(PageBlock.Title(name));
                    Block(PageBlock.Gap());
                }

                break;
        }
    }

    /// <summary>The parts of notices and decisions.</summary>
    private bool Mailed(XElement element, string part, int indent)
    {
        switch (part)
        {
            case "drafting-date":
                Block(PageBlock.Row("起案日", Day(element), 1));
                return true;
            case "draft-person-group":
                Person(element, element.FirstPart("official-title").Line() ?? "特許庁審査官");
                return true;
            case "addressed-to-person-group":
                Addressee(element);
                return true;
            case "number-of-claim" when !_isFiled && element.IsLeaf():
                Block(PageBlock.Row("請求項の数", EraDate.Wide(element.Line() ?? string.Empty), 1));
                return true;
            case "invention-title" when !_isFiled && element.Parent?.Part().StartsWith("bibliog", StringComparison.Ordinal) == true:
                Block(PageBlock.Row("発明の名称", element.Line() ?? string.Empty, 1));
                return true;
            case "article-group" when element.FirstPart("article") != null:
                Articles(element);
                return true;
            case "reconsideration-before-appeal":
                if (element.Mark("true-or-false") == "true")
                {
                    Block(PageBlock.Row(string.Empty, "［前置審査］", 1));
                }

                return true;
            case "conclusion-part-article" or "drafting-body" or "footer-article" or "final-decision-group" or "final-decision-memo" or "final-decision-body"
                or "approval-column-article" or "certification-column-article" or "inquiry-article":
                if (element.Line() == null && element.FirstPart("img") == null)
                {
                    return true;
                }

                Block(PageBlock.Gap());
                Elements(element, indent);
                _inlines.End();
                return true;
            case "staff1-group" or "staff2-group" or "staff3-group" or "staff4-group" or "devider":
                if (element.FirstPart("name").Line() != null)
                {
                    Person(element, element.FirstPart("official-title").Line() ?? string.Empty);
                }

                return true;
            case "kind-of-application" when element.IsLeaf() && !_isFiled:
                Block(element.Parent?.Part() == "final-decision-group" ? PageBlock.Row("出願種別", element.Line() ?? string.Empty, 1) : PageBlock.Row(string.Empty, "（" + element.Line() + "）", 1));
                return true;
            case "exist-of-reference-doc" or "patent-law-section30" or "change-flag-invention-title":
                Block(PageBlock.Row(PageWords.Label(part)!, element.Mark("true-or-false") == "true" ? "有" : "無", 1));
                return true;
            case "patent-reference-group":
                Block(PageBlock.Row(string.Empty, Join("　", element.Elements()), 1));
                return true;
            case "field-of-search-article" or "patent-reference-article" or "reference-books-article" or "ipc-article" or "classification-article" or "deposit-article" or "parent-application-article"
                when !_isFiled && PageWords.Label(part) is { } label:
                Block(PageBlock.Heading(label, 1));
                Elements(element, 1);
                return true;
            case "ipc" or "classification" or "field-of-search" when element.IsLeaf() && !_isFiled:
                Block(PageBlock.Row(string.Empty, (element.Line() ?? string.Empty).Replace('\u00A0', ' '), 2));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The parts of what applicants file.</summary>
    private bool Filed(XElement element, string part, int indent)
    {
        switch (part)
        {
            case "document-code":
                string code = DocumentCodes.Plain(element.Line());
                string? kind = DocumentCodes.NameOf(code) ?? PageWords.Label(KindBeside(element) ?? string.Empty);
                if (element.Parent?.Part() is "amendment-group" or "amendment-charge-article" or "target-document")
                {
                    Field("補正対象書類名", kind ?? code, 1);
                }
                else if (_isFiled)
                {
                    Field("書類名", kind ?? code, indent);
                }

                return true;
            case "submission-date" or "dispatch-date" or "filing-date" or "priority-date" when element.Line() != null:
                Field(PageWords.Label(part) ?? "日付", Day(element), indent);
                return true;
            case "indication-of-case-article":
                Field("事件の表示", string.Empty, indent);
                Elements(element, 1);
                return true;
            case "applicant" or "agent" or "inventor" or "attorney" or "lawyer" or "opponent" or "representative-group":
                string label = part == "applicant" && element.Document?.Root == null && IsAmendment(element) ? "補正をする者" : PageWords.Label(part) ?? part;
                Field(label, string.Empty, indent);
                Elements(element, 1);
                return true;
            case "file-reference-id" or "dispatch-number" or "registered-number" or "phone" or "fax" when element.IsLeaf():
                if (element.Line() is { } number)
                {
                    if (_isFiled)
                    {
                        Field(PageWords.Label(part)!, EraDate.Wide(number), indent);
                    }
                    else
                    {
                        Block(PageBlock.Row(PageWords.Label(part)!, EraDate.Wide(number), 1));
                    }
                }

                return true;
            case "opinion-contents-article" or "proof-means" or "amendment-charge-article" or "charge-article" or "submission-object-list-article" or "rule-outside-item-article" or "proof-necessity":
                if (PageWords.Label(part) is { } name)
                {
                    Field(name, string.Empty, indent);
                }

                Elements(element, 1);
                _inlines.End();
                return true;
            case "amendment-group":
                Block(PageBlock.Gap());
                Field("手続補正" + EraDate.Wide(element.Mark("serial-number") ?? string.Empty), string.Empty, 0);
                Elements(element, 1);
                return true;
            case "way-of-amendment":
                Field("補正方法", element.Line() switch { "1" => "追加", "2" => "削除", "3" => "変更", var way => way ?? string.Empty }, 1);
                return true;
            case "item-of-amendment":
                Field("補正対象項目名", element.Line() ?? string.Empty, 1);
                return true;
            case "contents-of-amendment":
                Field("補正の内容", string.Empty, 1);
                Elements(element, 2);
                _inlines.End();
                return true;
            case "fee" when element.Mark("amount") is { } amount:
                Field("納付金額", EraDate.Wide(amount) + "円", Math.Max(indent, 1));
                return true;
            case "account" when element.Mark("number") is { } account:
                Field(element.Mark("account-type") == "deposit" ? "予納台帳番号" : "振替番号", EraDate.Wide(account), Math.Max(indent, 1));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The parts of an application: description, claims, abstract, drawings.</summary>
    private bool Application(XElement element, string part, int indent)
    {
        switch (part)
        {
            case "description" or "claims" or "abstract" or "drawings":
                Block(PageBlock.Gap());
                Field("書類名", PageWords.Label(part)!, indent > 0 ? 2 : 0);
                Elements(element, 0);
                _inlines.End();
                return true;
            case "invention-title" when _isFiled:
                Field("発明の名称", element.Line() ?? string.Empty, 0);
                return true;
            case "claim":
                Block(PageBlock.Heading("【請求項" + Count(element, "num") + "】"));
                Elements(element, 0);
                _inlines.End();
                return true;
            case "figure" or "figref" when part == "figure":
                Block(PageBlock.Heading("【図" + Count(element, "num") + "】"));
                Elements(element, 0);
                _inlines.End();
                return true;
            case "chemistry" or "maths" or "tables":
                Block(PageBlock.Heading("【" + part switch { "chemistry" => "化", "maths" => "数", _ => "表" } + Count(element, "num") + "】"));
                Elements(element, 0);
                _inlines.End();
                return true;
            case "patcit" or "nplcit":
                Block(PageBlock.Heading("【" + (part == "patcit" ? "特許文献" : "非特許文献") + Count(element, "num") + "】"));
                Elements(element, 0);
                _inlines.End();
                return true;
            case "embodiments-example":
                Block(PageBlock.Heading("【実施例" + Count(element, "ex-num") + "】"));
                Elements(element, 0);
                return true;
            default:
                if (PageWords.Section(part) is not { } heading)
                {
                    return false;
                }

                Block(PageBlock.Heading("【" + heading + "】"));
                Elements(element, 0);
                _inlines.End();
                return true;
        }
    }

    private void Paragraph(XElement element, string part)
    {
        _inlines.End();
        if (part == "p" && element.Mark("num") is { } number && int.TryParse(number, out _))
        {
            Block(PageBlock.Heading("【" + EraDate.Wide(number.PadLeft(4, '0')) + "】", 2));
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
                var reader = new InlineReader(_page);
                CellInlines(cell, reader, PageStyle.None);
                cells.Add(reader.Take());
            }

            rows.Add(cells);
        }

        if (rows.Count > 0)
        {
            Block(PageBlock.Table(rows));
        }
    }

    private static void CellInlines(XElement parent, InlineReader reader, PageStyle style)
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
                        CellInlines(child, reader, style);
                        break;
                    default:
                        CellInlines(child, reader, style | InlineReader.StyleOf(child.Part()));
                        break;
                }
            }
        }
    }

    /// <summary>The number of the case, as people write it. False where the element holds something else.</summary>
    private bool CaseNumber(XElement element, int indent)
    {
        XElement number = element.Part() == "doc-number" ? element : element.FirstPart("doc-number")!;
        if (number.Line() is not { } digits)
        {
            return false;
        }

        bool isAbroad = element.Mark("appl-type") is "international-application" or "international";
        string written = isAbroad ? digits : CaseNumbers.Print(digits, LawOf(element) ?? _law);
        if (_isFiled)
        {
            Field(isAbroad ? "国際出願番号" : "出願番号", written, Math.Max(indent, 1));
        }
        else
        {
            Block(PageBlock.Row(PageWords.Right(_law) + "出願の番号", written, 1));
        }

        return true;
    }

    private static JpoLaw? LawOf(XElement element) => element.Mark("kind-of-law") switch
    {
        "design" => JpoLaw.Design,
        "trademark" => JpoLaw.Trademark,
        "patent" => JpoLaw.Patent,
        _ => null,
    };

    private void Person(XElement group, string title)
    {
        string text = group.FirstPart("name").Line() ?? string.Empty;
        foreach (string code in new[] { "staff-code", "office-code" })
        {
            if (group.FirstPart(code).Line() is { } value)
            {
                text += "　" + EraDate.Wide(value);
            }
        }

        Block(PageBlock.Row(title, text, 1));
    }

    private void Addressee(XElement group)
    {
        string who = PageWords.Right(_law) + "出願人" + (group.Mark("kind-of-agent") != null ? "代理人" : string.Empty);
        string text = (group.FirstPart("name").Line() ?? string.Empty) + "　様";
        if (group.FirstPart("number-of-other-persons").Line() is { } others)
        {
            text += "（外" + EraDate.Wide(others.Trim('\u00A0', ' ', '　')) + "名）";
        }

        Block(PageBlock.Row(who, text, 1));
    }

    private void Articles(XElement group)
    {
        string label = "適用条文";
        foreach (XElement article in group.Parts("article"))
        {
            if (article.Line() is { } text)
            {
                Block(PageBlock.Row(label, text, 1));
                label = string.Empty;
            }
        }
    }

    /// <summary>What the contents beside a code say that they are.</summary>
    private static string? KindBeside(XElement code)
    {
        foreach (XElement next in code.ElementsAfterSelf())
        {
            if (next.Part() is "contents-of-amendment")
            {
                return next.Mark("kind-of-document");
            }

            if (next.Part() == code.Part())
            {
                break;
            }
        }

        return null;
    }

    private static bool IsAmendment(XElement element)
    {
        for (XElement? above = element.Parent; above != null; above = above.Parent)
        {
            if (above.Part().StartsWith("amendment-a", StringComparison.Ordinal) || above.Part() == "pat-amnd")
            {
                return true;
            }
        }

        return false;
    }

    private static string Join(string separator, IEnumerable<XElement> elements)
    {
        var lines = new List<string>();
        foreach (XElement element in elements)
        {
            if (element.Line() is { } line)
            {
                lines.Add(line);
            }
        }

        return string.Join(separator, lines);
    }

    private static string Count(XElement element, string mark) =>
        element.Mark(mark) is { } number ? EraDate.Wide(number.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : number) : string.Empty;

    private static string Day(XElement element) => element.DayIn() is { } day ? EraDate.Write(day) : element.Line() ?? string.Empty;

    private static string Day(string text) =>
        DateTime.TryParseExact(text, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateTime day) ? EraDate.Write(day) : text;

    /// <summary>A label in brackets and its value, as in what applicants file.</summary>
    private void Field(string label, string value, int indent) => Block(PageBlock.Row("【" + label + "】", value, indent));

    private void Block(PageBlock block)
    {
        _inlines.End();
        _page.Add(block);
    }
}
