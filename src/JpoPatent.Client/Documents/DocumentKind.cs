namespace JpoPatent;

/// <summary>Which of a case's documents are meant: there is an API for each.</summary>
public enum DocumentKind : long
{
    /// <summary>Notices of reasons for refusal (1-10, 2-9, 3-9).</summary>
    Refusal,

    /// <summary>What JPO mailed: notices of reasons for refusal, decisions, and the like (1-9, 2-8, 3-8).</summary>
    Mailed,

    /// <summary>What the applicant filed: opinions and amendments (1-8, 2-7, 3-7).</summary>
    Application,
}
