namespace JpoPatent;

/// <summary>The number of a cited patent document in one of its forms (<c>publication-number</c>).</summary>
public sealed class OpdCitedNumber
{
    /// <summary>The number (<c>document-number</c>).</summary>
    public required string? Number { get; init; }

    /// <summary>The form that it is written in, in the service's words (<c>format</c>).</summary>
    public required string? Format { get; init; }

    /// <summary>The number.</summary>
    /// <returns><see cref="Number"/>.</returns>
    public override string ToString() => Number ?? string.Empty;
}
