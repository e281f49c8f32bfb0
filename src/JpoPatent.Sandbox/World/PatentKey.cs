namespace JpoPatent.Sandbox.World;

/// <summary>An application's place in the world: the space of its number, and the index in it.</summary>
internal readonly struct PatentKey(bool national, long index)
{
    /// <summary>In the space of national phases rather than in that of direct filings.</summary>
    public bool National { get; } = national;

    public long Index { get; } = index;
}
