using System;
using System.Collections.Generic;

namespace JpoPatent;

/// <summary>What a night's work came to.</summary>
public sealed class JpoWatchNight
{
    internal JpoWatchNight()
    {
    }

    /// <summary>The day in Japan.</summary>
    public DateTime Night { get; internal init; }

    /// <summary>Cases on the list.</summary>
    public int Cases { get; internal init; }

    /// <summary>Cases that were looked at in this run.</summary>
    public int LookedAt { get; internal init; }

    /// <summary>Changes that were found.</summary>
    public int Changes { get; internal init; }

    /// <summary>Those on which a right hangs.</summary>
    public int Critical { get; internal init; }

    /// <summary>Cases that were not looked at in this night.</summary>
    public int NotLookedAt { get; internal init; }

    /// <summary>Cases that were never looked at.</summary>
    public int NeverLookedAt { get; internal init; }

    /// <summary>
    /// The most nights that a case has waited for a look by the end of the night. Cases that are over do not count.
    /// </summary>
    public int LongestWait { get; internal init; }

    /// <summary>Why the work ended.</summary>
    public JpoWatchEndReason EndedBecause { get; internal init; }

    /// <summary>The number of the last change of the watch: what <c>Get-JpoWatchChange -After</c> takes.</summary>
    public long LastSequence { get; internal init; }

    /// <summary>Whether the sandbox answered.</summary>
    public bool IsSandbox { get; internal init; }

    /// <summary>The word of another version that this one does not know.</summary>
    internal string? EndedWord { get; init; }

    /// <summary>Fields of another version, as JSON, to be kept.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Unknown { get; init; } = [];

    /// <summary>Night and figures.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Night:yyyy-MM-dd}: {LookedAt}/{Cases}, {Changes}");
}
