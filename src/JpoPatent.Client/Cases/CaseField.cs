namespace JpoPatent.Cases;

/// <summary>What the module says of a case in a row of a list, in the order in which it stands there.</summary>
internal enum CaseField
{
    Number,
    Law,
    Title,
    State,
    StateSince,
    Applicants,
    LatestDate,
    LatestDocument,
    LatestMailed,
    LatestMailedDate,
    DueDate,
    DueKind,
    RegistrationNumber,
    NextAnnuity,
    ExpireDate,
    RetrievedAt,
    IsSandbox,
    Problem,
    ProblemId,
}
