namespace JpoPatent;

/// <summary>A symbol of an office's own classification (<c>original</c>).</summary>
public sealed class OpdOriginalClassification
{
    /// <summary>The classification, in the service's words (<c>scheme</c>).</summary>
    public required string? Scheme { get; init; }

    /// <summary>The symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Scheme and symbol.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Scheme} {Symbol}".TrimStart();
}
