using System;
using System.Text.Json.Serialization;
using JpoPatent.Numbers;

namespace JpoPatent;

/// <summary>
/// The application that another one was divided or converted from (<c>parentApplicationInformation</c>).
/// </summary>
public sealed class ParentApplication
{
    /// <summary>The parent's application number, ten digits (<c>parentApplicationNumber</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationNumber")]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>
    /// The parent's law, by <see cref="LawCode"/>; null where that is not sent, as for patents, or a utility model.
    /// </summary>
    [JsonIgnore]
    public JpoLaw? Law =>
        LawCode switch { "1" => JpoLaw.Patent, "3" => JpoLaw.Design, "4" => JpoLaw.Trademark, _ => null };

    /// <summary>
    /// The parent's application number as people write it, e.g. <c>意願2020-015234</c>;
    /// the ten digits where <see cref="Law"/> is not known.
    /// </summary>
    [JsonIgnore]
    public string? DisplayNumber =>
        Law is { } law ? DisplayNumbers.OfApplication(ApplicationNumber, law) : ApplicationNumber;

    /// <summary>
    /// The parent's filing date, to which the later one's reaches back (<c>filingDate</c>); patents only.
    /// </summary>
    [JsonInclude]
    public DateTime? FilingDate { get; internal set; }

    /// <summary>
    /// Code of the way in which the later application came from the parent, two digits
    /// (<c>parentApplicationCategory</c>); designs and trademarks only.
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationCategory")]
    public string? Category { get; internal set; }

    /// <summary>
    /// The parent's law: 1 patent, 2 utility model, 3 design, 4 trademark (<c>parentApplicationLawCode</c>);
    /// designs and trademarks only.
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationLawCode")]
    public string? LawCode { get; internal set; }

    /// <summary>The parent's application number as people write it.</summary>
    /// <returns><see cref="DisplayNumber"/>.</returns>
    public override string ToString() => DisplayNumber ?? string.Empty;
}
