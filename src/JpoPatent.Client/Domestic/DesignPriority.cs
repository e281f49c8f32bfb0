using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>The priorities that a design application claims: API 2-3 <c>priority_right_app_info</c>.</summary>
public sealed class DesignPriority : CasePriority
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? DisplayNumber => base.DisplayNumber;

    /// <summary><see cref="JpoLaw.Design"/>.</summary>
    [JsonIgnore]
    public override JpoLaw Law => JpoLaw.Design;
}
