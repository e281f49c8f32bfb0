using System;
using System.Collections.Generic;

namespace JpoPatent.Domestic;

/// <summary>The life of a registered right: what the register says of it, and oppositions.</summary>
internal static class RightHistory
{
    private const string InForce = "00";

    /// <summary>
    /// A term that is over can be renewed for six months, and the renewal takes its time to show
    /// (Trademark Act, article 20).
    /// </summary>
    private const int MonthsOfGrace = 7;

    /// <summary>A half term of a trademark, after which the second half of the fee is due.</summary>
    private const int YearsOfHalf = 5;

    /// <summary>The first fees of a patent are for three years.</summary>
    private const int FirstYears = 3;

    internal static CaseStanding Read(CaseProgress progress, DateTime today)
    {
        var oppositions = new List<CaseEvent>();
        CaseEvent? decided = null;
        CaseEvent? revoked = null;
        bool isNotified = false;
        bool isAnswered = false;
        foreach (CaseEvent step in CaseEvent.Of(progress.Documents))
        {
            switch (step.Role)
            {
                case DocumentRole.Notice:
                    isNotified = true;
                    isAnswered = false;
                    break;
                case DocumentRole.Answer:
                    isAnswered |= isNotified;
                    break;
                case DocumentRole.Opposition:
                    oppositions.Add(step);
                    break;
                case DocumentRole.OppositionWithdrawn when oppositions.Count > 0:
                    oppositions.RemoveAt(0);
                    break;
                case DocumentRole.OppositionDecided:
                    oppositions.Clear();
                    decided = step;
                    break;
                case DocumentRole.Revocation:
                    oppositions.Clear();
                    revoked = step;
                    break;
            }
        }

        if (End(progress, today, revoked, isAnswered) is { } end)
        {
            return end;
        }

        if (oppositions.Count > 0)
        {
            return Standing(CaseState.OppositionPending, oppositions[0].Document, isAnswered, isPending: true);
        }

        return revoked != null
            ? Standing(CaseState.Unknown, revoked.Document, isAnswered, isPending: false)
            : decided != null
                ? new CaseStanding
                {
                    State = CaseState.Registered, Since = progress.RegistrationDate,
                    Code = decided.Document.DocumentCode,
                    Words = () => decided.Document.DocumentDescription ?? string.Empty, IsAnswered = isAnswered,
                }
                : new CaseStanding
                {
                    State = CaseState.Registered, Since = progress.RegistrationDate,
                    Code = progress.ErasureIdentifier ?? "registrationDate",
                    Words = static () => Client.Messages.StateRegistered, IsAnswered = isAnswered,
                };
    }

    /// <summary>
    /// How the right ended, as far as the register alone tells; null where it is in force as far as the data go.
    /// </summary>
    internal static CaseStanding? Ended(CaseRegistration registration, DateTime today) => End(
        new RegisterMarks(
            registration.Law,
            registration.RegistrationDate,
            registration.ErasureIdentifier,
            registration.DisappearanceDate,
            registration.ExpireDate),
        today, revoked: null, isAnswered: false) is { IsOver: true } end ? end : null;

    private static CaseStanding? End(CaseProgress progress, DateTime today, CaseEvent? revoked, bool isAnswered) => End(
        new RegisterMarks(
            progress.Law,
            progress.RegistrationDate,
            progress.ErasureIdentifier,
            progress.DisappearanceDate,
            progress.ExpireDate),
        today,
        revoked,
        isAnswered);

    private static CaseStanding? End(RegisterMarks marks, DateTime today, CaseEvent? revoked, bool isAnswered)
    {
        bool isErased = marks.Erasure is { } mark && mark != InForce;
        bool isGone = marks.Gone <= today;
        DateTime? term = marks.Term;
        if (!isErased && !isGone)
        {
            if (!(term < today))
            {
                return null;
            }

            return marks.Law == JpoLaw.Trademark && term.Value.AddMonths(MonthsOfGrace) >= today
                ? new CaseStanding
                {
                    State = CaseState.Unknown,
                    Code = "expireDate",
                    Words = static () => Client.Messages.StateRenewable,
                    IsAnswered = isAnswered,
                }
                : Ended(CaseState.Expired, static () => Client.Messages.StateExpired);
        }

        return revoked != null
                ? Ended(CaseState.Invalidated, () => revoked.Document.DocumentDescription ?? string.Empty)
            : (marks.Gone ?? term) >= term ? Ended(CaseState.Expired, static () => Client.Messages.StateExpired)
            : IsUnpaid(marks) ? Ended(CaseState.Lapsed, static () => Client.Messages.StateLapsed)
            : Ended(CaseState.Ceased, static () => Client.Messages.StateCeased);

        CaseStanding Ended(CaseState state, Func<string> words) => new()
        {
            State = state,
            Since = marks.Gone ?? (state == CaseState.Expired ? term : null),
            Code = marks.Erasure is { } erased && erased != InForce ? erased
                : marks.Gone != null ? "disappearanceDate"
                : "expireDate",
            Words = words,
            IsOver = true,
            IsAnswered = isAnswered,
        };
    }

    /// <summary>
    /// A right whose fee is not paid ends on the day on which the fee was due: so many whole years after the
    /// registration (Patent Act, article 112).
    /// </summary>
    private static bool IsUnpaid(RegisterMarks marks)
    {
        if (marks.Registered is not { } registered || marks.Gone is not { } gone)
        {
            return false;
        }

        int years = gone.Year - registered.Year;
        bool isDue = marks.Law switch
        {
            JpoLaw.Trademark => years > 0 && years % YearsOfHalf == 0,
            JpoLaw.Design => years >= 1,
            _ => years >= FirstYears,
        };
        return isDue && registered.AddYears(years) == gone;
    }

    private static CaseStanding Standing(CaseState state, DocumentEntry document, bool isAnswered, bool isPending) =>
        new()
        {
            State = state,
            Since = document.LegalDate,
            Code = document.DocumentCode,
            Words = () => document.DocumentDescription ?? string.Empty,
            IsPending = isPending,
            IsAnswered = isAnswered,
        };

    /// <summary>What the register and the state of the application both say of a right.</summary>
    private readonly record struct RegisterMarks(
        JpoLaw Law, DateTime? Registered, string? Erasure, DateTime? Gone, DateTime? Term);
}
