using System;
using System.Collections.Generic;
using JpoPatent.Answers;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>A document cited in a dossier: API 4-4 <c>global_cite_class</c>.</summary>
public sealed class OpdCitation : JpoAnswer
{
    /// <summary>
    /// A Japanese application number as people write it, e.g. <c>特願2020-123456</c>; one of another country as in
    /// <see cref="ApplicationNumber"/>.
    /// </summary>
    public string? DisplayNumber => DisplayNumbers.OfDocdb(ApplicationNumber);

    /// <summary><see cref="JpoLaw.Patent"/>: the dossiers are those of patents.</summary>
    public JpoLaw Law => JpoLaw.Patent;

    /// <summary>The application whose dossier it is, in DOCDB form: the one that was asked for.</summary>
    public required string ApplicationNumber { get; init; }

    /// <summary>The numbers of the case in which the document is cited (<c>reference</c>).</summary>
    public required IReadOnlyList<OpdNumber> References { get; init => field = JpoList<OpdNumber>.Of(value); }

    /// <summary>Patent document (<c>patent-literature</c>) or other (<c>non-patent-literature</c>).</summary>
    public required CitationKind Kind { get; init; }

    /// <summary>Day on which the document that cites was drafted (<c>draft-date</c>).</summary>
    public required DateTime? DraftDate { get; init; }

    /// <summary>What cites it (<c>cited-in</c>).</summary>
    public required string? CitedIn { get; init; }

    /// <summary>
    /// Number of the patent document (<c>publication-number</c>): of several forms the DOCDB one, else the first.
    /// </summary>
    public required string? Number { get; init; }

    /// <summary>The form that <see cref="Number"/> is written in, in the service's words (<c>format</c>).</summary>
    public required string? Format { get; init; }

    /// <summary>Every form of the number that the service sends.</summary>
    public required IReadOnlyList<OpdCitedNumber> Numbers { get; init => field = JpoList<OpdCitedNumber>.Of(value); }

    /// <summary>The other document in words (<c>text</c>).</summary>
    public required string? Text { get; init; }

    /// <summary>Number or text.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => Number ?? Text ?? string.Empty;
}
