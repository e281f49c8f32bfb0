using System.Collections.Generic;

namespace JpoPatent.Sandbox.World;

/// <summary>A sign and what it is meant for.</summary>
internal sealed class TrademarkSubject(
    string display, IReadOnlyList<string> readings, IReadOnlyList<string> vienna, IReadOnlyList<GoodsClass> goods)
{
    /// <summary>The sign in full-width text.</summary>
    public string Display { get; } = display;

    /// <summary>How the sign may be read aloud, in katakana.</summary>
    public IReadOnlyList<string> Readings { get; } = readings;

    /// <summary>Vienna classes of the figures in it; empty for a sign of letters only.</summary>
    public IReadOnlyList<string> Vienna { get; } = vienna;

    public IReadOnlyList<GoodsClass> Goods { get; } = goods;
}
