using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// The file of a family member: Japan's from the case itself, the others made up to fit the member's dates.
/// </summary>
internal static class FileHistory
{
    private const string FromOffice = "Office";
    private const string FromApplicant = "Applicant";

    public static IReadOnlyList<FileEntry> Of(FamilyMember member, DateTime horizon) =>
        member.Case is { } found ? Japanese(found) : Foreign(member, horizon);

    private static List<FileEntry> Japanese(PatentCase found)
    {
        var entries = new List<FileEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (CaseDocument document in found.Groups[0].Documents)
        {
            // The parts of an application share one number, and make one entry.
            if (document.Available && English(document.Code) is { } english && seen.Add(document.Number))
            {
                string group = document.Code is "A63" or "A621" or "A53" or "A523" ? FromApplicant : FromOffice;
                entries.Add(new FileEntry(
                    Id(english, document.Number, "JP"),
                    group,
                    document.LegalDate,
                    document.Description,
                    english,
                    document));
            }
        }

        return entries;
    }

    private static List<FileEntry> Foreign(FamilyMember member, DateTime horizon)
    {
        ulong seed = 0;
        foreach (char c in member.Application)
        {
            seed = Dice.Mix(seed ^ c);
        }

        var dice = new Dice(seed, DicePurpose.Documents);
        (string action, string reply, string allowed) = member.Country switch
        {
            "US" => (
                "Non-Final Rejection",
                "Applicant Arguments or Remarks Made in an Amendment",
                "Notice of Allowance and Fees Due"),
            "EP" => (
                "Communication from the Examining Division",
                "Reply to communication from the Examining Division",
                "Decision to grant a European patent"),
            "CN" => ("第一次审查意见通知书", "意见陈述书", "办理登记手续通知书"),
            _ => ("의견제출통지서", "의견서", "등록결정서"),
        };
        (string Action, string Reply, string Allowed) english = member.Country switch
        {
            "CN" => (
                "First Office Action",
                "Response to Office Action",
                "Notification to Go Through Formalities of Registration"),
            "KR" => ("Notification of Reason for Refusal", "Written Opinion", "Decision to Grant Registration"),
            _ => (action, reply, allowed),
        };

        DateTime acted = SandboxCalendar.WorkingDay(member.Applied.AddDays(dice.Between(500, 700)));
        DateTime replied = SandboxCalendar.WorkingDay(acted.AddDays(dice.Between(50, 110)));
        DateTime granted = SandboxCalendar.WorkingDay((member.Registered ?? replied.AddDays(400))
            .AddDays(-dice.Between(60, 90)));
        var entries = new List<FileEntry>();
        Add(FromOffice, acted, action, english.Action);
        Add(FromApplicant, replied, reply, english.Reply);
        if (member.Registered is not null && granted > replied)
        {
            Add(FromOffice, granted, allowed, english.Allowed);
        }

        return entries;

        void Add(string group, DateTime day, string original, string translated)
        {
            if (day <= horizon)
            {
                string number = (Dice.Mix(seed ^ (ulong)entries.Count) % 100_000_000_000)
                    .ToString("D11", CultureInfo.InvariantCulture);
                entries.Add(new FileEntry(
                    Id(translated, number, member.Country), group, day, original, translated, null));
            }
        }
    }

    private static string Id(string english, string number, string country) =>
        new string(english.Select(c => char.IsLetterOrDigit(c) ? c : '_').ToArray()) + "_" + number + "_" + country;

    private static string? English(string code) => code switch
    {
        "A63" => "Application Documents",
        "A621" => "Request for Examination",
        "A971007" => "Search Report",
        "A131" => "Notification of Reasons for Refusal",
        "A53" => "Written Opinion",
        "A523" => "Written Amendment",
        "A01" => "Decision to Grant a Patent",
        "A02" => "Decision of Refusal",
        _ => null,
    };
}
