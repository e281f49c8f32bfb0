using System.Collections.Generic;
using System.Text.Json.Serialization;
using JpoPatent.Answers;
using JpoPatent.Serialization;

namespace JpoPatent;

/// <summary>
/// State of a trademark application: APIs 3-1 <c>app_progress</c> and 3-2 <c>app_progress_simple</c>. The simple
/// answer has no priorities and parent.
/// </summary>
public sealed class TrademarkProgress : CaseProgress
{
    // What a person looks for first stands first: shells and files list the members of a class
    // before those of its base.
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? DisplayNumber => base.DisplayNumber;

    /// <summary><see cref="TrademarkForDisplay"/>.</summary>
    [JsonIgnore]
    public override string? Title => TrademarkForDisplay;

    /// <inheritdoc/>
    [JsonIgnore]
    public override CaseState State => base.State;

    /// <summary><see cref="JpoLaw.Trademark"/>.</summary>
    [JsonIgnore]
    public override JpoLaw Law => JpoLaw.Trademark;

    /// <summary>The mark in characters, as JPO shows it (<c>trademarkForDisplay</c>).</summary>
    [JsonInclude]
    public string? TrademarkForDisplay { get; internal set; }

    /// <summary>How the mark is read aloud, in katakana (<c>transliteration</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("transliteration")]
    [JsonConverter(typeof(JpoListConverter<string>))]
    public IReadOnlyList<string> Transliterations { get; internal set; } = JpoList<string>.None;

    /// <summary>Vienna classification of the figurative elements, e.g. <c>26.1.3</c> (<c>viennaClass</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("viennaClass")]
    [JsonConverter(typeof(JpoListConverter<string>))]
    public IReadOnlyList<string> ViennaClasses { get; internal set; } = JpoList<string>.None;

    /// <summary>The goods and services, class by class (<c>goodsServiceInformation</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("goodsServiceInformation")]
    [JsonConverter(typeof(JpoListConverter<GoodsService>))]
    public IReadOnlyList<GoodsService> GoodsServices { get; internal set; } = JpoList<GoodsService>.None;
}
