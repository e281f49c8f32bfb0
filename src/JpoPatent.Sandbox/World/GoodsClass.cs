namespace JpoPatent.Sandbox.World;

/// <summary>Goods or services of one class.</summary>
internal sealed class GoodsClass(string number, string names, string similarCodes)
{
    /// <summary>Two digits.</summary>
    public string Number { get; } = number;

    /// <summary>What the sign is to be used for, separated by full-width commas.</summary>
    public string Names { get; } = names;

    /// <summary>Codes of similar groups, separated by blanks.</summary>
    public string SimilarCodes { get; } = similarCodes;
}
