using System;
using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>The application that a divisional was divided from (<c>parentApplicationInformation</c>).</summary>
public sealed class ParentApplication
{
    /// <summary>The parent's application number, ten digits (<c>parentApplicationNumber</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationNumber")]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>The parent's filing date (<c>filingDate</c>), to which the divisional's reaches back.</summary>
    [JsonInclude]
    public DateTime? FilingDate { get; internal set; }

    /// <summary>The parent's application number.</summary>
    /// <returns><see cref="ApplicationNumber"/>.</returns>
    public override string ToString() => ApplicationNumber ?? string.Empty;
}
