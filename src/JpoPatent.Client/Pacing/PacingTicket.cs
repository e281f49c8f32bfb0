namespace JpoPatent;

/// <summary>A place in the minute.</summary>
/// <param name="Place">The moment for which the call is let through, by the row's own count of milliseconds.</param>
/// <param name="Wait">How long after <paramref name="TakenAt"/> that is, in milliseconds.</param>
/// <param name="TakenAt">When the place was taken.</param>
internal readonly record struct PacingTicket(long Place, long Wait, PacingInstant TakenAt)
{
    /// <summary>Milliseconds until the place comes; negative by how long it is past.</summary>
    internal long Left(PacingInstant now) => Wait - now.Since(TakenAt);
}
