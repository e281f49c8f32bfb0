using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using JpoPatent.Sandbox.Documents;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>
/// The answers of the One Portal Dossier: XML when there is something to say, the JSON envelope when not, files.
/// </summary>
internal static class OpdAnswers
{
    private static readonly Regex Docdb = new(
        "^[A-Za-z]{2}\\.[0-9]{1,94}\\.[A-Za-z0-9*]{1,2}$", RegexOptions.CultureInvariant);

    public static SandboxResponse Family(Question question) => WithFamily(question, (family, xml) =>
    {
        xml.Open("family-data").Open("families");
        foreach (IGrouping<string, FamilyMember> country in family.Members.GroupBy(member => member.Country))
        {
            xml.Open("family", " group=\"1\"").Element("country", country.Key).Open("family-items");
            foreach (FamilyMember member in country)
            {
                xml.Open("family-item");
                Numbers(xml, member);
                xml.Close("family-item");
            }

            xml.Close("family-items").Close("family");
        }

        xml.Close("families").Close("family-data");
    });

    public static SandboxResponse FamilyList(Question question) => WithFamily(question, (family, xml) =>
    {
        xml.Open("family-list-data").Open("family-lists");
        int place = 0;
        foreach (FamilyMember member in family.Members)
        {
            xml.Open("family-list", " id=\"" + (++place).ToString(CultureInfo.InvariantCulture) + "\"");
            Number(xml, "application-number", member.Application, member.Applied);
            Number(xml, "publication-number", member.Publication, member.Published);
            Number(xml, "registration-number", member.Registration, member.Registered);
            xml.Close("family-list");
        }

        xml.Close("family-lists").Close("family-list-data");
    });

    public static SandboxResponse DocumentList(Question question) =>
        WithMember(question, (family, member) => Xml(question, xml =>
        {
            PatentCase head = family.Members[0].Case!;
            xml.Open("document-list-data").Open("bibliographic");
            Bibliography(xml, "original", head.Subject.Title, head.Applicants.Select(party => party.Name));
            Bibliography(xml, "translated", head.Subject.English, head.Applicants.Select(party => party.English));
            xml.Close("bibliographic").Open("document-lists");
            foreach (FileEntry entry in FileHistory.Of(member, question.Horizon))
            {
                xml.Open("document-list", " group=\"" + entry.Group + "\"")
                    .Element("legal-date", SandboxCalendar.Text(entry.Date))
                    .Open("original", " id=\"" + entry.Id + "\"").Element("document-description", entry.Description)
                    .Close("original")
                    .Open("translated", " id=\"" + entry.Id + "_EN\"").Element("document-description", entry.Translated)
                    .Close("translated")
                    .Close("document-list");
            }

            xml.Close("document-lists").Close("document-list-data");
        }));

    public static SandboxResponse Citation(Question question) =>
        WithMember(question, (family, member) => Xml(question, xml =>
        {
            // What was cited abroad is, in this world, what was cited in Japan against the same invention.
            PatentCase found = member.Case ?? family.Members[0].Case!;
            IReadOnlyList<Citation> citations = Citations.Of(found);
            xml.Open("citation-and-classification-data").Open("reference");
            Number(xml, "application-number", member.Application, member.Applied);
            Number(xml, "publication-number", member.Publication, member.Published);
            Number(xml, "registration-number", member.Registration, member.Registered);
            xml.Close("reference").Open("classification").Open("ipcs").Element("ipc", found.Subject.Classification)
                .Close("ipcs").Open("originals");
            xml.Line("<original scheme=\"" + (member.Country == "JP" ? "FI" : "CPC") + "\">"
                + found.Subject.Classification + "</original>")
                .Close("originals").Close("classification").Open("citation").Open("patent-literatures");
            foreach (Citation citation in citations.Where(c => c.Publication is not null))
            {
                xml.Open("patent-literature").Element("draft-date", SandboxCalendar.Text(citation.Drafted))
                    .Element("cited-in", citation.CitedIn.Description)
                    .Open("publication-number", " format=\"docdb\"")
                    .Element("document-number", citation.Publication!.Docdb).Close("publication-number")
                    .Close("patent-literature");
            }

            xml.Close("patent-literatures").Open("non-patent-literatures");
            foreach (Citation citation in citations.Where(c => c.Paper is not null))
            {
                xml.Open("non-patent-literature").Element("draft-date", SandboxCalendar.Text(citation.Drafted))
                    .Element("cited-in", citation.CitedIn.Description)
                    .Element("text", citation.Paper!.Line).Close("non-patent-literature");
            }

            xml.Close("non-patent-literatures").Close("citation").Close("citation-and-classification-data");
        }));

    /// <summary>A document of any office, or its translation, as PDF.</summary>
    public static SandboxResponse Document(Question question) =>
        WithEntry(question, isJapaneseOriginal: false, (member, entry, english) =>
            DocumentAnswers.File("application/pdf", question.Parameters[1] + ".pdf", Pdf.Write(
            [
                "JpoPatent sandbox", member.Application, english ? entry.Translated : entry.Id,
                entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "This document is invented. It stands where the service would send the real one.",
            ])));

    /// <summary>A document of Japan's, as a zip of XML.</summary>
    public static SandboxResponse JapaneseDocument(Question question) =>
        WithEntry(question, isJapaneseOriginal: true, (member, entry, _) =>
            entry.Document!.Code is "A63" or "A131" or "A01" or "A02" or "A53" or "A523"
                ? DocumentAnswers.File("application/zip", entry.Id + ".zip", Bundle.Zip(member.Case!, [entry.Document]))
                : Envelope.Empty(Envelope.NoDocument, question.Remaining));

    private static SandboxResponse WithFamily(Question question, Action<Family, XmlText> write)
    {
        string kind = question.Parameters[0];
        string number = question.Parameters[1];
        if (kind is not ("application" or "publication") || !Docdb.IsMatch(number))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        Family? family = kind == "application"
            ? World.Family.OfApplication(number, question.Horizon)
            : World.Family.OfPublication(number, question.Horizon);
        return family is null
            ? Envelope.Empty(Envelope.NoData, question.Remaining)
            : Xml(question, xml => write(family, xml));
    }

    private static SandboxResponse WithMember(Question question, Func<Family, FamilyMember, SandboxResponse> answer)
    {
        string number = question.Parameters[0];
        if (!Docdb.IsMatch(number))
        {
            return Envelope.Error(Envelope.BadParameter);
        }

        return World.Family.OfApplication(number, question.Horizon) is { } family && family.Find(number) is { } member
            ? answer(family, member)
            : Envelope.Empty(Envelope.NoData, question.Remaining);
    }

    private static SandboxResponse WithEntry(
        Question question, bool isJapaneseOriginal, Func<FamilyMember, FileEntry, bool, SandboxResponse> answer) =>
        WithMember(question, (_, member) =>
    {
        string id = question.Parameters[1];
        FileEntry? entry = FileHistory.Of(member, question.Horizon)
            .FirstOrDefault(e => e.Id == id || e.Id + "_EN" == id);
        return entry is null || (isJapaneseOriginal && (member.Case is null || entry.Id != id))
            ? Envelope.Empty(Envelope.NoDocument, question.Remaining)
            : answer(member, entry, entry.Id != id);
    });

    private static SandboxResponse Xml(Question question, Action<XmlText> write)
    {
        var xml = new XmlText();
        xml.Line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
            .Open("api-data", " xmlns=\"https://www.jpo.go.jp\"")
            .Element("statusCode", Envelope.Done)
            .Element("errorMessage", "")
            .Element("remainAccessCount", question.Remaining.ToString(CultureInfo.InvariantCulture));
        write(xml);
        return new SandboxResponse(200, "application/xml", xml.Close("api-data").ToUtf8());
    }

    private static void Numbers(XmlText xml, FamilyMember member)
    {
        Number(xml, "application-number", member.Application, member.Applied);
        xml.Open("publication-numbers");
        Number(xml, "publication-number", member.Publication, null);
        xml.Close("publication-numbers").Open("registration-numbers");
        Number(xml, "registration-number", member.Registration, null);
        xml.Close("registration-numbers");
    }

    private static void Number(XmlText xml, string name, string? number, DateTime? date)
    {
        if (number is null)
        {
            return;
        }

        xml.Open(name).Element("document-number", number);
        if (date is not null)
        {
            xml.Element("date", SandboxCalendar.Text(date));
        }

        xml.Close(name);
    }

    private static void Bibliography(XmlText xml, string language, string title, IEnumerable<string> applicants)
    {
        xml.Open(language).Element("invention-title", title);
        foreach (string applicant in applicants)
        {
            xml.Open("applicant").Element("last-name", applicant).Close("applicant");
        }

        xml.Close(language);
    }
}
