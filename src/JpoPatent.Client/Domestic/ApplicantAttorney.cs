using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>An applicant or an attorney of a case (<c>applicantAttorney</c>).</summary>
public sealed class ApplicantAttorney
{
    /// <summary>JPO's nine-digit code of the person or company (<c>applicantAttorneyCd</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("applicantAttorneyCd")]
    public string? Code { get; internal set; }

    /// <summary>Name (<c>name</c>), full-width as JPO keeps it.</summary>
    [JsonInclude]
    public string? Name { get; internal set; }

    /// <summary>Place in the order of the file (<c>repeatNumber</c>); null for trademarks, which have none.</summary>
    [JsonInclude]
    public int? RepeatNumber { get; internal set; }

    /// <summary><c>1</c> applicant, <c>2</c> attorney (<c>applicantAttorneyClass</c>).</summary>
    [JsonInclude]
    public string? ApplicantAttorneyClass { get; internal set; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>, or the code where there is no name.</returns>
    public override string ToString() => Name ?? Code ?? string.Empty;
}
