namespace JpoPatent;

/// <summary>What an API sends when it succeeds. Errors of every kind can come as JSON.</summary>
public enum ApiAnswer : long
{
    /// <summary>The domestic JSON envelope.</summary>
    Json,

    /// <summary>OPD's XML.</summary>
    Xml,

    /// <summary>A zip of documents, which carries no counter.</summary>
    Zip,

    /// <summary>A PDF file, which carries no counter.</summary>
    Pdf,
}
