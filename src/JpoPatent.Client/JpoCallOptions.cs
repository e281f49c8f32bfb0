using System;

namespace JpoPatent;

/// <summary>How one call is to be made.</summary>
public sealed class JpoCallOptions
{
    /// <summary>Nothing special: the cache may answer, nobody is told anything.</summary>
    public static JpoCallOptions Default { get; } = new();

    /// <summary>Fetch anew although the cache has an answer; the new answer replaces the old.</summary>
    public bool NoCache { get; init; }

    /// <summary>Told what the client does, from any thread; null where nobody listens.</summary>
    public IProgress<JpoActivity>? Activity { get; init; }
}
