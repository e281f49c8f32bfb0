namespace JpoPatent;

/// <summary>Why the service could not answer.</summary>
public enum JpoServiceProblem
{
    /// <summary>Too many calls at once (303, HTTP 429).</summary>
    Busy,

    /// <summary>The service ran out of time (302).</summary>
    Timeout,

    /// <summary>
    /// An unexpected error (999, HTTP 5xx), or a page for people in place of an answer, as during maintenance.
    /// </summary>
    Error,
}
