using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Documents;

/// <summary>
/// Documents about designs and trademarks: HTML of the nineties around one block of preformatted text.
/// </summary>
internal static class HtmlDocument
{
    /// <summary>Lines of a printed page; between two pages stand a rule and the number of the next.</summary>
    private const int PageLines = 40;

    public static byte[] Write(CaseRecord found, CaseDocument document)
    {
        bool isFiled = document.Code is "A53" or "A523";
        IReadOnlyList<string> lines = isFiled ? Filed(found, document) : Mailed(found, document);
        var html = new StringBuilder();
        html.Append("<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 3.0//EN\">\r\n<HTML>\r\n<HEAD>\r\n")
            .Append("<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=Shift_JIS\">\r\n")
            .Append("<TITLE>").Append(document.Description).Append("</TITLE>\r\n</HEAD>\r\n<BODY>\r\n<PRE>\r\n");
        for (int i = 0; i < lines.Count; i++)
        {
            if (i > 0 && i % PageLines == 0 && !isFiled)
            {
                int pages = ((lines.Count - 1) / PageLines) + 1;
                html.Append("<HR>\r\n").Append(' ', 60).Append((i / PageLines) + 1).Append('/').Append(pages)
                    .Append("\r\n");
            }

            string line = SecurityElement.Escape(lines[i])!;
            html.Append(i == 0 && !isFiled ? "　　　　　　　　　　　　　　<FONT SIZE=\"6\">" + line + "</FONT>" : line)
                .Append("\r\n");
        }

        html.Append("</PRE>\r\n</BODY>\r\n</HTML>\r\n");
        return ShiftJis.Encoding.GetBytes(html.ToString());
    }

    private static List<string> Mailed(CaseRecord found, CaseDocument document)
    {
        NoticeText text = NoticeText.Of(found, document);
        string law = found.Law == JpoLaw.Design ? "意匠登録" : "商標登録";
        string staff = PatentPublication.Wide((Dice.Mix(found.Seed) % 9_000 + 1_000)
            .ToString(CultureInfo.InvariantCulture));
        bool byAgent = found.Attorneys.Count > 0;
        string others = found.Attorneys.Count > 1
            ? "（外　" + PatentPublication.Wide((found.Attorneys.Count - 1).ToString(CultureInfo.InvariantCulture)) + "名）"
            : "";
        string addressee = NoticeText.Addressee(found).Name + others;
        List<string> lines =
        [
            document.Description,
            "",
            Row(law + "出願の番号", NoticeText.Case(found)),
            Row("起案日", NoticeText.Day(document.Drafted)),
            Row("特許庁審査官", NoticeText.Examiner(found) + "　　　　　" + staff + "　１Ｄ００"),
        ];
        if (document.Code is "A01" or "A02")
        {
            // A decision has no addressee: it names the applicant, and the agent as such.
            lines.Add(Row(law + "出願人", found.Applicants[0].Name));
            if (byAgent)
            {
                lines.Add(Row("代理人", addressee));
            }
        }
        else
        {
            lines.Add(Row(law + "出願人" + (byAgent ? "代理人" : ""), addressee + "　様"));
        }

        lines.Add("");
        lines.AddRange(text.Conclusion.Split('\n').SelectMany(line => Wrap("　" + line)));
        lines.Add("");
        lines.Add("　　　　　　　　　　　　　　理由");
        lines.Add("");
        lines.AddRange(text.Body.Split('\n').SelectMany(Wrap));
        lines.Add("");
        lines.Add("　発送番号　" + PatentPublication.Wide(document.Number.Substring(5)));
        return lines;
    }

    private static List<string> Filed(CaseRecord found, CaseDocument document)
    {
        CaseDocument? notice = FiledXml.Notice(found, document);
        string law = found.Law == JpoLaw.Design ? "意匠登録" : "商標登録";
        List<string> lines =
        [
            "【書類名】　　　　　　" + document.Description,
            "【提出日】　　　　　　" + NoticeText.Day(document.LegalDate),
            "【あて先】　　　　　　特許庁審査官　殿",
            "【事件の表示】",
            "　　【出願番号】　　　" + NoticeText.Case(found),
            "【" + law + "出願人】",
            "　　【識別番号】　　　" + PatentPublication.Wide(found.Applicants[0].Code),
            "　　【氏名又は名称】　" + found.Applicants[0].Name,
        ];
        if (found.Attorneys.Count > 0)
        {
            lines.Add("【代理人】");
            lines.Add("　　【識別番号】　　　" + PatentPublication.Wide(found.Attorneys[0].Code));
            lines.Add("　　【氏名又は名称】　" + found.Attorneys[0].Name);
        }

        if (notice is not null)
        {
            lines.Add("【発送番号】　　　　　" + PatentPublication.Wide(notice.Number.Substring(5)));
        }

        if (document.Code == "A53")
        {
            lines.Add("【意見の内容】");
            lines.AddRange(Wrap("　審査官殿の示された理由について検討いたしました。引用されたものとは全体の印象が大きく異なり、取り違えられるおそれはないものと考えます。"));
            lines.AddRange(Wrap("　よって、登録をすべきものとの査定を求めます。"));
        }
        else
        {
            lines.Add("【手続補正１】");
            lines.Add("　【補正対象書類名】　　" + law + "願");
            lines.Add("　【補正対象項目名】　　" + (found.Law == JpoLaw.Design ? "意匠に係る物品の説明" : "指定商品又は指定役務並びに商品及び役務の区分"));
            lines.Add("　【補正方法】　　　　　変更");
            lines.Add("　【補正の内容】");
            lines.AddRange(Wrap(
                "　　" + (found is TrademarkCase sign
                    ? sign.Subject.Goods[0].Names
                    : ((DesignCase)found).Subject.Title + "である。")));
        }

        return lines;
    }

    private static string Row(string name, string value) => "　" + name.PadRight(12, '　') + value;

    /// <summary>Lines of 36 characters, as on the printed page.</summary>
    private static IEnumerable<string> Wrap(string text)
    {
        const int Width = 36;
        for (int start = 0; start == 0 || start < text.Length; start += Width)
        {
            yield return text.Substring(start, Math.Min(Width, text.Length - start));
        }
    }
}
