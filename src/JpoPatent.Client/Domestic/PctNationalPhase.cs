using System.Text.Json.Serialization;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>
/// The Japanese application of a PCT application that entered the national phase: API 1-14
/// <c>pct_national_phase_application_number</c>.
/// </summary>
public sealed class PctNationalPhase : JpoAnswer
{
    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    [JsonIgnore]
    public string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary><see cref="JpoLaw.Patent"/>.</summary>
    [JsonIgnore]
    public JpoLaw Law => JpoLaw.Patent;

    /// <summary>Application number of the national phase, ten digits, year first (<c>applicationNumber</c>).</summary>
    [JsonInclude]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>PCT application number, e.g. <c>JP2019011858</c>, where that was asked for; else null.</summary>
    [JsonIgnore]
    public string? InternationalApplicationNumber { get; internal set; }

    /// <summary>PCT publication number, e.g. <c>WO2020123456</c>, where that was asked for; else null.</summary>
    [JsonIgnore]
    public string? InternationalPublicationNumber { get; internal set; }

    /// <summary>The application number as people write it, which tells the law.</summary>
    /// <returns><see cref="DisplayNumber"/>.</returns>
    public override string ToString() => DisplayNumber ?? string.Empty;
}
