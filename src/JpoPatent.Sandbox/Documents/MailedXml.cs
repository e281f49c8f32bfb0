using System;
using System.Globalization;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Documents;

/// <summary>
/// Notices and decisions about patents in JPO's XML: structure 1.1 with its <c>-rn</c> names for what was drafted since
/// 2021, structure 1.0 before. A client that looks for parts by their local names reads both.
/// </summary>
internal static class MailedXml
{
    private static readonly DateTime Renewal = new(2021, 1, 1);

    public static byte[] Write(PatentCase found, CaseDocument document)
    {
        bool renewed = document.Drafted >= Renewal;
        string suffix = renewed ? "-rn" : "";
        string root = "jp:notice-pat-exam" + suffix;
        string kind = document.Code switch
        {
            "A131" => "jp:notice-of-rejection-a131",
            "A02" => "jp:decision-of-rejection-a02",
            _ => "jp:decision-to-grant-a01",
        }
            + suffix;
        string head = "jp:bibliog-in-ntc-pat-exam" + suffix;
        NoticeText text = NoticeText.Of(found, document);
        Party addressee = NoticeText.Addressee(found);
        string examiner = NoticeText.Examiner(found);
        string staff = (Dice.Mix(found.Seed) % 9_000 + 1_000).ToString(CultureInfo.InvariantCulture);

        var xml = new XmlText();
        xml.Line("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>")
            .Line(renewed
                ? "<!DOCTYPE jp:notice-pat-exam-rn PUBLIC"
                    + " \"-//JPO//DTD NOTICE DOCUMENT BY PATENT SUBSTANTIAL EXAMINATION RENEWAL 1.0//EN\" \"ntc-pt-e-rn.dtd\" []>"
                : "<!DOCTYPE jp:notice-pat-exam PUBLIC"
                    + " \"-//JPO//DTD NOTICE DOCUMENT BY PATENT SUBSTANTIAL EXAMINATION 1.0//EN\" \"ntc-pt-e.dtd\" []>")
            .Open(root, " lang=\"ja\" dtd-version=\"1.0\" xmlns:jp=\"http://www.jpo.go.jp\"")
            .Open(kind, " jp:kind-of-law=\"patent\"")
            .Element("jp:document-name", document.Description);
        if (!renewed)
        {
            xml.Element("jp:document-code", document.Code).Element("jp:dispatch-number", document.Number.Substring(5));
        }

        xml.Open(head)
            .Open("jp:application-reference", " appl-type=\"application\" jp:kind-of-law=\"patent\"")
            .Open("jp:document-id")
            .Element("jp:doc-number", found.Number)
            .Close("jp:document-id")
            .Close("jp:application-reference")
            .Open("jp:drafting-date")
            .Element("jp:date", SandboxCalendar.Text(document.Drafted))
            .Close("jp:drafting-date")
            .Open("jp:draft-person-group")
            .Element("jp:name", examiner)
            .Element("jp:staff-code", staff)
            .Element("jp:office-code", "3M00")
            .Close("jp:draft-person-group");
        if (document.Code != "A131")
        {
            xml.Element("jp:invention-title", found.Subject.Title)
                .Element("jp:number-of-claim", found.Claims.ToString(CultureInfo.InvariantCulture));
        }

        if (document.Code is "A01" or "A02")
        {
            // A decision has no addressee: it names the applicant, and the agent as such.
            Person(xml, found.Applicants[0].Name, " jp:kind-of-person=\"applicant\"", found.Applicants.Count - 1);
            if (found.Attorneys.Count > 0)
            {
                Person(
                    xml,
                    addressee.Name,
                    " jp:kind-of-person=\"attorney\" jp:kind-of-agent=\"representative\"",
                    found.Attorneys.Count - 1);
            }
        }
        else
        {
            Person(
                xml,
                addressee.Name,
                " jp:kind-of-person=\"applicant\""
                    + (found.Attorneys.Count > 0 ? " jp:kind-of-agent=\"representative\"" : ""),
                found.Attorneys.Count - 1);
        }

        if (text.Articles.Count > 0)
        {
            xml.Open("jp:article-group");
            foreach (string article in text.Articles)
            {
                xml.Element("jp:article", article);
            }

            xml.Close("jp:article-group");
        }

        xml.Close(head)
            .Open("jp:conclusion-part-article").Paragraph("　" + text.Conclusion.Replace("\n", "\n　"))
            .Close("jp:conclusion-part-article")
            .Open("jp:drafting-body").Paragraph(text.Body).Close("jp:drafting-body")
            .Open("jp:footer-article")
            .Open("jp:approval-column-article")
            .Open("jp:staff3-group")
            .Element("jp:official-title", "審査官　　　")
            .Element("jp:name", examiner)
            .Element("jp:staff-code", staff)
            .Close("jp:staff3-group")
            .Close("jp:approval-column-article")
            .Close("jp:footer-article")
            .Close(kind)
            .Close(root);
        return xml.ToShiftJis();
    }

    private static void Person(XmlText xml, string name, string kind, int others)
    {
        xml.Open("jp:addressed-to-person-group", kind)
            .Open("jp:addressbook")
            .Element("jp:name", name)
            .Close("jp:addressbook");
        if (others > 0)
        {
            xml.Line("<jp:number-of-other-persons>&#160;" + others.ToString(CultureInfo.InvariantCulture)
                + "</jp:number-of-other-persons>");
        }

        xml.Close("jp:addressed-to-person-group");
    }
}
