using System;
using System.Text.Json.Serialization;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>One member of a family of divisionals (<c>divisionalApplicationInformation</c>).</summary>
public sealed class DivisionalApplication : IJsonOnDeserialized
{
    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    [JsonIgnore]
    public string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary><see cref="JpoLaw.Patent"/>.</summary>
    [JsonIgnore]
    public JpoLaw Law => JpoLaw.Patent;

    /// <summary>Application number, ten digits (<c>applicationNumber</c>).</summary>
    [JsonInclude]
    public string? ApplicationNumber { get; internal set; }

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

    /// <summary>Registration number (<c>registrationNumber</c>).</summary>
    [JsonInclude]
    public string? RegistrationNumber { get; internal set; }

    /// <summary>PCT application number (<c>internationalApplicationNumber</c>).</summary>
    [JsonInclude]
    public string? InternationalApplicationNumber { get; internal set; }

    /// <summary>PCT publication number (<c>internationalPublicationNumber</c>).</summary>
    [JsonInclude]
    public string? InternationalPublicationNumber { get; internal set; }

    /// <summary><c>00</c> in force; null before registration (<c>erasureIdentifier</c>).</summary>
    [JsonInclude]
    public string? ErasureIdentifier { get; internal set; }

    /// <summary>Day on which the term of the right ends (<c>expireDate</c>).</summary>
    [JsonInclude]
    public DateTime? ExpireDate { get; internal set; }

    /// <summary>Day on which the right ceased (<c>disappearanceDate</c>).</summary>
    [JsonInclude]
    public DateTime? DisappearanceDate { get; internal set; }

    /// <summary>Generation within the family of divisionals (<c>divisionalGeneration</c>).</summary>
    [JsonInclude]
    public int? DivisionalGeneration { get; internal set; }

    /// <summary>The application number as people write it, which tells the law.</summary>
    /// <returns><see cref="DisplayNumber"/>.</returns>
    public override string ToString() => DisplayNumber ?? string.Empty;

    void IJsonOnDeserialized.OnDeserialized()
    {
        PublicationNumber ??= EraNumbers.ToTenDigits(EraPublicationNumber);
        NationalPublicationNumber ??= EraNumbers.ToTenDigits(EraNationalPublicationNumber);
    }
}
