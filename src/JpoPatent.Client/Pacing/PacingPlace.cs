namespace JpoPatent.Pacing;

/// <summary>A call's place in the minute, in the connection's own count and in the one that all share; null where there is none.</summary>
internal readonly record struct PacingPlace(string? Own, string? Shared);
