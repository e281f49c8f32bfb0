using System;

namespace JpoPatent;

/// <summary>Where a case stands, since when, and what says so.</summary>
internal sealed class CaseStanding
{
    private const string InForce = "00";

    internal required CaseState State { get; init; }

    internal DateTime? Since { get; init; }

    internal string? Reason { get; init; }

    internal bool IsPending { get; init; }

    internal bool IsOver { get; init; }

    internal bool IsAnswered { get; init; }

    /// <summary>Rights first, then the examiner's latest word, then publication.</summary>
    internal static CaseStanding Of(CaseProgress progress)
    {
        if (progress.RegistrationNumber != null)
        {
            bool isErased = progress.ErasureIdentifier != null && progress.ErasureIdentifier != InForce;
            bool hasCeased = isErased || (progress.DisappearanceDate ?? progress.ExpireDate) < JapanTime.ToJapan(progress.RetrievedAt).Date;
            return hasCeased
                ? new CaseStanding { State = CaseState.Ceased, Since = progress.DisappearanceDate ?? progress.ExpireDate, IsOver = true }
                : new CaseStanding { State = CaseState.Registered, Since = progress.RegistrationDate };
        }

        CaseState state = progress.PublicationDate != null ? CaseState.Published : CaseState.Filed;
        DateTime? since = progress.PublicationDate ?? progress.FilingDate;
        DocumentEntry? reason = null;
        foreach (DocumentEntry document in progress.Documents)
        {
            CaseState? milestone = document.DocumentCode switch
            {
                "A621" => CaseState.ExaminationRequested,
                "A131" => CaseState.RefusalNotified,
                "A02" => CaseState.Refused,
                "A01" => CaseState.Granted,
                _ => null,
            };
            if (milestone is { } reached && (reason == null || document.LegalDate >= reason.LegalDate))
            {
                state = reached;
                reason = document;
                since = document.LegalDate;
            }
        }

        return new CaseStanding
        {
            State = state,
            Since = since,
            Reason = reason == null ? null : $"{reason.DocumentCode} {reason.DocumentDescription}".TrimEnd(),
            IsPending = true,
        };
    }
}
