namespace JpoPatent.Sandbox.World;

/// <summary>
/// What a number's residue by 60 says about its case: whether it is granted and when, and how it is related to others.
/// The rest of a case's life is drawn from its <see cref="Dice"/>; what stands here is what other numbers must be able
/// to lead back to.
/// </summary>
internal sealed class CaseClass
{
    public CaseClass(int residue, CaseRole role)
    {
        Residue = residue;
        Role = role;
    }

    public int Residue { get; }

    public CaseRole Role { get; }

    /// <summary>
    /// Half months from filing (entry into Japan for PCT cases) to registration; 0: never registered.
    /// </summary>
    public int GrantAfter { get; init; }

    /// <summary>
    /// The place among the granted classes of the space, from 0: the lane in the book of registrations.
    /// </summary>
    public int Lane { get; set; }

    /// <summary>Half months from filing to a decision of refusal that others rely on; 0: the dice decide.</summary>
    public int RefusedAfter { get; init; }

    /// <summary>
    /// The class that this one's cases come from: the parent's, or the earlier application's
    /// for a domestic priority; else null.
    /// </summary>
    public CaseClass? Origin { get; init; }

    /// <summary>Half months from the origin's filing to this one's.</summary>
    public int AfterOrigin { get; init; }

    /// <summary>
    /// For PCT classes the receiving office, for Paris priorities the country of the first filing; else empty.
    /// </summary>
    public string Office { get; init; } = "";

    /// <summary>For PCT classes: whether an earlier application's priority is claimed.</summary>
    public bool ClaimsPriority { get; init; }

    /// <summary>Where the first filing was made: two letters.</summary>
    public string Home => Office.Length == 0 ? "JP" : Office == "IB" ? "US" : Office;

    /// <summary>The place in the line of descent: 0, or the parent's plus 1.</summary>
    public int Generation => Role == CaseRole.Divisional && Origin is not null ? Origin.Generation + 1 : 0;
}
