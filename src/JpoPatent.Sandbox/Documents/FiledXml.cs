using System.Collections.Generic;
using System.Globalization;

namespace JpoPatent.Sandbox;

/// <summary>Opinions and amendments about patents in JPO's XML.</summary>
internal static class FiledXml
{
    /// <summary>The pictures that lie beside a document; one of them has a Japanese name.</summary>
    public static IReadOnlyList<string> Pictures(PatentCase found, CaseDocument document)
    {
        var dice = new Dice(found.Seed + (ulong)document.Round, document.Code == "A53" ? DicePurpose.Appeal : DicePurpose.Family);
        return !dice.Chance(30) ? [] : document.Code == "A53" && dice.Chance(50) ? ["甲第１号証.gif"] : ["JPOXMLDOC01-jpbibl-I000001.gif"];
    }

    public static byte[] Write(PatentCase found, CaseDocument document, IReadOnlyList<string> pictures)
    {
        bool opinion = document.Code == "A53";
        string root = opinion ? "jp:pat-rspns" : "jp:pat-amnd";
        string kind = opinion ? "jp:response-a53" : "jp:amendment-a523";
        CaseDocument? notice = Notice(found, document);

        var xml = new XmlText();
        xml.Line("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>")
            .Line("<!DOCTYPE " + root + " PUBLIC \"-//JPO//DTD PATENT " + (opinion ? "RESPONSE" : "AMENDMENT") + " 1.0//EN\" \"" + root.Substring(3) + ".dtd\">")
            .Open(root, " lang=\"ja\" dtd-version=\"1.0\" xmlns:jp=\"http://www.jpo.go.jp\"")
            .Open(kind, " jp:kind-of-law=\"patent\"")
            .Element("jp:document-code", document.Code)
            .Element("jp:file-reference-id", "SB" + found.Number.Substring(4))
            .Open("jp:submission-date")
            .Element("jp:date", SandboxCalendar.Text(document.LegalDate))
            .Close("jp:submission-date")
            .Element("jp:addressed-to-person", "特許庁審査官　殿")
            .Open("jp:indication-of-case-article")
            .Open("jp:application-reference", " appl-type=\"application\" jp:kind-of-law=\"patent\"")
            .Open("jp:document-id")
            .Element("jp:doc-number", found.Number)
            .Close("jp:document-id")
            .Close("jp:application-reference")
            .Close("jp:indication-of-case-article");
        People(xml, "jp:applicant", found.Applicants);
        People(xml, "jp:agent", found.Attorneys);
        if (notice is not null)
        {
            xml.Element("jp:dispatch-number", notice.Number.Substring(5));
        }

        if (opinion)
        {
            xml.Open("jp:opinion-contents-article").Paragraph(Opinion(found, notice));
        }
        else
        {
            xml.Open("jp:amendment-article")
                .Open("jp:amendment-group")
                .Element("jp:document-name", "特許請求の範囲")
                .Element("jp:item-of-amendment", "全文")
                .Element("jp:way-of-amendment", "変更")
                .Open("jp:contents-of-amendment")
                .Paragraph(Claims(found))
                .Close("jp:contents-of-amendment")
                .Close("jp:amendment-group");
        }

        foreach (string picture in pictures)
        {
            xml.Line("<img id=\"000001\" he=\"10\" wi=\"10\" file=\"" + picture + "\" img-format=\"gif\" img-content=\"drawing\"/>");
        }

        xml.Close(opinion ? "jp:opinion-contents-article" : "jp:amendment-article").Close(kind).Close(root);
        return xml.ToShiftJis();
    }

    /// <summary>The notice that a document answers.</summary>
    public static CaseDocument? Notice(CaseRecord found, CaseDocument document)
    {
        foreach (CaseDocument other in found.Groups[0].Documents)
        {
            if (other.Code == "A131" && other.Round == document.Round)
            {
                return other;
            }
        }

        return null;
    }

    private static void People(XmlText xml, string name, IReadOnlyList<Party> parties)
    {
        if (parties.Count == 0)
        {
            return;
        }

        xml.Open(name + "s");
        foreach (Party party in parties)
        {
            xml.Open(name)
                .Open("jp:addressbook")
                .Element("jp:registered-number", party.Code)
                .Element("jp:name", party.Name)
                .Close("jp:addressbook")
                .Close(name);
        }

        xml.Close(name + "s");
    }

    private static string Opinion(PatentCase found, CaseDocument? notice)
    {
        string reasons = notice is null ? "" : string.Join("、", NoticeText.Of(found, notice).Articles);
        return "１．拒絶理由の要点\n　審査官殿は、本願について、" + reasons + "の理由を示されました。\n\n"
            + "２．本願発明の説明\n　本願は「" + found.Subject.Title + "」に関するものです。\n\n"
            + "３．引用文献との対比\n　引用文献に描かれたものは、本願の" + found.Subject.Thing + "とは組み立て方を異にし、同じ働きを示しません。\n\n"
            + "４．むすび\n　以上のとおり、拒絶の理由は解消したものと考えますので、再度のご審査をお願いいたします。";
    }

    private static string Claims(PatentCase found)
    {
        string text = "【書類名】特許請求の範囲\n";
        for (int claim = 1; claim <= found.Claims; claim++)
        {
            string number = PatentPublication.Wide(claim.ToString(CultureInfo.InvariantCulture));
            text += "【請求項" + number + "】\n"
                + (claim == 1
                    ? "　土台と、前記土台に支えられる可動部とを備える" + found.Subject.Thing + "。\n"
                    : "　前記可動部の" + number + "番目の辺が丸められている、請求項１に記載の" + found.Subject.Thing + "。\n");
        }

        return text;
    }
}
