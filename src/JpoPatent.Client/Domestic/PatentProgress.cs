using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using JpoPatent.Answers;
using JpoPatent.Numbers;
using JpoPatent.Serialization;

namespace JpoPatent;

/// <summary>
/// State of a patent application: APIs 1-1 <c>app_progress</c> and 1-2 <c>app_progress_simple</c>. The simple answer
/// has no priorities, parent and divisionals.
/// </summary>
public sealed class PatentProgress : CaseProgress
{
    // What a person looks for first stands first: shells and files list the members of a class
    // before those of its base.
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? DisplayNumber => base.DisplayNumber;

    /// <summary><see cref="InventionTitle"/>.</summary>
    [JsonIgnore]
    public override string? Title => InventionTitle;

    /// <inheritdoc/>
    [JsonIgnore]
    public override CaseState State => base.State;

    /// <summary><see cref="JpoLaw.Patent"/>.</summary>
    [JsonIgnore]
    public override JpoLaw Law => JpoLaw.Patent;

    /// <summary>Title of the invention (<c>inventionTitle</c>).</summary>
    [JsonInclude]
    public string? InventionTitle { get; internal set; }

    /// <summary>
    /// Publication number, ten digits, year first (<c>ADPublicationNumber</c>; made from
    /// <see cref="EraPublicationNumber"/> where only that came).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("ADPublicationNumber")]
    public string? PublicationNumber { get; internal set; }

    /// <summary>
    /// The same with the year of the era (<c>publicationNumber</c>): one digit for the era,
    /// two for its year, six for the serial number.
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("publicationNumber")]
    public string? EraPublicationNumber { get; internal set; }

    /// <summary>
    /// Publication number of the translation of a PCT application (公表), ten digits, year first
    /// (<c>ADNationalPublicationNumber</c>; made from <see cref="EraNationalPublicationNumber"/> where only that
    /// came).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("ADNationalPublicationNumber")]
    public string? NationalPublicationNumber { get; internal set; }

    /// <summary>The same with the year of the era (<c>nationalPublicationNumber</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("nationalPublicationNumber")]
    public string? EraNationalPublicationNumber { get; internal set; }

    /// <summary>PCT application number, e.g. <c>JP2019011858</c> (<c>internationalApplicationNumber</c>).</summary>
    [JsonInclude]
    public string? InternationalApplicationNumber { get; internal set; }

    /// <summary>PCT publication number, e.g. <c>WO2020123456</c> (<c>internationalPublicationNumber</c>).</summary>
    [JsonInclude]
    public string? InternationalPublicationNumber { get; internal set; }

    /// <summary>Day of the PCT publication (<c>internationalPublicationDate</c>).</summary>
    [JsonInclude]
    public DateTime? InternationalPublicationDate { get; internal set; }

    /// <summary>
    /// The family of divisionals that the application belongs to (<c>divisionalApplicationInformation</c>).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("divisionalApplicationInformation")]
    [JsonConverter(typeof(JpoListConverter<DivisionalApplication>))]
    public IReadOnlyList<DivisionalApplication> DivisionalApplications
    {
        get;
        internal set;
    } = JpoList<DivisionalApplication>.None;

    private protected override string[] LeftOut =>
        [nameof(PriorityRights), nameof(ParentApplication), nameof(DivisionalApplications)];

    private protected override void Complete()
    {
        PublicationNumber ??= EraNumbers.ToTenDigits(EraPublicationNumber);
        NationalPublicationNumber ??= EraNumbers.ToTenDigits(EraNationalPublicationNumber);
    }
}
