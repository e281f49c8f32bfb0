namespace JpoPatent.State;

/// <summary>How a record came to the caller that changes it.</summary>
/// <param name="IsAlone">Whether the store that all share cannot be had,
/// so that others do not see this change for now.</param>
/// <param name="Share">Of what the shared record left, one part in so many may be spent while alone; 0 where the
/// others of this machine still see each other.</param>
/// <param name="Shared">The record as it was last seen in the shared store.</param>
internal readonly record struct RecordFacts(bool IsAlone, int Share, string Shared);
