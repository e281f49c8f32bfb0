using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>The priorities that a patent application claims: API 1-4 <c>priority_right_app_info</c>.</summary>
public sealed class PatentPriority : CasePriority
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? DisplayNumber => base.DisplayNumber;

    /// <summary><see cref="JpoLaw.Patent"/>.</summary>
    [JsonIgnore]
    public override JpoLaw Law => JpoLaw.Patent;
}
