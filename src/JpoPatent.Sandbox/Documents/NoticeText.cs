using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Documents;

/// <summary>The words of what examiners mail: which articles, what the conclusion is, what the reasons are.</summary>
internal sealed class NoticeText
{
    private static readonly (string Article, string Reason)[] PatentReasons =
    [
        ("第２９条第１項第３号（新規性）", "次の請求項に記載された発明は、下に掲げる文献にすでに示されており、新しいものとは認められません。"),
        ("第２９条第２項（進歩性）", "次の請求項に記載された発明は、下に掲げる文献を知る技術者であれば、格別の苦労なく思い至ることができたものと考えられます。"),
        ("第３６条第６項第１号（サポート要件）", "次の請求項は、明細書で説明された範囲を越えて権利を求めています。"),
        ("第３６条第６項第２号（明確性）", "次の請求項には、何を指しているのか一通りに読み取れない語があります。"),
    ];

    private static readonly (string Article, string Reason)[] DesignReasons =
    [
        ("意匠法第３条第１項第３号", "この意匠は、出願より前に公報に載った下記の意匠とよく似ており、違いは見る人の印象を変えるほどではありません。よって、意匠法第３条第１項第３号に該当します。"),
        ("意匠法第３条第２項", "この意匠は、ありふれた形を組み合わせたにとどまり、その分野の通常の知識があれば容易に創作できたと考えられます。よって、意匠法第３条第２項に該当します。"),
        ("意匠法第９条第１項", "この意匠は、先に出願された他人の意匠とよく似ていますので、意匠法第９条第１項の規定により意匠登録を受けることができません。"),
    ];

    private static readonly (string Article, string Reason)[] TrademarkReasons =
    [
        ("商標法第４条第１項第１１号", "この商標は、先に登録された他人の商標と称呼を共通にし、指定商品又は指定役務も互いに似ていますので、商標法第４条第１項第１１号に該当します。"),
        ("商標法第３条第１項第３号", "この商標は、指定商品の産地又は品質を普通の書き方で表したにすぎないと受け取られますので、商標法第３条第１項第３号に該当します。"),
        ("商標法第６条第１項", "指定商品又は指定役務の表示の中に、内容や範囲がはっきりしないものがありますので、商標法第６条第１項の要件を具備しません。"),
    ];

    private NoticeText(IReadOnlyList<string> articles, string conclusion, string body)
    {
        Articles = articles;
        Conclusion = conclusion;
        Body = body;
    }

    public IReadOnlyList<string> Articles { get; }

    /// <summary>With the time allowed for an answer, in a notice.</summary>
    public string Conclusion { get; }

    public string Body { get; }

    /// <summary>Who examines a case.</summary>
    public static string Examiner(CaseRecord found) =>
        new Dice(found.Seed, DicePurpose.Texts).Pick(PartyPool.Examiners);

    /// <summary>Who is written to: the first attorney, else the first applicant.</summary>
    public static Party Addressee(CaseRecord found) =>
        found.Attorneys.Count > 0 ? found.Attorneys[0] : found.Applicants[0];

    /// <summary>A date as a notice has it: the year of the era, full width.</summary>
    public static string Day(DateTime day)
    {
        (string era, int year) = day >= new DateTime(2019, 5, 1) ? ("令和", day.Year - 2018) : ("平成", day.Year - 1988);
        return era + Two(year) + "年" + Two(day.Month) + "月" + Two(day.Day) + "日";

        static string Two(int value) =>
            PatentPublication.Wide(value.ToString(CultureInfo.InvariantCulture).PadLeft(2)).Replace(' ', '　');
    }

    /// <summary>The number as people write it, at full width: <c>特願２０２０－１２３４５６</c>.</summary>
    public static string Case(CaseRecord found)
    {
        string prefix = found.Law switch { JpoLaw.Patent => "特願", JpoLaw.Design => "意願", _ => "商願" };
        return prefix + PatentPublication.Wide(found.Number.Substring(0, 4)) + "－"
            + PatentPublication.Wide(found.Number.Substring(4));
    }

    public static NoticeText Of(CaseRecord found, CaseDocument document) => document.Code switch
    {
        "A131" => Refusal(found, document),
        "A02" => new NoticeText(
            [],
            Subject(found) + "は、先の拒絶理由通知書に記した理由が残るため、拒絶をすべきものと決定します。",
            "先の通知書では発送の日から" + (found.Law == JpoLaw.Patent ? "６０日以内" : "４０日以内")
                + "に意見書の提出を求めました。意見書及び手続補正書の内容を検討しましたが、理由を覆すには足りませんでした。\n\n備考\n"
                + "　この査定に不服があるときは、この査定の謄本の送達があった日から３月以内（在外者にあっては、４月以内）に審判を請求することができます。"),
        "A01" => new NoticeText(
            [],
            Subject(found) + "については、拒絶の理由が見当たりませんので、" + (found.Law == JpoLaw.Patent ? "特許" : "登録") + "をすべきものと決定します。",
            "　" + (found.Law == JpoLaw.Patent ? "特許料" : "登録料") + "は、この査定の謄本の送達があった日から３０日以内に納付してください。"),
        _ => new NoticeText([], Subject(found) + "について、参考までに次のとおりお知らせします。", "　願書の記載は職権で整えました。応答の必要はありません。"),
    };

    private static string Subject(CaseRecord found) =>
        found.Law switch { JpoLaw.Patent => "本願", JpoLaw.Design => "この意匠登録出願", _ => "この商標登録出願" };

    private static NoticeText Refusal(CaseRecord found, CaseDocument document)
    {
        // A sequence of its own for every notice, so that a second one leaves the first alone.
        var dice = new Dice(found.Seed + (ulong)document.Round + 1, DicePurpose.Texts);
        (string Article, string Reason)[] all = found.Law switch
        {
            JpoLaw.Patent => PatentReasons,
            JpoLaw.Design => DesignReasons,
            _ => TrademarkReasons,
        };
        List<(string Article, string Reason)> reasons = all.Where(_ => dice.Chance(45)).ToList();
        if (found.Law == JpoLaw.Patent && !reasons.Contains(all[0]) && !reasons.Contains(all[1]))
        {
            // Every notice about a patent cites something, so it must say what for.
            reasons.Insert(0, all[1]);
        }
        else if (reasons.Count == 0)
        {
            reasons.Add(dice.Pick(all));
        }

        bool abroad = found.Applicants[0].Country != "JP";
        string time = abroad ? "３か月以内" : found.Law == JpoLaw.Patent ? "６０日以内" : "４０日以内";
        string conclusion = Subject(found) + "は、以下の理由により、このままでは" + (found.Law == JpoLaw.Patent ? "特許" : "登録")
            + "を受けることができません。\n"
            + "これについて意見があるときは、この通知書の発送の日から" + time + "に意見書を提出してください。";

        var body = new StringBuilder();
        for (int i = 0; i < reasons.Count; i++)
        {
            body.Append("理由").Append(PatentPublication.Wide((i + 1).ToString(CultureInfo.InvariantCulture))).Append('　')
                .Append(reasons[i].Article).Append('\n')
                .Append('　').Append(reasons[i].Reason).Append("\n\n");
        }

        if (found is PatentCase patent)
        {
            AddCitations(body, patent, document, ref dice);
        }
        else
        {
            body.Append("　　　　　　　　記\n\n　").Append(found.Law == JpoLaw.Design ? "意匠登録第" : "登録第")
                .Append(PatentPublication.Wide(dice.Between(1_060_000, 1_400_000)
                    .ToString(CultureInfo.InvariantCulture)))
                .Append("号\n\n");
            if (found.Law == JpoLaw.Design && dice.Chance(40))
            {
                body.Append("　なお、下記の意匠が出願人ご自身のものであるときは、意匠法第１０条第１項の規定により関連意匠とすることができます。\n\n");
            }
        }

        body.Append("　この通知書の内容についてのお問い合わせは、審査官　").Append(Examiner(found)).Append("　までお願いします。");
        return new NoticeText(reasons.Select(reason => reason.Article).ToList(), conclusion, body.ToString());
    }

    private static void AddCitations(StringBuilder body, PatentCase found, CaseDocument document, ref Dice dice)
    {
        List<Citation> cited = Citations.Of(found).Where(c => ReferenceEquals(c.CitedIn, document)).ToList();
        int claims = Math.Max(1, found.Claims);
        foreach (Citation citation in cited.Where(c => c.Kind == Citation.InNotice))
        {
            int last = dice.Between(1, claims);
            body.Append("・請求項　")
                .Append(last == 1 ? "１" : "１－" + PatentPublication.Wide(last.ToString(CultureInfo.InvariantCulture)))
                .Append("\n・引用文献等　")
                .Append(PatentPublication.Wide(citation.Order.ToString(CultureInfo.InvariantCulture)))
                .Append("\n・備考\n　この文献の図")
                .Append(PatentPublication.Wide(dice.Between(1, 9).ToString(CultureInfo.InvariantCulture)))
                .Append("には、").Append(found.Subject.Thing).Append("に当たるものが描かれています。\n\n");
        }

        body.Append("　　　　　＜引用文献等一覧＞\n");
        foreach (Citation citation in cited.Where(c => c.Kind == Citation.InNotice))
        {
            body.Append(PatentPublication.Wide(citation.Order.ToString(CultureInfo.InvariantCulture))).Append('．')
                .Append(Name(citation)).Append('\n');
        }

        body.Append("\n　　　　　＜先行技術文献調査結果の記録＞\n・調査した分野　　ＩＰＣ　").Append(found.Subject.Classification).Append('\n');
        foreach (Citation citation in cited.Where(c => c.Kind == Citation.InSearch))
        {
            body.Append("・先行技術文献　　").Append(Name(citation)).Append('\n');
        }

        body.Append('\n');
    }

    private static string Name(Citation citation) => citation.Publication?.Named ?? citation.Paper!.Line;
}
