using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>The Japanese application of a PCT application that entered the national phase: API 1-14 <c>pct_national_phase_application_number</c>.</summary>
public sealed class PctNationalPhase : JpoAnswer
{
    /// <summary><see cref="JpoLaw.Patent"/>: only patents have these.</summary>
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

    /// <summary>The application number.</summary>
    /// <returns><see cref="ApplicationNumber"/>.</returns>
    public override string ToString() => ApplicationNumber ?? string.Empty;
}
