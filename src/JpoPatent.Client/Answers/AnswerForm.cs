namespace JpoPatent.Answers;

/// <summary>What a body turned out to be, read from its first bytes: content types are not to be relied on.</summary>
internal enum AnswerForm
{
    /// <summary>No body at all.</summary>
    Empty,

    /// <summary>A whole domestic JSON envelope.</summary>
    Json,

    /// <summary>OPD's XML.</summary>
    Xml,

    /// <summary>A zip.</summary>
    Zip,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>A page for people, as gateways send it.</summary>
    Html,

    /// <summary>Something else, a cut-off envelope among it.</summary>
    Unknown,
}
