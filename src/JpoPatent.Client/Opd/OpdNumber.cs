using System;

namespace JpoPatent;

/// <summary>A number in a dossier with its day.</summary>
public sealed class OpdNumber
{
    /// <summary>Application, publication or registration: the element that the number stood in.</summary>
    public required JpoNumberKind Kind { get; init; }

    /// <summary>The number in DOCDB form, e.g. <c>JP.6249966.B2</c> (<c>document-number</c>).</summary>
    public required string? Number { get; init; }

    /// <summary>Its day (<c>date</c>); null where the service sends none.</summary>
    public required DateTime? Date { get; init; }

    /// <summary>The number.</summary>
    /// <returns><see cref="Number"/>.</returns>
    public override string ToString() => Number ?? string.Empty;
}
