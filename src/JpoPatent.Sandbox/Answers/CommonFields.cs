using System.Collections.Generic;
using System.Globalization;
using JpoPatent.Sandbox.Exchange;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>Parts that the answers of several APIs share, key by key in the service's order.</summary>
internal static class CommonFields
{
    public static JsonText Parties(this JsonText json, CaseRecord record)
    {
        // Trademarks have no numbers for people.
        bool numbered = record.Law != JpoLaw.Trademark;
        json.OpenList("applicantAttorney");
        int place = 0;
        foreach (Party applicant in record.Applicants)
        {
            Party(json, applicant, ++place, "1", numbered);
        }

        foreach (Party attorney in record.Attorneys)
        {
            Party(json, attorney, ++place, "2", numbered);
        }

        return json.CloseList();
    }

    public static JsonText RegisterDates(this JsonText json, CaseRecord record) => json
        .Text("erasureIdentifier", record.Register?.Erasure)
        .Text("expireDate", SandboxCalendar.Text(record.Register?.Expires))
        .Text("disappearanceDate", SandboxCalendar.Text(record.Register?.Gone));

    public static JsonText Priorities(this JsonText json, CaseRecord record)
    {
        json.OpenList("priorityRightInformation");
        foreach (Priority priority in record.Priorities)
        {
            json.OpenObject()
                .Text("parisPriorityApplicationNumber", priority.Domestic ? "" : priority.Number)
                .Text("parisPriorityDate", priority.Domestic ? "" : SandboxCalendar.Text(priority.Date))
                .Text("parisPriorityCountryCd", priority.Domestic ? "" : priority.Country);
            if (record.Law == JpoLaw.Patent)
            {
                json.Text("nationalPriorityLawCd", priority.Domestic ? "1" : "")
                    .Text("nationalPriorityApplicationNumber", priority.Domestic ? priority.Number : "")
                    .Text("nationalPriorityInternationalApplicationNumber", "")
                    .Text("nationalPriorityDate", priority.Domestic ? SandboxCalendar.Text(priority.Date) : "");
            }

            json.CloseObject();
        }

        return json.CloseList();
    }

    /// <summary>The original application of a divisional design or trademark.</summary>
    public static JsonText ParentRight(this JsonText json, CaseRecord record)
    {
        json.OpenObject("parentApplicationInformation");
        if (record.Parent is { } parent)
        {
            json.Text("parentApplicationCategory", "10")
                .Text("parentApplicationLawCode", ((int)record.Law).ToString(CultureInfo.InvariantCulture))
                .Text("parentApplicationNumber", parent);
        }

        return json.CloseObject();
    }

    public static JsonText Documents(this JsonText json, CaseRecord record)
    {
        json.OpenList("bibliographyInformation");
        foreach (DocumentGroup group in record.Groups)
        {
            json.OpenObject().Text("numberType", group.NumberType).Text("number", group.Number)
                .OpenList("documentList");
            foreach (CaseDocument document in group.Documents)
            {
                json.OpenObject()
                    .Text("legalDate", SandboxCalendar.Text(document.LegalDate))
                    .Text("irirFlg", document.International ? "1" : "0")
                    .Text("availabilityFlag", document.Available ? "1" : "0")
                    .Text("documentCode", document.Code)
                    .Text("documentDescription", document.Description)
                    .Text("documentNumber", document.Number)
                    .Text("versionNumber", document.Version)
                    .Text("documentSeparator", document.Separator.ToString())
                    .Text("numberOfPages", "0")
                    .Text("sizeOfDocument", document.Size.ToString(CultureInfo.InvariantCulture))
                    .CloseObject();
            }

            json.CloseList().CloseObject();
        }

        return json.CloseList();
    }

    /// <summary>
    /// A list in the service's odd form, an object with number keys; an empty one is an empty object.
    /// </summary>
    public static JsonText NumberedList(this JsonText json, string name, IReadOnlyList<string> items)
    {
        json.OpenObject(name);
        for (int i = 0; i < items.Count; i++)
        {
            json.Text(i.ToString(CultureInfo.InvariantCulture), items[i]);
        }

        return json.CloseObject();
    }

    private static void Party(JsonText json, Party party, int place, string kind, bool numbered)
    {
        json.OpenObject().Text("applicantAttorneyCd", party.Code);
        if (numbered)
        {
            json.Text("repeatNumber", place.ToString(CultureInfo.InvariantCulture));
        }

        json.Text("name", party.Name).Text("applicantAttorneyClass", kind).CloseObject();
    }
}
