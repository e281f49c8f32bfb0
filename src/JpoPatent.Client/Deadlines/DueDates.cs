using System;
using System.Collections.Generic;
using System.Globalization;
using JpoPatent.Domestic;
using JpoPatent.Periods;
using JpoPatent.Time;

namespace JpoPatent.Deadlines;

/// <summary>What is due, read from the answers on a case. What cannot be told comes without a day.</summary>
internal static class DueDates
{
    /// <summary>Patent Act 112, Design Act 44, Trademark Act 20 and 41-2.</summary>
    private const int MonthsOfGrace = 6;

    /// <summary>
    /// Patent Act 121, Design Act 46 and 47, Trademark Act 44 and 45; thirty days for decisions before April 2009.
    /// </summary>
    private const int AppealMonths = 3;
    private const int AppealDaysBefore = 30;

    /// <summary>Patent Act 108 and 178, and their kin in the other laws.</summary>
    private const int FeeDays = 30;
    private const int CourtDays = 30;

    private static readonly DateTime ThreeMonthsSince = new(2009, 4, 1);

    /// <summary>What the file of a case tells.</summary>
    /// <param name="progress">The progress answer.</param>
    /// <param name="today">Today in Japan.</param>
    internal static IReadOnlyList<JpoDueDate> Of(CaseProgress progress, DateTime today)
    {
        var due = new List<JpoDueDate>();
        var maker = new DueDateMaker(
            progress.ApplicationNumber, progress.DisplayNumber, progress.Law, progress.IsSandbox, today);
        DocumentEntry? reason = Reason(progress);
        switch (progress.State)
        {
            case CaseState.Filed or CaseState.Published when progress is PatentProgress patent:
                due.Add(Examination(maker, patent, isAnswered: false));
                break;
            case CaseState.RefusalNotified:
                due.Add(maker.Make(DueKind.Response, null, reason, isAnswered: false));
                break;
            case CaseState.Answered
                when progress.Law != JpoLaw.Patent
                    && Last(progress, DocumentRole.AmendmentDismissed) is { LegalDate: { } declined } dismissal:
                due.Add(maker.Make(
                    DueKind.Appeal,
                    DueDay.Of(declined, AppealMonths, PeriodUnit.Months),
                    dismissal,
                    isAnswered: false,
                    isEarliest: true));
                break;
            case CaseState.Refused when !progress.IsOver:
                due.Add(AfterRefusal(maker, progress, reason));
                break;
            case CaseState.Granted:
                due.Add(maker.Make(
                    DueKind.Payment,
                    After(progress.StateSince, FeeDays),
                    reason,
                    isAnswered: Last(progress, DocumentRole.Payment) != null,
                    isEarliest: true));
                break;
            case CaseState.Unknown when reason != null && DocumentRoles.Of(reason) == DocumentRole.AppealDecided:
                // Whichever way the board decided, one of the two is due.
                due.Add(maker.Make(
                    DueKind.Court, After(reason.LegalDate, CourtDays), reason, isAnswered: false, isEarliest: true));
                due.Add(maker.Make(
                    DueKind.Payment, After(reason.LegalDate, FeeDays), reason, isAnswered: false, isEarliest: true));
                break;
            case CaseState.Unknown
                when reason == null && progress is PatentProgress patent && progress.RegistrationNumber == null:
                due.Add(Examination(maker, patent, isAnswered: null));
                break;
            case CaseState.Registered or CaseState.OppositionPending or CaseState.Unknown
                when progress.RegistrationNumber != null:
                if (progress.Law == JpoLaw.Trademark)
                {
                    due.Add(maker.MakeWithGrace(
                        DueKind.Renewal, progress.ExpireDate, "expireDate", Client.Messages.DueRenewal));
                }

                due.Add(maker.Make(
                    DueKind.Annuity, null, "registrationNumber", Client.Messages.DueNotAsked, isAnswered: null));
                break;
        }

        return due;
    }

    /// <summary>What the register tells.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="today">Today in Japan.</param>
    internal static IReadOnlyList<JpoDueDate> Of(CaseRegistration registration, DateTime today)
    {
        var due = new List<JpoDueDate>();
        if (registration.ErasureIdentifier is { } mark && mark != "00" || registration.DisappearanceDate <= today)
        {
            return due;
        }

        var maker = new DueDateMaker(
            registration.ApplicationNumber,
            registration.DisplayNumber,
            registration.Law,
            registration.IsSandbox,
            today);
        DateTime? next = registration.NextPensionPaymentDate;
        DateTime? term = registration.ExpireDate;
        if (registration.Law == JpoLaw.Trademark)
        {
            if (next < term)
            {
                due.Add(maker.MakeWithGrace(
                    DueKind.Annuity, next, "nextPensionPaymentDate", Client.Messages.DueSecondHalf));
            }

            due.Add(maker.MakeWithGrace(DueKind.Renewal, term ?? next, "expireDate", Client.Messages.DueRenewal));
        }
        else if (next != null ? !(next >= term) : !IsPaidToTheEnd(registration))
        {
            due.Add(maker.MakeWithGrace(
                DueKind.Annuity,
                next,
                "nextPensionPaymentDate",
                registration.LastPaymentYearly is { } paid
                    ? Filled(Client.Messages.DueYear, paid + 1)
                    : Client.Messages.DueAnnuity));
        }

        return due;
    }

    /// <summary>
    /// What a document sets: of two periods for one purpose the shorter, which is not for residents abroad alone.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="progress">The file of the same case, which tells what was done;
    /// null where it is not at hand.</param>
    /// <param name="today">Today in Japan.</param>
    internal static IReadOnlyList<JpoDueDate> Of(JpoDocument document, CaseProgress? progress, DateTime today)
    {
        var due = new List<JpoDueDate>();
        var maker = new DueDateMaker(
            document.ApplicationNumber, document.DisplayNumber, document.Law, document.IsSandbox, today);
        string basis = ((document.DocumentName ?? string.Empty) + " " + document.DocumentNumber + " "
            + document.LegalDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Trim();
        foreach (JpoPeriod period in document.Periods)
        {
            if (period.IsForResidentsAbroad && HasOther(document.Periods, period))
            {
                continue;
            }

            (bool? isAnswered, bool isOvertaken) = Follow(progress, document, period.Purpose);
            due.Add(maker.Make(
                KindOf(period.Purpose), period.DueDate, document.DocumentCode ?? "-", basis, isAnswered,
                period.IsEarliest, isOvertaken, document.DocumentNumber));
        }

        return due;
    }

    /// <summary>What the answers on one case tell together; each thing once.</summary>
    /// <param name="answer">The answers, as far as there are any.</param>
    /// <param name="today">Today in Japan.</param>
    internal static IReadOnlyList<JpoDueDate> Of(CaseAnswer answer, DateTime today)
    {
        var due = new List<JpoDueDate>();
        if (answer.Progress is { } progress)
        {
            due.AddRange(Of(progress, today));
        }

        if (answer.Registration is { } registration)
        {
            due.AddRange(Of(registration, today));
        }

        foreach (JpoDocument document in answer.Documents)
        {
            due.AddRange(Of(document, answer.Progress, today));
        }

        return due;
    }

    /// <summary>The one to show of what the answers on a case tell, on the day on which they came.</summary>
    /// <param name="answer">The answers, as far as there are any.</param>
    internal static JpoDueDate? Next(CaseAnswer answer)
    {
        JpoAnswer? came = (JpoAnswer?)answer.Progress ?? answer.Registration;
        DateTime today = came == null ? default : JapanTime.ToJapan(came.RetrievedAt).Date;
        return came == null ? null : Next(Of(answer, today), today);
    }

    /// <summary>
    /// The one to show where there is room for one: what is due next, or can still be done with a surcharge; else
    /// what was missed last. Null if nothing has a day.
    /// </summary>
    /// <param name="all">What is due in a case.</param>
    /// <param name="today">Today in Japan.</param>
    internal static JpoDueDate? Next(IEnumerable<JpoDueDate> all, DateTime today)
    {
        JpoDueDate? next = null;
        foreach (JpoDueDate one in all)
        {
            if (one.IsOpen && one.DueDate != null && (next == null || IsBefore(one, next, today)))
            {
                next = one;
            }
        }

        return next;
    }

    /// <summary>The day that counts now: the due day, or once it is past the end of the grace.</summary>
    internal static DateTime? Effective(JpoDueDate due, DateTime today) =>
        due.DueDate >= today || due.LastDay == null ? due.DueDate : due.LastDay;

    private static bool IsBefore(JpoDueDate one, JpoDueDate other, DateTime today)
    {
        DateTime? mine = Effective(one, today);
        DateTime? theirs = Effective(other, today);
        bool isAhead = mine >= today;
        return isAhead != (theirs >= today) ? isAhead : isAhead ? mine < theirs : mine > theirs;
    }

    private static JpoDueDate Examination(DueDateMaker maker, PatentProgress patent, bool? isAnswered) =>
        maker.Make(
            DueKind.ExaminationRequest,
            ExaminationPeriod.LastDay(patent),
            "filingDate",
            Filled(Client.Messages.DueExamination, patent.FilingDate),
            isAnswered);

    private static JpoDueDate AfterRefusal(DueDateMaker maker, CaseProgress progress, DocumentEntry? reason)
    {
        DocumentRole role = reason == null ? DocumentRole.None : DocumentRoles.Of(reason);
        if (role == DocumentRole.Refusal && reason!.LegalDate is { } refused)
        {
            DateTime? last = refused >= ThreeMonthsSince
                ? DueDay.Of(refused, AppealMonths, PeriodUnit.Months)
                : DueDay.Of(refused, AppealDaysBefore, PeriodUnit.Days);
            return maker.Make(DueKind.Appeal, last, reason, isAnswered: false, isEarliest: true);
        }

        // The board decided; a suit is the only way on, and one that was filed is the answer.
        return maker.Make(
            DueKind.Court,
            After(progress.StateSince, CourtDays),
            reason,
            isAnswered: Last(progress, DocumentRole.Suit) != null,
            isEarliest: true);
    }

    /// <summary>
    /// What the file says of a period: whether the thing was done since, and whether the case went on without it.
    /// </summary>
    private static (bool? IsAnswered, bool IsOvertaken) Follow(
        CaseProgress? progress, JpoDocument document, PeriodPurpose purpose)
    {
        if (progress == null || document.LegalDate is not { } from)
        {
            return (null, false);
        }

        bool isAnswered = purpose == PeriodPurpose.Payment && progress.RegistrationNumber != null;
        bool isOvertaken = progress.IsOver;
        foreach (DocumentEntry entry in progress.Documents)
        {
            if (!(entry.LegalDate >= from) || entry.DocumentNumber == document.DocumentNumber)
            {
                continue;
            }

            DocumentRole role = DocumentRoles.Of(entry);
            isAnswered |= (purpose, role) is (PeriodPurpose.Response, DocumentRole.Answer)
                or (PeriodPurpose.Appeal, DocumentRole.Appeal)
                or (PeriodPurpose.Payment, DocumentRole.Payment) or (PeriodPurpose.Court, DocumentRole.Suit);
            isOvertaken |= role is DocumentRole.Withdrawal or DocumentRole.Abandonment
                or DocumentRole.ApplicationDismissed
                || (entry.LegalDate > from
                    && role is DocumentRole.Grant or DocumentRole.Refusal or DocumentRole.AppealAllowed
                        or DocumentRole.AppealDismissed);
        }

        return (isAnswered, isOvertaken);
    }

    /// <summary>The document that the state rests on: the last one of that day and code.</summary>
    private static DocumentEntry? Reason(CaseProgress progress)
    {
        DocumentEntry? found = null;
        string? code = progress.StateReason?.Split(' ')[0];
        foreach (DocumentEntry document in progress.Documents)
        {
            if (document.DocumentCode == code && document.LegalDate == progress.StateSince)
            {
                found ??= document;
            }
        }

        return found;
    }

    private static DocumentEntry? Last(CaseProgress progress, DocumentRole role)
    {
        DocumentEntry? last = null;
        foreach (CaseEvent step in CaseEvent.Of(progress.Documents))
        {
            last = step.Role == role ? step.Document : last;
        }

        return last;
    }

    private static bool HasOther(IReadOnlyList<JpoPeriod> periods, JpoPeriod abroad)
    {
        foreach (JpoPeriod period in periods)
        {
            if (period.Purpose == abroad.Purpose && !period.IsForResidentsAbroad)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A patent or design whose last year is paid has nothing due any more.</summary>
    private static bool IsPaidToTheEnd(CaseRegistration registration) =>
        registration.LastPaymentYearly is { } years
        && registration.RegistrationDate?.AddYears(years) >= registration.ExpireDate;

    private static DateTime? After(DateTime? day, int days) =>
        day == null ? null : DueDay.Of(day.Value, days, PeriodUnit.Days);

    private static string Filled(string words, object? value) =>
        string.Format(CultureInfo.InvariantCulture, words, value);

    private static DueKind KindOf(PeriodPurpose purpose) => purpose switch
    {
        PeriodPurpose.Appeal => DueKind.Appeal,
        PeriodPurpose.Payment => DueKind.Payment,
        PeriodPurpose.Court => DueKind.Court,
        _ => DueKind.Response,
    };

    /// <summary>Makes what is due in one case.</summary>
    private readonly struct DueDateMaker(
        string? application, string? number, JpoLaw law, bool isSandbox, DateTime today)
    {
        internal JpoDueDate Make(
            DueKind kind, DateTime? due, DocumentEntry? basis, bool? isAnswered, bool isEarliest = false)
        {
            string? day = basis?.LegalDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return Make(
                kind, due, basis?.DocumentCode ?? "-",
                ((basis?.DocumentDescription ?? string.Empty) + " " + day).Trim(), isAnswered,
                isEarliest && due != null, isOvertaken: false, basis?.DocumentNumber);
        }

        internal JpoDueDate Make(
            DueKind kind, DateTime? due, string code, string words, bool? isAnswered, bool isEarliest = false,
            bool isOvertaken = false, string? source = null) =>
            Make(
                kind, due, null, code + " " + words, isAnswered, isEarliest, isOvertaken,
                due?.Year > JapaneseHolidays.LastYear, source);

        /// <summary>
        /// A fee that can be paid late with a surcharge. Days on which the office is closed move; beyond the years
        /// whose holidays are known they stay.
        /// </summary>
        internal JpoDueDate MakeWithGrace(DueKind kind, DateTime? day, string code, string words)
        {
            bool isBeyond = day?.AddMonths(MonthsOfGrace).Year > JapaneseHolidays.LastYear;
            DateTime? due = isBeyond ? day : Open(day);
            DateTime? last = isBeyond ? day?.AddMonths(MonthsOfGrace) : Open(day?.AddMonths(MonthsOfGrace));
            return Make(
                kind, due, last, code + " " + words, isAnswered: due == null ? null : false, isEarliest: false,
                isOvertaken: false, isBeyond, source: code);
        }

        private static DateTime? Open(DateTime? day)
        {
            while (day is { } closed && JapaneseHolidays.IsOfficeClosed(closed))
            {
                day = closed.AddDays(1);
            }

            return day;
        }

        private JpoDueDate Make(
            DueKind kind,
            DateTime? due,
            DateTime? last,
            string basis,
            bool? isAnswered,
            bool isEarliest,
            bool isOvertaken,
            bool isBeyond,
            string? source) => new()
            {
                Number = number,
                ApplicationNumber = application,
                Law = law,
                Kind = kind,
                DueDate = due,
                LastDay = last,
                DaysLeft = due is { } day ? (day - today).Days : null,
                IsEarliest = isEarliest,
                IsAnswered = isAnswered,
                IsOvertaken = isOvertaken,
                IsBeyondHolidays = isBeyond,
                Source = source,
                Basis = basis.Trim(),
                IsSandbox = isSandbox,
            };
    }
}
