using System.Collections.Generic;
using JpoPatent.Answers;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>The classifications of an application: API 4-4 <c>global_cite_class</c>.</summary>
public sealed class OpdClassification : JpoAnswer
{
    /// <summary>
    /// A Japanese application number as people write it, e.g. <c>特願2020-123456</c>; one of another country as in
    /// <see cref="ApplicationNumber"/>.
    /// </summary>
    public string? DisplayNumber => DisplayNumbers.OfDocdb(ApplicationNumber);

    /// <summary><see cref="JpoLaw.Patent"/>: the dossiers are those of patents.</summary>
    public JpoLaw Law => JpoLaw.Patent;

    /// <summary>The application, in DOCDB form: the one that was asked for.</summary>
    public required string ApplicationNumber { get; init; }

    /// <summary>The numbers of the case (<c>reference</c>).</summary>
    public required IReadOnlyList<OpdNumber> References { get; init => field = JpoList<OpdNumber>.Of(value); }

    /// <summary>Symbols of the International Patent Classification (<c>ipc</c>).</summary>
    public required IReadOnlyList<string> Ipcs { get; init => field = JpoList<string>.Of(value); }

    /// <summary>Symbols of the office's own classifications (<c>original</c>).</summary>
    public required IReadOnlyList<OpdOriginalClassification> Originals
    {
        get;
        init => field = JpoList<OpdOriginalClassification>.Of(value);
    }

    /// <summary>The symbols of the International Patent Classification.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => string.Join(", ", Ipcs);
}
