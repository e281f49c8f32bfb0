using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace JpoPatent.Deadlines;

/// <summary>What is due in a case that is one flat row, as Get-JpoCase gives it and as files keep it.</summary>
internal static class DueRow
{
    /// <summary>Whether an object is such a row: it names a case and says where it stands.</summary>
    internal static bool IsOne(PSObject source) =>
        ReadBack.Text(source, "Number") != null
        && (source.Properties["State"]
            ?? source.Properties["JpoState"]
            ?? source.Properties["ProblemId"]
            ?? source.Properties["JpoProblemId"]) != null;

    /// <summary>
    /// What is due; what the row does not tell comes without a day. Null where the row has no answer at all.
    /// </summary>
    internal static List<JpoDueDate>? Read(PSObject source, DateTime today)
    {
        if (ReadBack.Law(source) is not { } law
            || !Enum.TryParse(ReadBack.Text(source, "State"), ignoreCase: true, out CaseState state))
        {
            return null;
        }

        var due = new List<JpoDueDate>();
        if (ReadBack.Day(source, "DueDate") is { } day)
        {
            DueKind kind = Enum.TryParse(ReadBack.Text(source, "DueKind"), ignoreCase: true, out DueKind told)
                ? told
                : DueKind.Response;
            if (kind is not (DueKind.Annuity or DueKind.Renewal))
            {
                due.Add(New(source, law, kind, today, day, "DueDate"));
            }
        }

        bool isRight = state is CaseState.Registered or CaseState.OppositionPending;
        if (isRight || ReadBack.Day(source, "NextAnnuity") != null)
        {
            AddRegister(due, source, law, today);
        }
        else if (due.Count == 0 && KindOf(state, law) is { } kind)
        {
            due.Add(New(source, law, kind, today, day: null, "State " + state));
        }

        return due;
    }

    private static void AddRegister(List<JpoDueDate> due, PSObject source, JpoLaw law, DateTime today)
    {
        CaseRegistration right = law switch
        {
            JpoLaw.Design => new DesignRegistration(),
            JpoLaw.Trademark => new TrademarkRegistration(),
            _ => new PatentRegistration(),
        };
        right.ApplicationNumber = Application(source, law);
        right.NextPensionPaymentDate = ReadBack.Day(source, "NextAnnuity");
        right.ExpireDate = ReadBack.Day(source, "ExpireDate");
        right.Stamp(default, fromCache: true, IsSandbox(source));
        due.AddRange(DueDates.Of(right, today));
        if (law == JpoLaw.Trademark && right.NextPensionPaymentDate == null)
        {
            due.Add(New(source, law, DueKind.Annuity, today, day: null, "NextAnnuity"));
        }
    }

    private static DueKind? KindOf(CaseState state, JpoLaw law) => state switch
    {
        CaseState.RefusalNotified => DueKind.Response,
        CaseState.Refused => DueKind.Appeal,
        CaseState.Granted => DueKind.Payment,
        CaseState.Filed or CaseState.Published when law == JpoLaw.Patent => DueKind.ExaminationRequest,
        _ => null,
    };

    private static JpoDueDate New(
        PSObject source, JpoLaw law, DueKind kind, DateTime today, DateTime? day, string basis) => new()
        {
            Number = ReadBack.Text(source, "Number"),
            ApplicationNumber = Application(source, law),
            Law = law,
            Kind = kind,
            DueDate = day,
            DaysLeft = day is { } known ? (known - today).Days : null,
            IsEarliest = day != null && kind is DueKind.Appeal or DueKind.Payment or DueKind.Court,
            IsAnswered = day != null ? false : null,
            Basis = (basis + " " + ReadBack.Text(source, "LatestMailed") + " "
            + ReadBack.Day(source, "LatestMailedDate")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Trim(),
            IsSandbox = IsSandbox(source),
        };

    private static string? Application(PSObject source, JpoLaw law) =>
        JpoNumber.TryParse(
            ReadBack.Text(source, "Number"), JpoNumberKind.Application, law, out JpoNumber? number, out _)
            ? number.Value
            : null;

    private static bool IsSandbox(PSObject source) => ReadBack.Text(source, "IsSandbox") is "True" or "true" or "TRUE";
}
