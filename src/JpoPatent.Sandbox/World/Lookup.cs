namespace JpoPatent.Sandbox.World;

/// <summary>What a number leads to.</summary>
internal enum Lookup
{
    Found,

    /// <summary>Nothing of that number, or nothing yet: code 107.</summary>
    NoData,

    /// <summary>Filed before the days that the service covers: code 111.</summary>
    NotCovered,
}
