using System.Collections.Generic;
using System.Text.Json.Serialization;
using JpoPatent.Answers;
using JpoPatent.Numbers;
using JpoPatent.Serialization;

namespace JpoPatent;

/// <summary>The priorities that an application claims: API <c>priority_right_app_info</c>.</summary>
public abstract class CasePriority : JpoAnswer
{
    private protected CasePriority()
    {
    }

    /// <summary>The law of the application.</summary>
    [JsonIgnore]
    public abstract JpoLaw Law { get; }

    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    [JsonIgnore]
    public virtual string? DisplayNumber => DisplayNumbers.OfApplication(ApplicationNumber, Law);

    /// <summary>Application number, ten digits, year first (<c>applicationNumber</c>).</summary>
    [JsonInclude]
    public string? ApplicationNumber { get; internal set; }

    /// <summary>
    /// The priorities (<c>priorityRightInformation</c>). Only patents have priorities on earlier Japanese applications.
    /// </summary>
    [JsonInclude]
    [JsonPropertyName("priorityRightInformation")]
    [JsonConverter(typeof(JpoListConverter<PriorityRight>))]
    public IReadOnlyList<PriorityRight> PriorityRights { get; internal set; } = JpoList<PriorityRight>.None;

    /// <summary>The application number as people write it, which tells the law.</summary>
    /// <returns><see cref="DisplayNumber"/>.</returns>
    public override string ToString() => DisplayNumber ?? string.Empty;
}
