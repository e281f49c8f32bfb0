using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using JpoPatent.Text;

namespace JpoPatent.Domestic;

/// <summary>
/// What documents do to a case, by the name that JPO gives them and by JPO's code of the kind. The name goes first
/// where it is one of those below: the boards' codes of before and after a change of systems differ (C761 stands for a
/// withdrawal and for an abandonment). A code is here only where every public table of JPO's codes gives it one
/// meaning; what has any other code, and a name that is not here, decides nothing.
/// </summary>
internal static class DocumentRoles
{
    private static readonly Dictionary<string, DocumentRole> ByCode = new(StringComparer.Ordinal)
    {
        ["A621"] = DocumentRole.Request,
        ["A625"] = DocumentRole.Request,
        ["A131"] = DocumentRole.Notice,
        ["A132"] = DocumentRole.Notice,
        ["A133"] = DocumentRole.Notice,
        ["C13"] = DocumentRole.Notice,
        ["A53"] = DocumentRole.Answer,
        ["A531"] = DocumentRole.Answer,
        ["A521"] = DocumentRole.Answer,
        ["A522"] = DocumentRole.Answer,
        ["A523"] = DocumentRole.Answer,
        ["A524"] = DocumentRole.Answer,
        ["C53"] = DocumentRole.Answer,
        ["C523"] = DocumentRole.Answer,
        ["C524"] = DocumentRole.Answer,
        ["A15"] = DocumentRole.AmendmentDismissed,
        ["A191"] = DocumentRole.AmendmentDismissed,
        ["A192"] = DocumentRole.AmendmentDismissed,
        ["C19"] = DocumentRole.AmendmentDismissed,
        ["A01"] = DocumentRole.Grant,
        ["A011"] = DocumentRole.Grant,
        ["C921"] = DocumentRole.Grant,
        ["A02"] = DocumentRole.Refusal,
        ["A021"] = DocumentRole.Refusal,
        ["C60"] = DocumentRole.Appeal,
        ["C03"] = DocumentRole.AppealDecided,
        ["C033"] = DocumentRole.AppealDismissed,
        ["C034"] = DocumentRole.AppealDismissed,
        ["C442"] = DocumentRole.AppealDismissed,
        ["C609"] = DocumentRole.AppealWithdrawn,
        ["A94"] = DocumentRole.Suit,
        ["A951"] = DocumentRole.SuitWon,
        ["A953"] = DocumentRole.SuitWon,
        ["A952"] = DocumentRole.SuitLost,
        ["A954"] = DocumentRole.SuitLost,
        ["A61"] = DocumentRole.Payment,
        ["R100"] = DocumentRole.Payment,
        ["R1001"] = DocumentRole.Payment,
        ["R1004"] = DocumentRole.Payment,
        ["A041"] = DocumentRole.ApplicationDismissed,
        ["A042"] = DocumentRole.ApplicationDismissed,
        ["A043"] = DocumentRole.ApplicationDismissed,
        ["A044"] = DocumentRole.ApplicationDismissed,
        ["A045"] = DocumentRole.ApplicationDismissed,
        ["A072"] = DocumentRole.ProcedureDismissed,
        ["A073"] = DocumentRole.ProcedureDismissed,
        ["A074"] = DocumentRole.ProcedureDismissed,
        ["C07"] = DocumentRole.ProcedureDismissed,
        ["C071"] = DocumentRole.ProcedureDismissed,
        ["C072"] = DocumentRole.ProcedureDismissed,
        ["R170"] = DocumentRole.ProcedureDismissed,
        ["A2426"] = DocumentRole.Replaced,
        ["A24219"] = DocumentRole.Replaced,
        ["A761"] = DocumentRole.Withdrawal,
        ["A762"] = DocumentRole.Abandonment,
        ["C762"] = DocumentRole.Abandonment,
        ["C56"] = DocumentRole.Opposition,
        ["C561"] = DocumentRole.Opposition,
        ["C569"] = DocumentRole.OppositionWithdrawn,
        ["C661"] = DocumentRole.OppositionWithdrawn,
        ["C16"] = DocumentRole.OppositionDecided,
    };

    /// <summary>
    /// In this order: the first that fits counts. Copies, notices of dates,
    /// and statements about a part only do not count.
    /// </summary>
    private static readonly (Regex Name, DocumentRole Role)[] ByName =
    [
        Rule("副本|前通知|の予告|(?<!差)戻し$|一部|補充書|公告の?決定", DocumentRole.None),
        Rule("^出願審査請求書", DocumentRole.Request),
        Rule("^(?:最後の|最初の)?拒絶理由通知書?|^拒絶の通報$", DocumentRole.Notice),
        Rule(@"^手続補正書\(方式", DocumentRole.None),
        Rule("^意見書|^手続補正書|^誤訳訂正書", DocumentRole.Answer),
        Rule("^補正の?却下の?決定", DocumentRole.AmendmentDismissed),
        Rule(@"^(?:特許|登録|書換登録)査定(?:書|謄本)?(?:\(|$)|^審査前置登録|保護の付与の声明$", DocumentRole.Grant),
        Rule(@"^(?:書換)?拒絶査定(?:書|謄本)?(?:\(|$)", DocumentRole.Refusal),
        Rule("^審判請求書|^拒絶査定不服審判請求", DocumentRole.Appeal),
        Rule("^審決却下|^(?:審判)?請求(?:手続)?(?:却下|無効)の?処分|^審判請求却下|^却下決定", DocumentRole.AppealDismissed),
        Rule("^審決.*(?:無効とする|登録を取り消|権利を?取消)", DocumentRole.Revocation),
        Rule("^審決.*差し?戻", DocumentRole.AppealRemitted),
        Rule("^審決.*(?:不成立|却下)", DocumentRole.AppealDismissed),
        Rule("^審決.*(?:請求成立|原査定.?取消|登録審決|特許審決)", DocumentRole.AppealAllowed),
        Rule("^審決(?:書|謄本|$)", DocumentRole.AppealDecided),
        Rule("^(?:審判)?請求取下書", DocumentRole.AppealWithdrawn),
        Rule("^訴状|^出訴", DocumentRole.Suit),
        Rule(@"^判決\((?:取消|差戻)", DocumentRole.SuitWon),
        Rule(@"^判決\((?:却下|棄却)", DocumentRole.SuitLost),
        Rule("^登録料納付|^特許料納付書|^設定納付書", DocumentRole.Payment),
        Rule(@"^出願(?:却下|無効)の?処分書?.*審査請求|^手続(?:却下|無効)", DocumentRole.ProcedureDismissed),
        Rule("^出願(?:却下|無効)の?処分", DocumentRole.ApplicationDismissed),
        Rule("^出願取下書", DocumentRole.Withdrawal),
        Rule("^出願放棄書", DocumentRole.Abandonment),
        Rule("^(?:特許|登録)?異議申立書", DocumentRole.Opposition),
        Rule("^(?:特許|登録)?異議(?:申立)?取下書", DocumentRole.OppositionWithdrawn),
        Rule("^(?:特許|登録)?(?:異議の決定|異議決定).*取消|^取消決定", DocumentRole.Revocation),
        Rule("^(?:特許|登録)?(?:異議の決定|異議決定)", DocumentRole.OppositionDecided),
    ];

    /// <summary>What a document does.</summary>
    internal static DocumentRole Of(DocumentEntry document)
    {
        if (document.DocumentDescription is { } description)
        {
            string name = PeriodText.Plain(description);
            foreach ((Regex pattern, DocumentRole role) in ByName)
            {
                if (pattern.IsMatch(name))
                {
                    return role;
                }
            }
        }

        return document.DocumentCode is { } code && ByCode.TryGetValue(code, out DocumentRole known)
            ? known
            : DocumentRole.None;
    }

    /// <summary>
    /// Whether the office mailed it: the notices and decisions of the examination (A0, A1, A2), those of appeals and
    /// oppositions (C0, C1, C2), and of the register the certificate and what else is no receipt (R15 to R18, R251 to
    /// R28). Reports within the office, receipts, and what applicants file have other codes.
    /// </summary>
    internal static bool IsMailed(string? code) => code is { Length: >= 3 } && (code[0], code[1]) switch
    {
        ('A', >= '0' and <= '2') => !code.StartsWith("A16", StringComparison.Ordinal),
        ('C', >= '0' and <= '2') => true,
        ('R', '1') => code[2] is >= '5' and <= '8',
        ('R', '2') =>
            code[2] is >= '6' and <= '8' || (code[2] == '5' && !code.StartsWith("R250", StringComparison.Ordinal)),
        _ => false,
    };

    private static (Regex Name, DocumentRole Role) Rule(string pattern, DocumentRole role) =>
        (new Regex(pattern, RegexOptions.CultureInvariant), role);
}
