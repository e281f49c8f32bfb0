namespace JpoPatent.Pacing;

/// <summary>What somebody does who stands in the minute's record.</summary>
internal enum PacingKind
{
    /// <summary>Waits for a place. Who waits longest comes next.</summary>
    Waiting,

    /// <summary>Was let through, and the call has not ended: when the service saw it is not known yet.</summary>
    Calling,

    /// <summary>Has called. The service saw the call no later than this.</summary>
    Called,
}
