namespace JpoPatent.Domestic;

/// <summary>What a document does to the case in whose file it stands.</summary>
internal enum DocumentRole
{
    /// <summary>Nothing that changes where the case stands, or nothing that is certain.</summary>
    None,

    /// <summary>Examination is requested, by the applicant or by another.</summary>
    Request,

    /// <summary>Reasons for refusal are notified, by the examiner, on appeal, or to the International Bureau.</summary>
    Notice,

    /// <summary>An opinion, or an amendment of the contents.</summary>
    Answer,

    /// <summary>An amendment is dismissed (補正の却下). The answer that it came with has been given all the same.</summary>
    AmendmentDismissed,

    /// <summary>A decision to grant or to register, by the examiner.</summary>
    Grant,

    /// <summary>A decision of refusal, by the examiner.</summary>
    Refusal,

    /// <summary>An appeal to the board; of a registered right, a trial.</summary>
    Appeal,

    /// <summary>The board decides on an appeal, in a way that the name does not tell.</summary>
    AppealDecided,

    /// <summary>The board decides for the applicant: the refusal is set aside, the application to be granted.</summary>
    AppealAllowed,

    /// <summary>The board decides against the applicant, or dismisses the appeal.</summary>
    AppealDismissed,

    /// <summary>The board remits the case to the examiner.</summary>
    AppealRemitted,

    /// <summary>The appeal is withdrawn.</summary>
    AppealWithdrawn,

    /// <summary>A suit against the board's decision.</summary>
    Suit,

    /// <summary>The court sets the board's decision aside.</summary>
    SuitWon,

    /// <summary>The court upholds the board's decision.</summary>
    SuitLost,

    /// <summary>The first fees are paid.</summary>
    Payment,

    /// <summary>The office dismisses the application itself.</summary>
    ApplicationDismissed,

    /// <summary>The office dismisses a procedure of the case, without the list saying which.</summary>
    ProcedureDismissed,

    /// <summary>The application may have ended with another that took its place.</summary>
    Replaced,

    /// <summary>The applicant withdraws the application.</summary>
    Withdrawal,

    /// <summary>The applicant abandons the application.</summary>
    Abandonment,

    /// <summary>Opposition against a right.</summary>
    Opposition,

    /// <summary>An opposition is withdrawn as a whole.</summary>
    OppositionWithdrawn,

    /// <summary>The oppositions are decided, in a way that the name does not tell.</summary>
    OppositionDecided,

    /// <summary>The right is revoked in an opposition, or declared invalid or cancelled in a trial.</summary>
    Revocation,
}
