namespace JpoPatent;

/// <summary>
/// A row of a list with what JPO says of its case. All it shows are the properties that <c>Get-JpoCase</c> adds to it,
/// so that the user's own columns stand first, in their order, in every format: the user's columns, then Number, Law,
/// Title, State, StateSince, Applicants, LatestDate, LatestDocument, LatestMailed, LatestMailedDate, DueDate, DueKind,
/// RegistrationNumber, NextAnnuity, ExpireDate, RetrievedAt, IsSandbox, Problem, ProblemId.
/// </summary>
public sealed class JpoCase
{
    private readonly string _text;

    internal JpoCase(string text, Deadlines.CaseAnswer? answer)
    {
        _text = text;
        CaseAnswer = answer;
    }

    /// <summary>The answers behind the row; null where it was not asked for in this session.</summary>
    internal Deadlines.CaseAnswer? CaseAnswer { get; }

    /// <summary>The number as people write it, which tells the law.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => _text;
}
