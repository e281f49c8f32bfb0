namespace JpoPatent;

/// <summary>How a document is saved.</summary>
public enum DocumentFormat : long
{
    /// <summary>The document's own files as they came, pictures beside.</summary>
    Original,

    /// <summary>The text, UTF-8.</summary>
    Text,

    /// <summary>One page of HTML with its pictures inside.</summary>
    Html,

    /// <summary>The bundle as it came.</summary>
    Zip,
}
