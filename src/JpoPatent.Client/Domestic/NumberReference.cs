using System.Text.Json.Serialization;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>The numbers that belong to one case: APIs 1-7, 2-6 and 3-6 <c>case_number_reference</c>.</summary>
public sealed class NumberReference : JpoAnswer
{
    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    [JsonIgnore]
    public string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary>The law of the case.</summary>
    [JsonIgnore]
    public JpoLaw Law { get; internal set; }

    /// <summary>Application number, ten digits, year first (<c>applicationNumber</c>).</summary>
    [JsonInclude]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>Publication number, ten digits, year first (<c>publicationNumber</c>); patents only.</summary>
    [JsonInclude]
    public string? PublicationNumber { get; internal set; }

    /// <summary>
    /// Publication number of the translation of a PCT application (公表), ten digits, year first
    /// (<c>nationalPublicationNumber</c>); patents only.
    /// </summary>
    [JsonInclude]
    public string? NationalPublicationNumber { get; internal set; }

    /// <summary>Registration number (<c>registrationNumber</c>).</summary>
    [JsonInclude]
    public string? RegistrationNumber { get; internal set; }

    /// <summary>
    /// PCT publication number, e.g. <c>WO2020123456</c> (<c>internationalPublicationNumber</c>); patents only.
    /// </summary>
    [JsonInclude]
    public string? InternationalPublicationNumber { get; internal set; }

    /// <summary>
    /// Number of the international registration under the Hague Agreement, e.g. <c>DM/012345</c>
    /// (<c>internationalRegistrationNumber</c>); designs only.
    /// </summary>
    [JsonInclude]
    public string? InternationalRegistrationNumber { get; internal set; }

    /// <summary>
    /// Which of the designs of the international registration this one is,
    /// three digits (<c>designNumber</c>); designs only.
    /// </summary>
    [JsonInclude]
    public string? DesignNumber { get; internal set; }

    /// <summary>The application number as people write it, which tells the law.</summary>
    /// <returns><see cref="DisplayNumber"/>.</returns>
    public override string ToString() => DisplayNumber ?? string.Empty;
}
