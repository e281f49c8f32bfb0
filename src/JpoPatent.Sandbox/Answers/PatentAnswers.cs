using System.Collections.Generic;
using System.Globalization;
using JpoPatent.Sandbox.Exchange;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>The JSON answers about patents.</summary>
internal static class PatentAnswers
{
    public static SandboxResponse Progress(Question question, PatentCase found, bool simple) =>
        Envelope.Success(question.Remaining, json =>
        {
            json.Text("applicationNumber", found.Number)
                .Text("inventionTitle", found.Subject.Title)
                .Parties(found)
                .Text("filingDate", SandboxCalendar.Text(found.Filing));
            PublicationNumbers(json, found)
                .Text("publicationDate", SandboxCalendar.Text(found.PublicationDate))
                .Text("registrationNumber", found.RegistrationNumber)
                .Text("registrationDate", SandboxCalendar.Text(found.Registration))
                .Text("internationalApplicationNumber", found.InternationalApplication)
                .Text("internationalPublicationNumber", found.InternationalPublication)
                .Text("internationalPublicationDate", SandboxCalendar.Text(found.InternationalPublicationDate))
                .RegisterDates(found);
            if (!simple)
            {
                json.Priorities(found);
                Parent(json, found);
                Divisionals(json, found);
            }

            json.Documents(found);
        });

    public static SandboxResponse Divisional(Question question, PatentCase found) =>
        Envelope.Success(question.Remaining, json =>
        {
            json.Text("applicationNumber", found.Number);
            Parent(json, found);
            Divisionals(json, found);
        });

    public static SandboxResponse Number(Question question, PatentCase found) =>
        Envelope.Success(question.Remaining, json => json
            .Text("applicationNumber", found.Number)
            .Text("publicationNumber", found.IsNationalPublication ? "" : found.Publication)
            .Text("nationalPublicationNumber", found.IsNationalPublication ? found.Publication : "")
            .Text("registrationNumber", found.RegistrationNumber)
            .Text("internationalPublicationNumber", found.InternationalPublication));

    public static SandboxResponse NationalPhase(Question question, PatentCase found) =>
        Envelope.Success(question.Remaining, json => json.Text("applicationNumber", found.Number));

    public static SandboxResponse Registration(Question question, PatentCase found) =>
        RightAnswers.Registration(question, found, json => json
            .Text("inventionTitle", found.Subject.Title)
            .Text("numberOfClaims", found.Claims.ToString("D3", CultureInfo.InvariantCulture)));

    public static SandboxResponse Citation(Question question, PatentCase found)
    {
        if (!Citations.AreKnown(found))
        {
            return Envelope.Empty(Envelope.NoData, question.Remaining);
        }

        IReadOnlyList<Citation> citations = Citations.Of(found);
        return Envelope.Success(question.Remaining, json =>
        {
            json.Text("applicationNumber", found.Number).OpenList("patentDoc");
            foreach (Citation citation in citations)
            {
                if (citation.Publication is { } publication)
                {
                    Cited(json, citation).Text("documentNumber", publication.Record).CloseObject();
                }
            }

            json.CloseList().OpenList("nonPatentDoc");
            foreach (Citation citation in citations)
            {
                if (citation.Paper is { } paper)
                {
                    Cited(json, citation)
                        .Text("documentType", "201")
                        .Text("authorName", paper.Author)
                        .Text("paperTitle", paper.Title)
                        .Text("publicationName", paper.Journal)
                        .Text("issueCountryCd", paper.Country)
                        .Text("publisher", paper.Publisher)
                        .Text("issueDate", SandboxCalendar.Text(paper.Issued))
                        .Text("issueDateType", "1")
                        .Text("issueNumber", paper.Volume)
                        .Text("citationPages", paper.Pages)
                        .CloseObject();
                }
            }

            json.CloseList();
        });
    }

    private static JsonText Cited(JsonText json, Citation citation) => json.OpenObject()
        .Text("draftDate", SandboxCalendar.Text(citation.Drafted))
        .Text("citationType", citation.Kind)
        .Text("citationOrder", citation.Order.ToString(CultureInfo.InvariantCulture));

    private static JsonText PublicationNumbers(JsonText json, PatentCase found) => json
        .Text("publicationNumber", found.IsNationalPublication ? "" : found.EraPublication)
        .Text("ADPublicationNumber", found.IsNationalPublication ? "" : found.Publication)
        .Text("nationalPublicationNumber", found.IsNationalPublication ? found.EraPublication : "")
        .Text("ADNationalPublicationNumber", found.IsNationalPublication ? found.Publication : "");

    private static void Parent(JsonText json, PatentCase found)
    {
        json.OpenObject("parentApplicationInformation");
        if (found.Parent is { } parent)
        {
            json.Text("parentApplicationNumber", parent).Text("filingDate", SandboxCalendar.Text(found.ParentFiling));
        }

        json.CloseObject();
    }

    /// <summary>The whole line of descent, the case itself included.</summary>
    private static void Divisionals(JsonText json, PatentCase found)
    {
        json.OpenList("divisionalApplicationInformation");
        foreach (PatentCase member in PatentWorld.Descent(found))
        {
            json.OpenObject().Text("applicationNumber", member.Number);
            PublicationNumbers(json, member)
                .Text("registrationNumber", member.RegistrationNumber)
                .Text("internationalApplicationNumber", member.InternationalApplication)
                .Text("internationalPublicationNumber", member.InternationalPublication)
                .RegisterDates(member)
                .Text("divisionalGeneration", member.Generation.ToString(CultureInfo.InvariantCulture))
                .CloseObject();
        }

        json.CloseList();
    }
}
