namespace JpoPatent.Retries;

/// <summary>What came of all tries together.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Answer">The last answer.</param>
/// <param name="Attempts">The number of tries.</param>
/// <param name="GivenUp">Where the call's time ended the tries: a sentence that says so. Otherwise empty.</param>
internal sealed record TriesMade<T>(T Answer, int Attempts, string GivenUp);
