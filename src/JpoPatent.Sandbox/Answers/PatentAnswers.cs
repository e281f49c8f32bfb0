using System.Collections.Generic;
using System.Globalization;

namespace JpoPatent.Sandbox;

/// <summary>The JSON answers about patents.</summary>
internal static class PatentAnswers
{
    public static SandboxResponse Progress(Question question, PatentCase found, bool simple) => Envelope.Success(question.Remaining, json =>
    {
        json.Text("applicationNumber", found.Number)
            .Text("inventionTitle", found.Subject.Title)
            .Parties(found)
            .Text("filingDate", JapanTime.Text(found.Filing));
        PublicationNumbers(json, found)
            .Text("publicationDate", JapanTime.Text(found.PublicationDate))
            .Text("registrationNumber", found.RegistrationNumber)
            .Text("registrationDate", JapanTime.Text(found.Registration))
            .Text("internationalApplicationNumber", found.InternationalApplication)
            .Text("internationalPublicationNumber", found.InternationalPublication)
            .Text("internationalPublicationDate", JapanTime.Text(found.InternationalPublicationDate))
            .RegisterDates(found);
        if (!simple)
        {
            json.Priorities(found);
            Parent(json, found);
            Divisionals(json, found);
        }

        json.Documents(found);
    });

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
            json.Text("parentApplicationNumber", parent).Text("filingDate", JapanTime.Text(found.ParentFiling));
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
