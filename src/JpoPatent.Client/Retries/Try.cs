using System;

namespace JpoPatent.Retries;

/// <summary>What came of one try, and whether asking again may help.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Answer">What came.</param>
/// <param name="Reason">Why asking again may help, in a few words; null where it cannot.</param>
/// <remarks>A class: tasks of a struct are compiled anew in each process, which its first call would wait for.</remarks>
internal sealed record Try<T>(T Answer, string? Reason)
{
    /// <summary>Whether the other side has too much to do.</summary>
    internal bool IsBusy { get; init; }

    /// <summary>How long the other side asks us to wait.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether the next try follows at once and without a word: the caller has mended what was wrong.
    /// </summary>
    internal bool IsMended { get; init; }
}
