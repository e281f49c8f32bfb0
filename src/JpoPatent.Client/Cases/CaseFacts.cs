using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Deadlines;
using JpoPatent.Time;

namespace JpoPatent.Cases;

/// <summary>The flat facts of a case: what a list shows of it beside the user's own columns.</summary>
internal static class CaseFacts
{
    /// <summary>The facts of an answer.</summary>
    /// <param name="request">The row that was asked for.</param>
    /// <param name="answer">What came.</param>
    internal static CaseValues Of(CaseRequest request, CaseAnswer answer)
    {
        CaseValues values = Identity(request);
        CaseProgress? progress = answer.Progress;
        if (progress != null)
        {
            values[CaseField.Number] = progress.DisplayNumber;
            values[CaseField.Law] = progress.Law.ToString();
            values[CaseField.Title] = progress.Title;
            values[CaseField.State] = progress.State.ToString();
            values[CaseField.StateSince] = progress.StateSince;
            values[CaseField.Applicants] = Names(progress.Applicants.Select(static person => person.Name));
            values[CaseField.LatestDate] = progress.LatestDocumentDate;
            values[CaseField.LatestDocument] = progress.LatestDocumentName;
            values[CaseField.LatestMailed] = progress.LatestMailed;
            values[CaseField.LatestMailedDate] = progress.LatestMailedDate;
            values[CaseField.RegistrationNumber] = progress.RegistrationNumber;
            values[CaseField.ExpireDate] = progress.ExpireDate;
            values[CaseField.RetrievedAt] = progress.RetrievedAt;
            values[CaseField.IsSandbox] = progress.IsSandbox;
            AddDue(values, progress, answer);
        }

        if (answer.Registration is { } registration)
        {
            values[CaseField.NextAnnuity] = registration.NextPensionPaymentDate;
            values[CaseField.ExpireDate] = registration.ExpireDate ?? progress?.ExpireDate;
            values[CaseField.RegistrationNumber] ??= registration.RegistrationNumber;
        }

        if (DueDates.Next(answer) is { } due)
        {
            values[CaseField.DueDate] = due.DueDate;
            values[CaseField.DueKind] = due.Kind.ToString();
        }

        return values;
    }

    /// <summary>
    /// What is due next, from everything at hand. A day that is not known still says what it is that is due.
    /// </summary>
    private static void AddDue(CaseValues values, CaseProgress progress, CaseAnswer answer)
    {
        DateTime today = JapanTime.ToJapan(progress.RetrievedAt).Date;
        var due = new List<JpoDueDate>(DueDates.Of(progress, today));
        foreach (JpoDocument document in answer.Documents)
        {
            due.AddRange(DueDates.Of(document, progress, today));
        }

        if (answer.Registration != null)
        {
            // The register tells of its fees; without it the file can only say that there are some.
            due.RemoveAll(static one => one is { Kind: DueKind.Annuity, DueDate: null });
            due.AddRange(DueDates.Of(answer.Registration, today));
        }

        JpoDueDate? next = DueDates.Next(due, today) ?? due.Find(static one => one.IsOpen);
        values[CaseField.DueDate] = next?.DueDate;
        values[CaseField.DueKind] = next?.Kind.ToString();
    }

    /// <summary>What a row says of its case by itself.</summary>
    internal static CaseValues Identity(CaseRequest request)
    {
        var values = new CaseValues();
        values[CaseField.Number] = request.Number?.Display ?? request.Written;
        values[CaseField.Law] = request.Number?.Law.ToString();
        return values;
    }

    /// <summary>Names in one text; null where there is no name.</summary>
    internal static string? Names(IEnumerable<string?> names)
    {
        string all = string.Join("; ", names.Where(static name => !string.IsNullOrWhiteSpace(name)));
        return all.Length == 0 ? null : all;
    }
}
