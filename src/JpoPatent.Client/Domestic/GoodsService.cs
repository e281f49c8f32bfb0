using System.Collections.Generic;
using System.Text.Json.Serialization;
using JpoPatent.Answers;
using JpoPatent.Serialization;

namespace JpoPatent;

/// <summary>The goods or services of one class (<c>goodsServiceInformation</c>).</summary>
public sealed class GoodsService
{
    /// <summary>Class of the Nice classification, two digits (<c>goodsServiceClass</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("goodsServiceClass")]
    public string? Class { get; internal set; }

    /// <summary>The designated goods or services (<c>goodsServiceName</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("goodsServiceName")]
    public string? Name { get; internal set; }

    /// <summary>
    /// Similar group codes, e.g. <c>11C01</c> (<c>similarCode</c>, which holds them all with blanks between them).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("similarCode")]
    [JsonConverter(typeof(JpoWordsConverter))]
    public IReadOnlyList<string> SimilarCodes { get; internal set; } = JpoList<string>.None;

    /// <summary>Class and name.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Class} {Name}";
}
