namespace JpoPatent;

/// <summary>The event from which a period runs.</summary>
public enum PeriodStart : long
{
    /// <summary>The day on which the office dispatched the document (発送の日).</summary>
    Dispatch,

    /// <summary>
    /// The day on which the document was served or received (送達があった日, 受領の日). It is never before the dispatch,
    /// and no answer of the service states it.
    /// </summary>
    Service,
}
