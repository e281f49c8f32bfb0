using System.Collections.Generic;
using System.Text.Json.Serialization;
using JpoPatent.Answers;
using JpoPatent.Numbers;
using JpoPatent.Serialization;

namespace JpoPatent;

/// <summary>Parent and divisionals of a patent application: API 1-3 <c>divisional_app_info</c>.</summary>
public sealed class PatentDivisional : JpoAnswer
{
    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    [JsonIgnore]
    public string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary><see cref="JpoLaw.Patent"/>.</summary>
    [JsonIgnore]
    public JpoLaw Law => JpoLaw.Patent;

    /// <summary>Application number, ten digits, year first (<c>applicationNumber</c>).</summary>
    [JsonInclude]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>
    /// The application that this one was divided from; null where it is no divisional
    /// (<c>parentApplicationInformation</c>).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("parentApplicationInformation")]
    [JsonConverter(typeof(JpoObjectConverter<ParentApplication>))]
    public ParentApplication? ParentApplication { get; internal set; }

    /// <summary>
    /// The family of divisionals that the application belongs to (<c>divisionalApplicationInformation</c>).
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("divisionalApplicationInformation")]
    [JsonConverter(typeof(JpoListConverter<DivisionalApplication>))]
    public IReadOnlyList<DivisionalApplication> DivisionalApplications
    {
        get;
        internal set;
    } = JpoList<DivisionalApplication>.None;

    /// <summary>The application number as people write it, which tells the law.</summary>
    /// <returns><see cref="DisplayNumber"/>.</returns>
    public override string ToString() => DisplayNumber ?? string.Empty;
}
