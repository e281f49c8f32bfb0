namespace JpoPatent.Planning;

/// <summary>
/// The stage of life of a watched case: what is likely to happen next, and how soon,
/// depends on it and on the time spent in it.
/// </summary>
internal enum WatchStage : byte
{
    /// <summary>No look has been made yet; counted from filing.</summary>
    NeverSeen,

    /// <summary>The service does not show it yet (107); counted from filing.</summary>
    Unpublished,

    /// <summary>Published, examination not requested; counted from filing, as the time for the request is.</summary>
    Published,

    /// <summary>
    /// Waits for the examiner's first word; counted from the request (from filing where the law knows no request).
    /// </summary>
    Requested,

    /// <summary>A notice waits for its answer; counted from the notice.</summary>
    Notified,

    /// <summary>Answered, waits for the examiner; counted from the answer.</summary>
    Responded,

    /// <summary>Refused, open to appeal; counted from the decision.</summary>
    Refused,

    /// <summary>Before the board of appeal; counted from the demand.</summary>
    Appealed,

    /// <summary>The registration fee is due; counted from the decision to grant.</summary>
    Granted,

    /// <summary>Paid, not registered yet; counted from the payment.</summary>
    Paid,

    /// <summary>
    /// Registered, no annuity paid yet beyond those paid with the registration; counted from registration.
    /// </summary>
    Registered,

    /// <summary>Registered and kept by annuities; counted from the anniversary up to which it is paid.</summary>
    Kept,

    /// <summary>Over; counted from its end.</summary>
    Over,
}
