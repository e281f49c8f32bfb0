using System;
using System.Collections.Generic;
using JpoPatent.Answers;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>
/// An application of a patent family with what came of it: APIs 4-1 <c>family</c> and 4-2 <c>family_list</c>.
/// </summary>
public sealed class OpdFamilyMember : JpoAnswer
{
    /// <summary>
    /// A Japanese application number as people write it, e.g. <c>特願2020-123456</c>; one of another country as in
    /// <see cref="ApplicationNumber"/>.
    /// </summary>
    public string? DisplayNumber => DisplayNumbers.OfDocdb(ApplicationNumber);

    /// <summary>The number that was asked for, whose family this is.</summary>
    public required string FamilyOf { get; init; }

    /// <summary>
    /// The service's id of the entry (<c>id</c> of <c>family-list</c>); null from <c>family</c>, which has none.
    /// </summary>
    public required string? Id { get; init; }

    /// <summary>
    /// The group that the service puts the entry's family in (<c>group</c> of <c>family</c>);
    /// null from <c>family_list</c>, which has none.
    /// </summary>
    public required string? Group { get; init; }

    /// <summary>
    /// Country or office, two letters (<c>country</c>, or the beginning of the numbers where that is not sent).
    /// </summary>
    public required string? Country { get; init; }

    /// <summary><see cref="JpoLaw.Patent"/>: the dossiers are those of patents.</summary>
    public JpoLaw Law => JpoLaw.Patent;

    /// <summary>Application number in DOCDB form (<c>application-number</c>).</summary>
    public required string? ApplicationNumber { get; init; }

    /// <summary>Filing date (<c>date</c> of <c>application-number</c>).</summary>
    public required DateTime? ApplicationDate { get; init; }

    /// <summary>The publications with their days (<c>publication-number</c>).</summary>
    public required IReadOnlyList<OpdNumber> Publications { get; init => field = JpoList<OpdNumber>.Of(value); }

    /// <summary>The registrations with their days (<c>registration-number</c>).</summary>
    public required IReadOnlyList<OpdNumber> Registrations { get; init => field = JpoList<OpdNumber>.Of(value); }

    /// <summary>The publication numbers in DOCDB form.</summary>
    public required IReadOnlyList<string> PublicationNumbers { get; init => field = JpoList<string>.Of(value); }

    /// <summary>The registration numbers in DOCDB form.</summary>
    public required IReadOnlyList<string> RegistrationNumbers { get; init => field = JpoList<string>.Of(value); }

    /// <summary>The application number.</summary>
    /// <returns><see cref="ApplicationNumber"/>.</returns>
    public override string ToString() => ApplicationNumber ?? string.Empty;
}
