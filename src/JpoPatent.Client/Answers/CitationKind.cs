namespace JpoPatent;

/// <summary>What kind of document is cited.</summary>
public enum CitationKind : long
{
    /// <summary>A patent document.</summary>
    Patent,

    /// <summary>Any other document: a paper, a book, a page.</summary>
    NonPatent,
}
