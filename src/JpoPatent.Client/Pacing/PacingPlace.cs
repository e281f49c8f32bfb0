namespace JpoPatent.Pacing;

/// <summary>
/// A call's slot in the minute, in the connection's own count and in the one that all share; null if absent.
/// </summary>
internal readonly record struct PacingPlace(string? Own, string? Shared);
