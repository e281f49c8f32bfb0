using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using JpoPatent.Text;

namespace JpoPatent.Layout;

/// <summary>
/// JPO's codes of kinds of documents and their names. The same code is one thing in what applicants file and another in
/// what JPO mails, so each direction has a table: <c>A2522</c> is filed as an amendment of a utility model, and mailed
/// as a notice by the Commissioner.
/// </summary>
internal static class DocumentCodes
{
    private const char UtilityModel = '2';

    private static readonly Regex InTag = new("-(a[0-9]{2,6}|c[0-9]{2,6})$", RegexOptions.CultureInvariant);
    private static readonly Regex WithLaw = new("^([A-Z])([1-4])([0-9]{2,})$", RegexOptions.CultureInvariant);

    /// <summary>
    /// What applicants file. Where a law has a name of its own, the code stands with the law's digit as well.
    /// </summary>
    private static readonly Dictionary<string, string> Filed = new(StringComparer.Ordinal)
    {
        ["A51"] = "手続補正書（方式）",
        ["A521"] = "手続補正書",
        ["A522"] = "手続補正書",
        ["A523"] = "手続補正書",
        ["A5210"] = "特許協力条約第３４条補正の翻訳文提出書（職権）",
        ["A5211"] = "特許協力条約第３４条補正の写し提出書",
        ["A5212"] = "特許協力条約第３４条補正の写し提出書（職権）",
        ["A5231"] = "手続補正書（複数）",
        ["A524"] = "誤訳訂正書",
        ["A525"] = "特許協力条約第１９条補正の翻訳文提出書",
        ["A526"] = "特許協力条約第１９条補正の翻訳文提出書（職権）",
        ["A527"] = "特許協力条約第１９条補正の写し提出書",
        ["A528"] = "特許協力条約第１９条補正の写し提出書（職権）",
        ["A529"] = "特許協力条約第３４条補正の翻訳文提出書",
        ["A53"] = "意見書",
        ["A55"] = "受継申立書",
        ["A59"] = "弁明書",
        ["A601"] = "期間延長請求書",
        ["A603"] = "期間延長請求書（期間徒過）",
        ["A621"] = "出願審査請求書",
        ["A623"] = "実用新案技術評価請求書",
        ["A624"] = "実用新案技術評価請求書（他人）",
        ["A625"] = "出願審査請求書（他人）",
        ["A626"] = "国内処理請求書",
        ["A627"] = "出願公開請求書",
        ["A63"] = "特許願",
        ["A63/2"] = "実用新案登録願",
        ["A63/3"] = "意匠登録願",
        ["A63/4"] = "商標登録願",
        ["A630"] = "意匠登録願（複数）",
        ["A631"] = "翻訳文提出書",
        ["A632"] = "国内書面",
        ["A632/4"] = "防護標章登録願",
        ["A633"] = "図面の提出書",
        ["A633/4"] = "防護標章登録に基づく権利存続期間更新登録願",
        ["A634"] = "国際出願翻訳文提出書",
        ["A634/4"] = "書換登録申請書",
        ["A635"] = "国際出願翻訳文提出書（職権）",
        ["A635/4"] = "防護標章登録に基づく権利書換登録申請書",
        ["A636"] = "類似意匠登録願",
        ["A637"] = "重複登録商標に係る商標権存続期間更新登録願",
        ["A638"] = "地域団体商標登録願",
        ["A639"] = "団体商標登録願",
        ["A6330"] = "明細書",
        ["A6331"] = "図面",
        ["A6332"] = "要約書",
        ["A6333"] = "特許請求の範囲",
        ["A6333/2"] = "実用新案登録請求の範囲",
        ["A6340"] = "外国語明細書",
        ["A6341"] = "外国語図面",
        ["A6342"] = "外国語要約書",
        ["A6343"] = "外国語特許請求の範囲",
        ["A67"] = "受託番号変更届",
        ["A681"] = "代表者選定届",
        ["A691"] = "雑書類",
        ["A711"] = "出願人名義変更届",
        ["A712"] = "出願人名義変更届（一般承継）",
        ["A7421"] = "代理人変更届",
        ["A7422"] = "代理人受任届",
        ["A7423"] = "代理人選任届",
        ["A7424"] = "代理人辞任届",
        ["A7425"] = "代理人解任届",
        ["A7426"] = "代理権変更届",
        ["A7427"] = "代理権消滅届",
        ["A7428"] = "包括委任状援用制限届",
        ["A7431"] = "復代理人変更届",
        ["A7432"] = "復代理人受任届",
        ["A7433"] = "復代理人選任届",
        ["A7434"] = "復代理人辞任届",
        ["A7435"] = "復代理人解任届",
        ["A7436"] = "復代理権変更届",
        ["A7437"] = "復代理権消滅届",
        ["A761"] = "出願取下書",
        ["A762"] = "出願放棄書",
        ["A764"] = "先の出願に基づく優先権主張取下書",
        ["A765"] = "パリ条約による優先権主張放棄書",
        ["A781"] = "上申書",
        ["A79"] = "優先権証明書提出書",
        ["A80"] = "新規性の喪失の例外証明書提出書",
        ["A80/4"] = "出願時の特例証明書提出書",
        ["A801"] = "新規性喪失の例外適用申請書",
        ["A81"] = "出願日証明書提出書",
        ["A82"] = "物件提出書",
        ["A821"] = "手続補足書",
        ["A822"] = "証明書類提出書",
        ["A831"] = "刊行物等提出書",
        ["A87"] = "優先審査に関する事情説明書",
        ["A871"] = "早期審査に関する事情説明書",
        ["A872"] = "早期審査に関する事情説明補充書",
        ["A917"] = "回復理由書",
        ["C54"] = "回答書",
        ["C57"] = "答弁書",
        ["C60"] = "審判請求書",
    };

    /// <summary>What JPO mails.</summary>
    private static readonly Dictionary<string, string> Mailed = new(StringComparer.Ordinal)
    {
        ["A01"] = "特許査定",
        ["A01/2"] = "登録査定",
        ["A01/3"] = "登録査定",
        ["A01/4"] = "登録査定",
        ["A02"] = "拒絶査定",
        ["A131"] = "拒絶理由通知書",
        ["A191"] = "補正の却下の決定",
        ["A192"] = "補正の却下の決定",
        ["A242623"] = "実用新案技術評価の通知",
        ["A251"] = "審査官通知（その他の通知）（期間有）",
        ["A2514"] = "立会実験申請書の提出命令書",
        ["A2515"] = "同一出願人による同日出願通知書",
        ["A2516"] = "出願人相違の同日出願通知書",
        ["A25110"] = "１９４条の通知（分割出願に関する説明書）",
        ["A25111"] = "１９４条の通知（その他）",
        ["A252"] = "審査官通知（その他の通知）（期間無）",
        ["A2522"] = "先願未請求による審査不可能通知書",
        ["A2529"] = "先行技術文献情報不開示の通知",
        ["A2530"] = "早期審査に関する通知書",
        ["A2541"] = "送付通知",
        ["A2542"] = "不送付通知",
        ["A30"] = "引用非特許文献",
    };

    /// <summary>
    /// The code in the name of the element below the root: <c>notice-of-rejection-a131-rn</c>. Null if absent.
    /// </summary>
    internal static string? Find(XElement root)
    {
        if (InTag.Match(root.Part()) is { Success: true } own)
        {
            return own.Groups[1].Value.ToUpperInvariant();
        }

        foreach (XElement child in root.Elements())
        {
            Match match = InTag.Match(child.Part());
            if (match.Success)
            {
                return match.Groups[1].Value.ToUpperInvariant();
            }
        }

        return null;
    }

    /// <summary>
    /// The code without the digit of the law that the filing software puts in: <c>A153</c> is <c>A53</c>. What is not
    /// sure to be one stays as it is.
    /// </summary>
    internal static string Plain(string? code, bool isFiled) => Split(code, isFiled).Plain;

    /// <summary>The name of a kind of document; null for a code that the tables do not have.</summary>
    /// <param name="code">The code, with the digit of a law or without.</param>
    /// <param name="isFiled">Whether an applicant files it.</param>
    /// <param name="law">The law of the case, for a code that does not say its law itself.</param>
    internal static string? NameOf(string? code, bool isFiled, JpoLaw law)
    {
        (string plain, char digit) = Split(code, isFiled);
        if (digit == '\0')
        {
            digit = law switch { JpoLaw.Design => '3', JpoLaw.Trademark => '4', _ => '1' };
        }

        Dictionary<string, string> names = isFiled ? Filed : Mailed;
        return names.TryGetValue(plain + "/" + digit, out string? name) || names.TryGetValue(plain, out name)
            ? name
            : null;
    }

    /// <summary>Whether a filed code is one of a utility model.</summary>
    internal static bool IsUtilityModel(string? code) => Split(code, isFiled: true).Law == UtilityModel;

    private static (string Plain, char Law) Split(string? code, bool isFiled)
    {
        string plain = PeriodText.Plain(code ?? string.Empty).ToUpperInvariant();
        Dictionary<string, string> names = isFiled ? Filed : Mailed;
        if (!names.ContainsKey(plain)
            && WithLaw.Match(plain) is { Success: true } match
            && names.ContainsKey(match.Groups[1].Value + match.Groups[3].Value))
        {
            return (match.Groups[1].Value + match.Groups[3].Value, match.Groups[2].Value[0]);
        }

        return (plain, '\0');
    }
}
