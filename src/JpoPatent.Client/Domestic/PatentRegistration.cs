using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>Registration of a patent: API 1-12 <c>registration_info</c>.</summary>
public sealed class PatentRegistration : CaseRegistration
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? DisplayNumber => base.DisplayNumber;

    /// <summary><see cref="InventionTitle"/>.</summary>
    [JsonIgnore]
    public override string? Title => InventionTitle;

    /// <summary><see cref="JpoLaw.Patent"/>.</summary>
    [JsonIgnore]
    public override JpoLaw Law => JpoLaw.Patent;

    /// <summary>Title of the invention (<c>inventionTitle</c>).</summary>
    [JsonInclude]
    public string? InventionTitle { get; internal set; }

    /// <summary>Number of claims (<c>numberOfClaims</c>).</summary>
    [JsonInclude]
    public int? NumberOfClaims { get; internal set; }
}
