namespace JpoPatent.Caching;

/// <summary>
/// Where the data stand in a JSON answer that had what was asked for (status 100):
/// kept so that a cached answer is read once, for its data.
/// </summary>
/// <param name="Start">Where they begin in the body.</param>
/// <param name="Length">How many bytes they have.</param>
internal readonly record struct CachedData(int Start, int Length);
