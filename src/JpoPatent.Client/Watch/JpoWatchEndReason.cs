namespace JpoPatent;

/// <summary>Why a night's work ended.</summary>
public enum JpoWatchEndReason : long
{
    /// <summary>All that was to be looked at was.</summary>
    Done,

    /// <summary>A daily limit, or what -QuotaReserve leaves to others.</summary>
    Limit,

    /// <summary>The time of -Until or -For.</summary>
    Until,

    /// <summary>The number of -MaxLooks.</summary>
    MaxLooks,

    /// <summary>The service did not answer several times in a row.</summary>
    ServiceDown,

    /// <summary>The day turned in Japan: the next night went on with new limits.</summary>
    Midnight,

    /// <summary>The user stopped it.</summary>
    Stopped,
}
