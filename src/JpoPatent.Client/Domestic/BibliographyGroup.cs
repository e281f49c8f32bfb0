using System.Collections.Generic;
using System.Text.Json.Serialization;
using JpoPatent.Answers;
using JpoPatent.Serialization;

namespace JpoPatent;

/// <summary>The documents filed under one number of a case (<c>bibliographyInformation</c>).</summary>
public sealed class BibliographyGroup
{
    /// <summary>What <see cref="Number"/> counts, JPO's table 03020 (<c>numberType</c>).</summary>
    [JsonInclude]
    public string? NumberType { get; internal set; }

    /// <summary>The number (<c>number</c>); publications with the year of the era.</summary>
    [JsonInclude]
    public string? Number { get; internal set; }

    /// <summary>The documents, in the service's order (<c>documentList</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("documentList")]
    [JsonConverter(typeof(JpoListConverter<DocumentEntry>))]
    public IReadOnlyList<DocumentEntry> Documents { get; internal set; } = JpoList<DocumentEntry>.None;

    /// <summary>Kind and number.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{NumberType} {Number} ({Documents.Count})";
}
