using System;

namespace JpoPatent.Sandbox.World;

/// <summary>A document that an examiner cited: a publication, or a paper.</summary>
internal sealed class Citation(
    CaseDocument citedIn, int order, PatentPublication? publication, Paper? paper, string kind)
{
    /// <summary>Cited in a notice of reasons for refusal.</summary>
    public const string InNotice = "19";

    /// <summary>Cited in a decision to grant.</summary>
    public const string InDecision = "31";

    /// <summary>Found in the search, and not relied on.</summary>
    public const string InSearch = "89";

    /// <summary>The document that cites it.</summary>
    public CaseDocument CitedIn { get; } = citedIn;

    /// <summary>The place in that document's list, from 1.</summary>
    public int Order { get; } = order;

    /// <summary>Null for a paper.</summary>
    public PatentPublication? Publication { get; } = publication;

    /// <summary>Null for a publication of a patent application.</summary>
    public Paper? Paper { get; } = paper;

    /// <summary>Code of table 07010.</summary>
    public string Kind { get; } = kind;

    public DateTime Drafted => CitedIn.Drafted;
}
