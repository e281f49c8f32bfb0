namespace JpoPatent.Tests.Faults;

/// <summary>The kinds of calls, by what comes back.</summary>
public enum CallKind
{
    /// <summary>A login.</summary>
    Token,

    /// <summary>1-1, the domestic envelope.</summary>
    Json,

    /// <summary>4-1, the OPD's XML.</summary>
    Xml,

    /// <summary>1-10, a bundle of documents without a counter.</summary>
    Zip,

    /// <summary>4-5, a document of a dossier without a counter.</summary>
    Pdf,

    /// <summary>1-9, whose bundle is too large to be sent: an address without a token, which comes in its place.</summary>
    Bundle,
}
