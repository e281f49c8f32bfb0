namespace JpoPatent;

/// <summary>What kind of difference there is between two states of a list.</summary>
public enum JpoCaseChangeKind : long
{
    /// <summary>The case is in the list and was not before.</summary>
    New,

    /// <summary>The case was in the list and is no longer.</summary>
    Gone,

    /// <summary>A property has another value.</summary>
    Changed,

    /// <summary>There is a new document on file.</summary>
    Document,
}
