namespace JpoPatent.Numbers;

/// <summary>
/// What stands beside a number: ten digits are the same in all laws, so what came along decides whose they are.
/// </summary>
internal readonly record struct NumberTold
{
    /// <summary>The law as it is written beside the number; null where nothing is.</summary>
    public string? Law { get; init; }

    /// <summary>Country or office as it is written beside the number; null where nothing is.</summary>
    public string? Country { get; init; }

    /// <summary>The kind that the column says.</summary>
    public JpoNumberKind? Kind { get; init; }
}
