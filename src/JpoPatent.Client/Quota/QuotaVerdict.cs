namespace JpoPatent.Quota;

/// <summary>What the book says to somebody who wants to spend an access.</summary>
internal enum QuotaVerdict
{
    /// <summary>Booked: the call may go out.</summary>
    Booked,

    /// <summary>Among the last accesses of the day while calls are out elsewhere: ask again in a moment.</summary>
    Wait,

    /// <summary>Nothing is left today.</summary>
    Exhausted,

    /// <summary>
    /// The store that all machines share cannot be had, and the part that may be spent meanwhile is spent.
    /// </summary>
    Unshared,
}
