using System;
using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>What every object from the service has.</summary>
public abstract class JpoAnswer
{
    /// <summary>When the service gave the answer, by its own clock, in Japan's time.</summary>
    [JsonIgnore]
    public DateTimeOffset RetrievedAt { get; internal set; }

    /// <summary>Whether the answer came from the cache and cost no access.</summary>
    [JsonIgnore]
    public bool FromCache { get; internal set; }

    /// <summary>Whether the built-in sandbox gave the answer: the case is made up.</summary>
    [JsonIgnore]
    public bool IsSandbox { get; internal set; }

    /// <summary>This came with another answer.</summary>
    internal void StampAs(JpoAnswer answer) => Stamp(answer.RetrievedAt, answer.FromCache, answer.IsSandbox);

    internal virtual void Stamp(DateTimeOffset retrievedAt, bool fromCache, bool isSandbox)
    {
        RetrievedAt = retrievedAt;
        FromCache = fromCache;
        IsSandbox = isSandbox;
    }
}
