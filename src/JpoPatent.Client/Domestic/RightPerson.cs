using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>A holder of a right (<c>rightPersonInformation</c>).</summary>
public sealed class RightPerson
{
    /// <summary>JPO's nine-digit code of the person or company (<c>rightPersonCd</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("rightPersonCd")]
    public string? Code { get; internal set; }

    /// <summary>Name (<c>rightPersonName</c>), full-width as JPO keeps it.</summary>
    [JsonInclude]
    [JsonPropertyName("rightPersonName")]
    public string? Name { get; internal set; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>, or the code where there is no name.</returns>
    public override string ToString() => Name ?? Code ?? string.Empty;
}
