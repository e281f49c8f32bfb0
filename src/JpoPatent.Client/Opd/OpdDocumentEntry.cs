using System;
using System.Collections.Generic;
using JpoPatent.Answers;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>A document of a dossier: API 4-3 <c>global_doc_list</c>.</summary>
public sealed class OpdDocumentEntry : JpoAnswer
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

    /// <summary>
    /// Id of the document, for <c>Get-JpoOpdDocument</c> (<c>id</c> of <c>original</c>,
    /// or of <c>translated</c> where only that came).
    /// </summary>
    public required string? DocumentId { get; init; }

    /// <summary>Id of the translation (<c>id</c> of <c>translated</c>); null if absent.</summary>
    public required string? TranslatedDocumentId { get; init; }

    /// <summary>The group that the service puts the document in (<c>group</c>).</summary>
    public required string? Group { get; init; }

    /// <summary>Day of receipt, dispatch or drafting (<c>legal-date</c>).</summary>
    public required DateTime? LegalDate { get; init; }

    /// <summary>
    /// Name of the document in the language of the office (<c>original</c>, <c>document-description</c>).
    /// </summary>
    public required string? Description { get; init; }

    /// <summary>Name of the document, translated (<c>translated</c>, <c>document-description</c>).</summary>
    public required string? TranslatedDescription { get; init; }

    /// <summary>
    /// Title of the invention in the language of the office (<c>original</c>, <c>invention-title</c>).
    /// </summary>
    public required string? InventionTitle { get; init; }

    /// <summary>Title of the invention, translated (<c>translated</c>, <c>invention-title</c>).</summary>
    public required string? TranslatedInventionTitle { get; init; }

    /// <summary>The applicants as the office writes them (<c>original</c>, <c>applicant</c>).</summary>
    public required IReadOnlyList<string> Applicants { get; init => field = JpoList<string>.Of(value); }

    /// <summary>The applicants, translated (<c>translated</c>, <c>applicant</c>).</summary>
    public required IReadOnlyList<string> TranslatedApplicants { get; init => field = JpoList<string>.Of(value); }

    /// <summary>Date and name.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{LegalDate:yyyy-MM-dd} {Description ?? TranslatedDescription ?? DocumentId}");
}
