using System.Collections.Generic;
using System.Globalization;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Documents;

/// <summary>Opinions and amendments about patents in JPO's XML.</summary>
internal static class FiledXml
{
    /// <summary>The pictures that lie beside a document; one of them has a Japanese name.</summary>
    public static IReadOnlyList<string> Pictures(PatentCase found, CaseDocument document)
    {
        var dice = new Dice(
            found.Seed + (ulong)document.Round, document.Code == "A53" ? DicePurpose.Appeal : DicePurpose.Family);
        return !dice.Chance(30) ? []
            : document.Code == "A53" && dice.Chance(50) ? ["甲第１号証.gif"]
            : ["JPOXMLDOC01-jpbibl-I000001.gif"];
    }

    public static byte[] Write(PatentCase found, CaseDocument document, IReadOnlyList<string> pictures)
    {
        bool opinion = document.Code == "A53";
        string root = opinion ? "jp:pat-rspns" : "jp:pat-amnd";
        string kind = opinion ? "jp:response-a53" : "jp:amendment-a523";
        CaseDocument? notice = Notice(found, document);

        var xml = new XmlText();
        xml.Line("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>")
            .Line("<!DOCTYPE " + root + " PUBLIC \"-//JPO//DTD PATENT " + (opinion ? "RESPONSE" : "AMENDMENT")
                + " 1.0//EN\" \"" + root.Substring(3) + ".dtd\">")
            .Open(root, " lang=\"ja\" dtd-version=\"1.0\" xmlns:jp=\"http://www.jpo.go.jp\"")
            .Open(kind, " jp:kind-of-law=\"patent\"")
            .Element("jp:document-code", opinion ? "A153" : "A1523")
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
            xml.Open("jp:amendment-article");
            Amendments(xml, found, document);
        }

        foreach (string picture in pictures)
        {
            xml.Line("<img id=\"000001\" he=\"10\" wi=\"10\" file=\"" + picture
                + "\" img-format=\"gif\" img-content=\"drawing\"/>");
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

    /// <summary>
    /// New claims, and now and then a paragraph that is added or deleted. What is amended is said by a code, how by a
    /// number; a deletion has no contents.
    /// </summary>
    private static void Amendments(XmlText xml, PatentCase found, CaseDocument document)
    {
        var dice = new Dice(found.Seed + (ulong)document.Round, DicePurpose.Texts);
        Group(xml, 1, "A16333", "全文", "3").Open("jp:contents-of-amendment", " jp:kind-of-document=\"claims\"")
            .Open("claims");
        for (int claim = 1; claim <= found.Claims; claim++)
        {
            string number = claim.ToString(CultureInfo.InvariantCulture);
            xml.Open("claim", " num=\"" + number + "\"");
            xml.Line(claim == 1
                ? "<claim-text>　土台と、前記土台に<u>着脱可能に</u>支えられる可動部とを備える" + found.Subject.Thing + "。</claim-text>"
                : "<claim-text>　前記可動部の" + PatentPublication.Wide(number) + "番目の辺が丸められている、請求項１に記載の" + found.Subject.Thing
                    + "。</claim-text>");
            xml.Close("claim");
        }

        xml.Close("claims").Close("jp:contents-of-amendment").Close("jp:amendment-group");
        if (dice.Chance(50))
        {
            Group(xml, 2, "A16330", "０００８", "2").Close("jp:amendment-group");
        }
        else if (dice.Chance(50))
        {
            Group(xml, 2, "A16330", "０００９", "1")
                .Open("jp:contents-of-amendment", " jp:kind-of-document=\"description\"")
                .Line("<p num=\"0009\">　<u>可動部は、土台から外すことができる。</u></p>")
                .Close("jp:contents-of-amendment").Close("jp:amendment-group");
        }
    }

    private static XmlText Group(XmlText xml, int serial, string code, string item, string way) => xml
        .Open("jp:amendment-group", " jp:serial-number=\"" + serial.ToString(CultureInfo.InvariantCulture) + "\"")
        .Element("jp:document-code", code)
        .Element("jp:item-of-amendment", item)
        .Element("jp:way-of-amendment", way);
}
