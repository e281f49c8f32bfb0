using System;
using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>The application that another one was divided or converted from (<c>parentApplicationInformation</c>).</summary>
public sealed class ParentApplication
{
    /// <summary>The parent's application number, ten digits (<c>parentApplicationNumber</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationNumber")]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>The parent's filing date, to which the later one's reaches back (<c>filingDate</c>); patents only.</summary>
    [JsonInclude]
    public DateTime? FilingDate { get; internal set; }

    /// <summary>Code of the way in which the later application came from the parent, two digits (<c>parentApplicationCategory</c>); designs and trademarks only.</summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationCategory")]
    public string? Category { get; internal set; }

    /// <summary>The parent's law: 1 patent, 2 utility model, 3 design, 4 trademark (<c>parentApplicationLawCode</c>); designs and trademarks only.</summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationLawCode")]
    public string? LawCode { get; internal set; }

    /// <summary>The parent's law; null where it is a utility model. A patent's parent comes without a code.</summary>
    [JsonIgnore]
    public JpoLaw? Law => LawWords.Read(LawCode) switch
    {
        ToldLaw.NotTold => LawOfChild,
        ToldLaw.Patent => JpoLaw.Patent,
        ToldLaw.Design => JpoLaw.Design,
        ToldLaw.Trademark => JpoLaw.Trademark,
        _ => null,
    };

    /// <summary>The law of the application whose parent this is.</summary>
    [JsonIgnore]
    internal JpoLaw LawOfChild { get; set; } = JpoLaw.Patent;

    /// <summary>The parent's application number.</summary>
    /// <returns><see cref="ApplicationNumber"/>.</returns>
    public override string ToString() => ApplicationNumber ?? string.Empty;
}
