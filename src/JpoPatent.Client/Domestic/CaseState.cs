namespace JpoPatent;

/// <summary>
/// Where a case stands, as far as its whole file and the register say so with certainty.
/// A reading aid for tables and filters; the documents tell the rest.
/// </summary>
public enum CaseState : long
{
    /// <summary>Filed; nothing that is listed below has happened yet, as far as the file says.</summary>
    Filed,

    /// <summary>Published, and examination not yet requested (patents).</summary>
    Published,

    /// <summary>Examination was requested, by the applicant or by another (patents).</summary>
    ExaminationRequested,

    /// <summary>
    /// The examiner, or the board of appeal, has notified reasons for refusal, and no answer is on file.
    /// </summary>
    RefusalNotified,

    /// <summary>An opinion or an amendment was filed after the latest notice of reasons for refusal.</summary>
    Answered,

    /// <summary>
    /// A decision to grant or to register was made, by the examiner or on appeal, and the right is not registered yet.
    /// </summary>
    Granted,

    /// <summary>Registered, and in force as far as JPO's data go.</summary>
    Registered,

    /// <summary>
    /// A decision of refusal was made, and stands as far as the file says.
    /// Whether it is final is said by <see cref="CaseProgress.IsOver"/>.
    /// </summary>
    Refused,

    /// <summary>An appeal against the refusal is pending.</summary>
    AppealPending,

    /// <summary>Registered, and an opposition is pending.</summary>
    OppositionPending,

    /// <summary>The applicant withdrew the application.</summary>
    Withdrawn,

    /// <summary>The applicant or the holder of the right gave it up.</summary>
    Abandoned,

    /// <summary>The application is deemed withdrawn, because examination was not requested in time (patents).</summary>
    DeemedWithdrawn,

    /// <summary>
    /// The office dismissed the application or its procedure (却下), as it does when the fee of a grant is not paid.
    /// </summary>
    Dismissed,

    /// <summary>The right ended because a fee was not paid.</summary>
    Lapsed,

    /// <summary>The term of the right is over.</summary>
    Expired,

    /// <summary>The right was revoked in an opposition, or declared invalid or cancelled in a trial.</summary>
    Invalidated,

    /// <summary>The right has ended, for a reason that the data do not tell.</summary>
    Ceased,

    /// <summary>The file and the register do not say for certain.</summary>
    Unknown,
}
