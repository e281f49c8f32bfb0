using System;
using System.Xml.Linq;
using JpoPatent.Numbers;
using JpoPatent.Text;

namespace JpoPatent.Layout;

/// <summary>The parts of what applicants file, with the labels of the filing software's forms.</summary>
internal sealed class FiledParts(XmlPage page)
{
    /// <summary>
    /// The correction of an error of translation (誤訳訂正書), which says correction where others say amendment.
    /// </summary>
    private const string Correction = "A524";

    private PageContext Context => page.Context;

    private string Amending => Context.Code == Correction ? "訂正" : "補正";

    /// <summary>Lays a part out; false for one that is not of this family.</summary>
    internal bool Lay(XElement element, string part, int indent) =>
        Head(element, part, indent)
        || Persons(element, part, indent)
        || Amendment(element, part)
        || Body(element, part, indent);

    private bool Head(XElement element, string part, int indent)
    {
        switch (part)
        {
            case "document-name":
                Name(element, indent);
                return true;
            case "document-code":
                Code(element, indent);
                return true;
            case "application-reference":
                Reference(element, indent);
                return true;
            case "appeal-reference":
                Numbered(element, "審判番号", "審判請求日", indent, static number => EraDate.Wide(number));
                return true;
            case "document-id" or "doc-number":
                return Number(element, indent);
            case "submission-date" or "dispatch-date" or "filing-date" or "priority-date" or "submit-date-of-amendment"
                when element.Line() != null:
                page.Field(PageWords.Label(part)!, PageText.Day(element), indent);
                return true;
            case "indication-of-case-article":
                page.Field(
                    Context.Code.StartsWith("A62", StringComparison.Ordinal)
                        || Context.Code.StartsWith("A63", StringComparison.Ordinal)
                        ? "出願の表示"
                        : "事件の表示",
                    string.Empty,
                    indent);
                page.Elements(element, 1);
                return true;
            case "parent-application-article":
                page.Field(
                    element.Mark("kind-of-application") == "based-on-utility" ? "基礎とした実用新案登録及びその実用新案登録出願の表示" : "原出願の表示",
                    string.Empty,
                    indent);
                page.Elements(element, 1);
                return true;
            case "priority-claim" or "earlier-app" or "appeal-article":
                page.Field(PageWords.Label(part)!, string.Empty, indent);
                page.Elements(element, 1);
                return true;
            case "ipc-article":
                Classes(element, indent);
                return true;
            default:
                return false;
        }
    }

    private bool Persons(XElement element, string part, int indent)
    {
        switch (part)
        {
            case "applicant":
                page.Field(Applicant(element), string.Empty, indent);
                page.Elements(element, 1);
                return true;
            case "agent":
                page.Field(
                    (element.IsWithin("attorney-change-article") ? "選任した" : string.Empty) + Agent(element),
                    string.Empty,
                    indent);
                page.Elements(element, 1);
                return true;
            case "inventor" or "attorney" or "lawyer" or "opponent":
                page.Field(
                    part == "inventor" && Context.IsUtilityModel ? "考案者" : PageWords.Label(part) ?? part,
                    string.Empty,
                    indent);
                page.Elements(element, 1);
                return true;
            case "name" when element.IsLeaf() && element.Line() is { } name:
                page.Field(
                    element.IsWithin("inventor") ? "氏名" : element.IsWithin("representative") ? "代表者" : "氏名又は名称",
                    name,
                    indent);
                return true;
            case "country" when element.IsLeaf() && element.Line() is { } country:
                page.Field(element.IsWithin("priority-claim") ? "国・地域名" : "国籍・地域", country, Math.Max(indent, 1));
                return true;
            case "file-reference-id" or "dispatch-number" or "registered-number" or "phone" or "fax" or "receipt-number"
                or "general-power-of-attorney-id"
                when element.IsLeaf():
                if (element.Line() is { } number)
                {
                    page.Field(PageWords.Label(part)!, EraDate.Wide(number), indent);
                }

                return true;
            default:
                return false;
        }
    }

    private bool Amendment(XElement element, string part)
    {
        switch (part)
        {
            case "amendment-group":
                page.Block(PageBlock.Gap());
                page.Field(
                    (Context.Code == Correction ? "誤訳訂正" : "手続補正") + PageText.Count(element, "serial-number"),
                    string.Empty,
                    0);
                page.Elements(element, 1);
                return true;
            case "way-of-amendment":
                page.Field(
                    Amending + "方法",
                    PeriodText.Plain(element.Line() ?? string.Empty) switch
                    {
                        "1" => "追加",
                        "2" => "削除",
                        "3" => "変更",
                        var way => way,
                    },
                    1);
                return true;
            case "item-of-amendment":
                page.Field(Amending + "対象項目名", element.Line() ?? string.Empty, 1);
                return true;
            case "contents-of-amendment":
                page.Field(Amending + "の内容", string.Empty, 1);
                page.Section(element, 2);
                return true;
            case "num-claim-increase-amendment" or "num-claim-decrease-amendment" when element.Line() is { } count:
                page.Field(
                    Amending + "により" + (part == "num-claim-increase-amendment" ? "増加" : "減少") + "する"
                        + (element.Mark("adopted-law") == "invention" ? "発明の数" : "請求項の数"),
                    EraDate.Wide(count),
                    0);
                return true;
            default:
                return false;
        }
    }

    private bool Body(XElement element, string part, int indent)
    {
        switch (part)
        {
            case "opinion-contents-article":
                page.Field(
                    Context.Code switch
                    {
                        "A59" => "弁明の内容",
                        "A781" => "上申の内容",
                        "A871" or "A872" => "早期審査に関する事情説明",
                        Correction => "訂正の理由等",
                        _ => "意見の内容",
                    },
                    string.Empty,
                    indent);
                page.Section(element, 1);
                return true;
            case "proof-means" or "amendment-charge-article" or "charge-article" or "submission-object-list-article"
                or "rule-outside-item-article" or "notice-contents-group"
                or "relief-sought-in-demands":
                page.Field(PageWords.Label(part)!, string.Empty, indent);
                page.Section(element, 1);
                return true;
            case "proof-necessity" when element.Line() is { } need:
                page.Field("プルーフの要否", PeriodText.Plain(need) switch { "0" => "不要", "1" => "要", _ => need }, indent);
                return true;
            case "return-request" when element.Line() is { } isAsked:
                page.Field("返還の申出", PeriodText.Plain(isAsked) switch { "0" => "無", "1" => "有", _ => isAsked }, indent);
                return true;
            case "item-name" when element.Line() is { } item:
                page.Field(item, string.Empty, indent);
                return true;
            case "fee" when element.Mark("amount") is { } amount:
                page.Field("納付金額", EraDate.Wide(amount) + "円", Math.Max(indent, 1));
                return true;
            case "account":
                page.Field(
                    PageWords.Account(element.Mark("account-type")),
                    EraDate.Wide(element.Mark("number") ?? string.Empty),
                    Math.Max(indent, 1));
                return true;
            default:
                return false;
        }
    }

    private void Name(XElement element, int indent)
    {
        if (element.Line() is not { } name)
        {
            return;
        }

        switch (element.Parent?.Part())
        {
            case "amendment-group" or "target-document":
                page.Field(Amending + "対象書類名", name, 1);
                break;
            case "submission-object-list-article" or "list-group":
                page.Field("物件名", name, Math.Max(indent, 1));
                break;
            case "attaching-document":
                page.Field("書類名", name, Math.Max(indent, 1));
                break;
            default:
                page.Field("書類名", name, indent);
                break;
        }
    }

    /// <summary>The name that belongs to a code; a code that the table does not have stands for itself.</summary>
    private void Code(XElement element, int indent)
    {
        if (element.Line() is not { } code)
        {
            return;
        }

        string name = DocumentCodes.NameOf(code, isFiled: true, Context.Law)
            ?? DocumentCodes.Plain(code, isFiled: true);
        bool isTarget = element.Parent?.Part() is "amendment-group" or "amendment-charge-article" or "target-document";
        page.Field(isTarget ? Amending + "対象書類名" : "書類名", name, isTarget ? 1 : indent);
    }

    /// <summary>Another number than the case's own is called by what it counts.</summary>
    private void Reference(XElement element, int indent)
    {
        JpoLaw law = PageWords.LawOf(element.Mark("kind-of-law")) ?? Context.Law;
        bool isUtilityModel = element.Mark("kind-of-law") == "utility";
        switch (element.Mark("appl-type"))
        {
            case "registration":
                Numbered(
                    element,
                    (isUtilityModel ? "実用新案登録" : PageWords.Right(law)) + "番号",
                    "登録日",
                    indent,
                    static number => EraDate.Wide(number));
                break;
            case "international-application" or "international":
                Numbered(element, "国際出願番号", "国際出願日", indent, static number => number);
                page.Field("出願の区分", isUtilityModel ? "実用新案登録" : PageWords.Right(law), Math.Max(indent, 1));
                break;
            case "examined-pub":
                Numbered(element, "出願公告番号", "公告日", indent, static number => EraDate.Wide(number));
                break;
            case "un-examined-pub":
                Numbered(element, "出願公開番号", "公開日", indent, static number => EraDate.Wide(number));
                break;
            default:
                Numbered(element, "出願番号", "出願日", indent, number => CaseNumbers.Print(number, law, isUtilityModel));
                break;
        }
    }

    private void Numbered(XElement element, string numberLabel, string dayLabel, int indent, Func<string, string> print)
    {
        if (element.FirstPart("doc-number").Line() is { } number)
        {
            page.Field(numberLabel, print(number), Math.Max(indent, 1));
        }

        if (element.FirstPart("date") is { } day && day.Line() != null)
        {
            page.Field(dayLabel, PageText.Day(day), Math.Max(indent, 1));
        }
    }

    /// <summary>A number that stands alone. One of another country's is no application at JPO.</summary>
    private bool Number(XElement element, int indent)
    {
        XElement? number = element.Part() == "doc-number" ? element : element.FirstPart("doc-number");
        if (number.Line() is not { } digits)
        {
            return false;
        }

        page.Field(
            "出願番号",
            element.IsWithin("priority-claim") ? digits : CaseNumbers.Print(digits, Context.Law),
            Math.Max(indent, 1));
        return true;
    }

    private void Classes(XElement element, int indent)
    {
        string label = "【国際特許分類】";
        foreach (XElement symbol in element.Parts("ipc"))
        {
            page.Row(label, (symbol.Line() ?? string.Empty).Replace('\u00A0', ' '), indent);
            label = string.Empty;
        }
    }

    /// <summary>What the applicant is called depends on what he files.</summary>
    private string Applicant(XElement element)
    {
        string applicant = (Context.IsUtilityModel ? "実用新案登録" : PageWords.Right(Context.Law)) + "出願人";
        return element.Mark("kind-of-application") == "appeal" || Context.Code.StartsWith("C", StringComparison.Ordinal)
                ? "審判請求人"
            : element.IsWithin("contents-of-amendment") ? applicant
            : Context.Code switch
            {
                "A51" or "A521" or "A522" or "A523" or "A5231" => "補正をする者",
                "A55" => "受継申立人",
                "A59" => "弁明をする者",
                "A601" or "A603" or "A621" or "A623" or "A624" or "A625" => "請求人",
                "A681" => "代表者",
                "A711" or "A712" => "承継人",
                "A781" => "上申をする者",
                "A821" => "補足をする者",
                "A79" or "A80" or "A81" or "A82" or "A822" or "A691" or "A831" or "A87" or "A871" or "A872" => "提出者",
                "A67" => "手続をした者",
                { Length: 5 } when Context.Code.StartsWith("A74", StringComparison.Ordinal) => "手続をした者",
                _ => applicant,
            };
    }

    private static string Agent(XElement element) => element.Mark("kind-of-agent") switch
    {
        "sub-representative" => "復代理人",
        "legal-representative" => "法定代理人",
        "designated-representative" => "指定代理人",
        _ => "代理人",
    };
}
