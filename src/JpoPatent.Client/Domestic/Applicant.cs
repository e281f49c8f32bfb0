using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>
/// A person or company with a code of its own at JPO: APIs 1-5, 2-4 and 3-4 <c>applicant_attorney_cd</c>, 1-6, 2-5
/// and 3-5 <c>applicant_attorney</c>.
/// </summary>
public sealed class Applicant : JpoAnswer
{
    /// <summary>The law whose APIs were asked.</summary>
    [JsonIgnore]
    public JpoLaw Law { get; internal set; }

    /// <summary>JPO's nine-digit code (<c>applicantAttorneyCd</c>, or the code that was asked for).</summary>
    [JsonInclude]
    [JsonPropertyName("applicantAttorneyCd")]
    public string? Code { get; internal set; }

    /// <summary>Name (<c>name</c> or <c>applicantAttorneyName</c>), full-width as JPO keeps it.</summary>
    [JsonInclude]
    public string? Name { get; internal set; }

    /// <summary>What <c>name</c> is called in the answer to a code.</summary>
    [JsonInclude]
    internal string? ApplicantAttorneyName
    {
        get => Name;
        set => Name = value ?? Name;
    }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>, or the code where there is no name.</returns>
    public override string ToString() => Name ?? Code ?? string.Empty;
}
