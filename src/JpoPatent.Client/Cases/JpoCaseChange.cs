namespace JpoPatent;

/// <summary>A difference between two states of a list of cases.</summary>
public sealed class JpoCaseChange
{
    internal JpoCaseChange(
        string? number, JpoLaw? law, JpoCaseChangeKind kind, string? property, string? before, string? after)
    {
        Number = number;
        Law = law;
        Kind = kind;
        Property = property;
        Before = before;
        After = after;
    }

    /// <summary>The number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    public string? Number { get; }

    /// <summary>The law of the case.</summary>
    public JpoLaw? Law { get; }

    /// <summary>What kind of difference it is.</summary>
    public JpoCaseChangeKind Kind { get; }

    /// <summary>The property that differs, e.g. <c>State</c>; null for cases that are new or gone.</summary>
    public string? Property { get; }

    /// <summary>
    /// The value before, as text, days as yyyy-MM-dd; null where there was none. Of a document, its day and its name.
    /// </summary>
    public string? Before { get; }

    /// <summary>The value now, in the same form.</summary>
    public string? After { get; }

    /// <summary>Number, property and values.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        Property == null ? $"{Number}: {Kind}" : $"{Number}: {Property} {Before} -> {After}";
}
