namespace JpoPatent.Retries;

/// <summary>What came of all tries together.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Answer">The last answer.</param>
/// <param name="Attempts">The number of tries.</param>
/// <param name="GivenUp">A sentence that says why the call goes no further, empty where its time had nothing to do
/// with it.</param>
internal sealed record TriesMade<T>(T Answer, int Attempts, string GivenUp);
