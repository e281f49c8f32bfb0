using System;
using System.Globalization;
using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>
/// A priority claimed (<c>priorityRightInformation</c>): under the Paris Convention, or,
/// for patents, on an earlier Japanese application.
/// </summary>
public sealed class PriorityRight
{
    /// <summary>
    /// Number of the foreign application, as its office writes it (<c>parisPriorityApplicationNumber</c>).
    /// </summary>
    [JsonInclude]
    public string? ParisPriorityApplicationNumber { get; internal set; }

    /// <summary>Priority date under the Paris Convention (<c>parisPriorityDate</c>).</summary>
    [JsonInclude]
    public DateTime? ParisPriorityDate { get; internal set; }

    /// <summary>Country of the foreign application, two letters (<c>parisPriorityCountryCd</c>).</summary>
    [JsonInclude]
    [JsonPropertyName("parisPriorityCountryCd")]
    public string? ParisPriorityCountryCode { get; internal set; }

    /// <summary>
    /// Law of the earlier Japanese application: 1 patent, 2 utility model, 3 design,
    /// 4 trademark (<c>nationalPriorityLawCd</c>).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("nationalPriorityLawCd")]
    public string? NationalPriorityLawCode { get; internal set; }

    /// <summary>The earlier Japanese application, ten digits (<c>nationalPriorityApplicationNumber</c>).</summary>
    [JsonInclude]
    public string? NationalPriorityApplicationNumber { get; internal set; }

    /// <summary>
    /// The earlier international application (<c>nationalPriorityInternationalApplicationNumber</c>).
    /// </summary>
    [JsonInclude]
    public string? NationalPriorityInternationalApplicationNumber { get; internal set; }

    /// <summary>Priority date of the earlier Japanese application (<c>nationalPriorityDate</c>).</summary>
    [JsonInclude]
    public DateTime? NationalPriorityDate { get; internal set; }

    /// <summary>Country or law, number and date of the earlier application.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        ParisPriorityApplicationNumber != null || ParisPriorityDate != null
            ? FormattableString.Invariant(
                $"{ParisPriorityCountryCode} {ParisPriorityApplicationNumber} ({ParisPriorityDate:yyyy-MM-dd})")
            : string.Format(
                CultureInfo.InvariantCulture,
                "JP {0} ({1:yyyy-MM-dd})",
                NationalPriorityApplicationNumber ?? NationalPriorityInternationalApplicationNumber,
                NationalPriorityDate);
}
