namespace JpoPatent.Http;

/// <summary>How a request came to nothing on the wire.</summary>
internal enum WireFailure
{
    /// <summary>No connection, or none that lasted until the answer began.</summary>
    Unreachable,

    /// <summary>Nothing, or not everything, came in the time allowed.</summary>
    TimedOut,

    /// <summary>The connection broke within the answer.</summary>
    CutOff,
}
