using System;

namespace JpoPatent;

/// <summary>How one call is to be made.</summary>
public sealed class JpoCallOptions
{
    /// <summary>Nothing special: the cache may answer, and no listener is told.</summary>
    public static JpoCallOptions Default { get; } = new();

    /// <summary>Fetch anew although the cache has an answer; the new answer replaces the old.</summary>
    public bool NoCache { get; init; }

    /// <summary>Told what the client does, from any thread; null without a listener.</summary>
    public IProgress<JpoActivity>? Activity { get; init; }

    /// <summary>
    /// Whether answers from the cache are worth a word to <see cref="Activity"/>. If it would not be read, the sentence
    /// is not made: of the 35 µs of a cached answer in a shell it was 5.
    /// </summary>
    internal bool TellsCacheHits { get; init; } = true;

    /// <summary>
    /// Whether the caller has its answer while that is written to the cache. The caller sees to it that the writing
    /// has ended before the process does: <see cref="JpoClient.EndWritesAsync"/>.
    /// </summary>
    internal bool IsCachedBehind { get; init; }

    /// <summary>The same for a call that the cache may answer.</summary>
    internal JpoCallOptions Cached =>
        new() { Activity = Activity, TellsCacheHits = TellsCacheHits, IsCachedBehind = IsCachedBehind };
}
