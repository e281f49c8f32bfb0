using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>The priorities that a trademark application claims: API 3-3 <c>priority_right_app_info</c>.</summary>
public sealed class TrademarkPriority : CasePriority
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? DisplayNumber => base.DisplayNumber;

    /// <summary><see cref="JpoLaw.Trademark"/>.</summary>
    [JsonIgnore]
    public override JpoLaw Law => JpoLaw.Trademark;
}
