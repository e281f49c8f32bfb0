using System.Text.Json.Serialization;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>The fixed address of a case on J-PlatPat: APIs 1-13, 2-11 and 3-11 <c>jpp_fixed_address</c>.</summary>
public sealed class JpoUrl : JpoAnswer
{
    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    [JsonIgnore]
    public string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary>The law of the application.</summary>
    [JsonIgnore]
    public JpoLaw Law { get; internal set; }

    /// <summary>
    /// Application number, ten digits, year first: the one that was asked for, for the answer has none.
    /// </summary>
    [JsonIgnore]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>The address, for a browser (<c>URL</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("URL")]
    public string? Url { get; internal set; }

    /// <summary>The address.</summary>
    /// <returns><see cref="Url"/>.</returns>
    public override string ToString() => Url ?? string.Empty;
}
