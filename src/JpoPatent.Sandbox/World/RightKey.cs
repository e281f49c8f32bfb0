namespace JpoPatent.Sandbox.World;

/// <summary>The place of a design or trademark application in the world.</summary>
internal readonly struct RightKey(bool hague, long index)
{
    /// <summary>In the space of Hague designs rather than in that of direct filings.</summary>
    public bool Hague { get; } = hague;

    public long Index { get; } = index;
}
