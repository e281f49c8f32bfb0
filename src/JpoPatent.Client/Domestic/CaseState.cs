namespace JpoPatent;

/// <summary>
/// Where a case stands, as far as its dates and documents say so with certainty. A reading aid for tables and filters; the documents tell the rest.
/// </summary>
public enum CaseState
{
    /// <summary>Filed; nothing that is listed below has happened yet.</summary>
    Filed,

    /// <summary>Published, and examination not yet requested (patents).</summary>
    Published,

    /// <summary>Examination was requested (document A621).</summary>
    ExaminationRequested,

    /// <summary>The latest word of the examiner is a notice of reasons for refusal (A131).</summary>
    RefusalNotified,

    /// <summary>The latest word of the examiner is a decision of refusal (A02).</summary>
    Refused,

    /// <summary>The latest word of the examiner is a decision to grant or to register (A01), and the right is not registered yet.</summary>
    Granted,

    /// <summary>Registered, and in force as far as JPO's data go.</summary>
    Registered,

    /// <summary>The right was registered and has ended: its term is over, its annuity was not paid, or it was given up or invalidated.</summary>
    Ceased,
}
