using System;
using System.Xml.Linq;
using JpoPatent.Numbers;
using JpoPatent.Text;

namespace JpoPatent.Layout;

/// <summary>The parts of notices and decisions, with the words that the office's own forms print.</summary>
internal sealed class MailedParts(XmlPage page)
{
    /// <summary>Notices by the Commissioner (特許庁長官), whose forms name no person.</summary>
    private static readonly string[] ByCommissioner = ["A2515", "A2516", "A2522"];

    private PageContext Context => page.Context;

    /// <summary>Lays a part out; false for one that is not of this family.</summary>
    internal bool Lay(XElement element, string part, int indent) =>
        Bibliography(element, part) || Body(element, part, indent) || Memo(element, part);

    /// <summary>The head of the document.</summary>
    private bool Bibliography(XElement element, string part)
    {
        switch (part)
        {
            case "document-name":
                if (element.Line() is { } name)
                {
                    page.Block(PageBlock.Title(name));
                    page.Block(PageBlock.Gap());
                }

                return true;
            case "document-code":
                return true;
            case "application-reference" or "document-id" or "doc-number":
                return CaseNumber(element);
            case "drafting-date":
                page.Row(Context.Code == "A30" ? "作成日" : "起案日", PageText.Day(element));
                return true;
            case "draft-person-group":
                Drafter(element);
                return true;
            case "addressed-to-person-group":
                page.Row(Addressee.Title(element, Context.Law), Addressee.Printed(element, Context.Code));
                return true;
            case "number-of-claim" when element.IsLeaf():
                page.Row(
                    element.Mark("adopted-law") == "invention" ? "特許請求の範囲に記載された発明の数" : "請求項の数",
                    EraDate.Wide(element.Line() ?? string.Empty));
                return true;
            case "invention-title" when element.Parent?.Part().StartsWith("bibliog", StringComparison.Ordinal) == true:
                page.Row("発明の名称", element);
                return true;
            case "article-group" when element.FirstPart("article") != null:
                Articles(element);
                return true;
            case "remark":
                page.Row("備考", element);
                return true;
            case "file-reference-id" or "dispatch-number" or "registered-number" or "phone" or "fax"
                when element.IsLeaf():
                if (element.Line() is { } number)
                {
                    page.Row(PageWords.Label(part)!, EraDate.Wide(number));
                }

                return true;
            case "submission-date" or "dispatch-date" or "filing-date" or "priority-date" when element.Line() != null:
                page.Row(PageWords.Label(part)!, PageText.Day(element));
                return true;
            default:
                return false;
        }
    }

    /// <summary>What is decided or notified, and who signed it.</summary>
    private bool Body(XElement element, string part, int indent)
    {
        switch (part)
        {
            case "reconsideration-before-appeal":
                if (element.Mark("true-or-false") == "true")
                {
                    page.Line("［前置審査］");
                    Revocation(element);
                }

                return true;
            case "conclusion-part-article" or "drafting-body" or "footer-article" or "final-decision-group"
                or "final-decision-memo" or "final-decision-body"
                or "approval-column-article" or "certification-column-article" or "inquiry-article"
                or "administrative-appeal-sentence":
                // In what a grant says of the case, empty elements carry meaning:
                // by their attributes, or by their presence.
                if (element.Line() != null
                    || element.FirstPart("img") != null
                    || (part.StartsWith("final-decision", StringComparison.Ordinal) && element.HasElements))
                {
                    page.Block(PageBlock.Gap());
                    page.Section(element, indent);
                }

                return true;
            case "staff1-group" or "staff2-group" or "staff3-group" or "staff4-group" or "devider":
                if (element.FirstPart("name").Line() != null)
                {
                    Person(element, element.FirstPart("official-title").Line() ?? string.Empty);
                }

                return true;
            case "kind-of-application" when element.IsLeaf() && !element.IsWithin("final-decision-group"):
                page.Row(string.Empty, "（" + element.Line() + "）");
                return true;
            default:
                return false;
        }
    }

    /// <summary>What a decision to grant says of the case, and the examiner's memo.</summary>
    private bool Memo(XElement element, string part)
    {
        switch (part)
        {
            case "kind-of-application" when element.IsLeaf():
                Item(1, "出願種別", element.Line() ?? string.Empty);
                return true;
            case "exist-of-reference-doc" or "patent-law-section30" or "change-flag-invention-title":
                Item(
                    part switch { "exist-of-reference-doc" => 2, "patent-law-section30" => 3, _ => 4 },
                    PageWords.Label(part)!,
                    element.Mark("true-or-false") switch
                    {
                        "true" => "有",
                        "false" => "無",
                        _ => string.Empty,
                    });
                return true;
            case "ipc-article":
                List(element, 5, "国際特許分類（ＩＰＣ）");
                return true;
            case "fi-article":
                List(element, 0, "ＦＩ");
                return true;
            case "classification-article":
                // The forms since April 2005 do not print it.
                if (Context.IsBefore2005)
                {
                    List(element, 6, "併記特許分類");
                }

                return true;
            case "deposit-article":
                List(element, DepositNumber(element), "菌寄託");
                return true;
            case "field-of-search-article":
                List(
                    element,
                    1,
                    Context.Drafted is { Year: < 2006 } && !Context.IsRenewed
                        ? "調査した分野（ＩＰＣ第７版，ＤＢ名）"
                        : "調査した分野（ＩＰＣ，ＤＢ名）");
                return true;
            case "patent-reference-article":
                List(element, 2, "参考特許文献");
                return true;
            case "reference-books-article":
                List(element, 3, "参考図書雑誌");
                return true;
            case "exceptions-to-lack-of-novelty-art":
                List(element, 4, "新規性喪失例外規定の適用の事実");
                return true;
            case "exceptions-to-lack-of-novelty-grp":
                page.Heading("新規性喪失の例外" + PageText.Count(element, "serial-number"), 1);
                page.Section(element, 2);
                return true;
            case "application-section":
                page.Row("適用条文", "特許法第３０条" + element.Line() + "の規定の適用", 2);
                return true;
            case "exceptions-to-lack-of-novelty":
                page.Row("内容", element, 2);
                return true;
            case "parent-application-article":
                Parent(element);
                return true;
            case "patent-reference-group":
                page.Row(string.Empty, PageText.Join("　", element.Elements()));
                return true;
            case "deposit":
                page.Heading("菌寄託" + PageText.Count(element, "serial-number"), 1);
                page.Section(element, 2);
                return true;
            case "depository-ins-code" or "depository-number" or "version-number" when element.Line() is { } code:
                page.Row(PageWords.Label(part)!, code, 2);
                return true;
            case "ipc" or "fi" or "classification" or "field-of-search" or "reference-books" when element.IsLeaf():
                page.Row(string.Empty, (element.Line() ?? string.Empty).Replace('\u00A0', ' '), 2);
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// A grant after the examiner's reconsideration takes the decision of refusal back.
    /// Newer documents say so in their conclusion.
    /// </summary>
    private void Revocation(XElement element)
    {
        string? conclusion = element.Parent?.FirstPart("conclusion-part-article").Line();
        if (Context.Code == "A01" && conclusion?.IndexOf("原査定を取", StringComparison.Ordinal) is null or < 0)
        {
            page.Line("　原査定を取消す。");
        }
    }

    /// <summary>A refusal to give the case the date of an earlier one, wholly or in part.</summary>
    private void Parent(XElement element)
    {
        bool isPartial = element.FirstPart("application-reference") != null;
        if (Context.IsRenewed)
        {
            page.Heading("・出願日の遡及を認めない旨の表示");
            page.Line(isPartial ? "　出願日の遡及を一部認めない。" : "　出願日の遡及を認めない。");
        }
        else
        {
            page.Heading(Context.IsBefore2005 ? "８．分割・変更の遡及を認めない旨の表示" : "７．出願日の遡及を認めない旨の表示");
        }

        if (isPartial)
        {
            page.Line(Context.IsRenewed ? "　遡及を認める原出願の出願番号、原出願の出願日" : "　対応する原出願の出願番号、原出願の出願日");
        }

        string label = element.Mark("kind-of-application") switch
        {
            "division" => "分割出願",
            "change" => "変更出願",
            "based-on-utility" => "実用基礎",
            _ => string.Empty,
        };
        foreach (XElement reference in element.Parts("application-reference"))
        {
            if (reference.FirstPart("doc-number").Line() is { } number)
            {
                page.Row(label, CaseNumbers.Print(number, LawOf(reference), IsUtilityModel(reference)));
            }

            if (reference.FirstPart("date") is { } day && day.Line() != null)
            {
                page.Row(string.Empty, PageText.Day(day));
            }
        }
    }

    private void List(XElement element, int number, string title)
    {
        page.Heading(Bullet(number) + title);
        page.Elements(element, 1);
    }

    private void Item(int number, string label, string value) => page.Row(Bullet(number) + label, value, 0);

    /// <summary>What stands before an item: a point in the renewed structure, a number in the older one.</summary>
    private string Bullet(int number) =>
        Context.IsRenewed || number == 0
            ? "・"
            : EraDate.Wide(number.ToString(System.Globalization.CultureInfo.InvariantCulture)) + "．";

    private int DepositNumber(XElement element)
    {
        if (!element.IsWithin("final-decision-memo"))
        {
            return Context.IsBefore2005 ? 7 : 6;
        }

        return element.Parent?.FirstPart("exceptions-to-lack-of-novelty-art") != null ? 5 : 4;
    }

    /// <summary>The number of the case, as people write it. False where the element holds something else.</summary>
    private bool CaseNumber(XElement element)
    {
        XElement? number = element.Part() == "doc-number" ? element : element.FirstPart("doc-number");
        if (number.Line() is not { } digits)
        {
            return false;
        }

        bool isUtilityModel = IsUtilityModel(element);
        if (element.Mark("appl-type") is "international-application" or "international")
        {
            page.Row(PageWords.Right(Context.Law) + "出願の番号", digits);
        }
        else
        {
            page.Row(
                (isUtilityModel ? "実用新案登録" : PageWords.Right(Context.Law)) + "出願の番号",
                CaseNumbers.Print(digits, LawOf(element), isUtilityModel));
        }

        return true;
    }

    private JpoLaw LawOf(XElement element) => PageWords.LawOf(element.Mark("kind-of-law")) ?? Context.Law;

    private static bool IsUtilityModel(XElement element) => element.Mark("kind-of-law") == "utility";

    private void Drafter(XElement group)
    {
        if (Array.IndexOf(ByCommissioner, Context.Code) >= 0)
        {
            page.Row("特許庁長官", Codes(group).TrimStart('　'));
            return;
        }

        string title = Context.Code switch
        {
            "A30" => "作成者",
            "A242623" or "A2541" or "A2542" => string.Empty,
            _ => group.FirstPart("official-title").Line() ?? "特許庁審査官",
        };
        Person(group, title);
    }

    private void Person(XElement group, string title) =>
        page.Row(title, (group.FirstPart("name").Line() ?? string.Empty) + Codes(group));

    private static string Codes(XElement group)
    {
        string text = string.Empty;
        foreach (string code in new[] { "staff-code", "office-code" })
        {
            if (group.FirstPart(code).Line() is { } value)
            {
                text += "　" + EraDate.Wide(value);
            }
        }

        return text;
    }

    private void Articles(XElement group)
    {
        string label = "適用条文";
        foreach (XElement article in group.Parts("article"))
        {
            if (article.Line() is { } text)
            {
                page.Row(label, text);
                label = string.Empty;
            }
        }
    }
}
