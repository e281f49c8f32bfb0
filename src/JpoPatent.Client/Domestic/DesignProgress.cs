using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>
/// State of a design application: APIs 2-1 <c>app_progress</c> and 2-2 <c>app_progress_simple</c>. The simple answer
/// has no class, principal design, priorities and parent.
/// </summary>
public sealed class DesignProgress : CaseProgress
{
    // What a person looks for first stands first: shells and files list the members of a class
    // before those of its base.
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? DisplayNumber => base.DisplayNumber;

    /// <summary><see cref="DesignArticle"/>.</summary>
    [JsonIgnore]
    public override string? Title => DesignArticle;

    /// <inheritdoc/>
    [JsonIgnore]
    public override CaseState State => base.State;

    /// <summary><see cref="JpoLaw.Design"/>.</summary>
    [JsonIgnore]
    public override JpoLaw Law => JpoLaw.Design;

    /// <summary>The article to the design (<c>designArticle</c>).</summary>
    [JsonInclude]
    public string? DesignArticle { get; internal set; }

    /// <summary>Japanese design classification, e.g. <c>E2112</c> (<c>designClass</c>).</summary>
    [JsonInclude]
    public string? DesignClass { get; internal set; }

    /// <summary>
    /// Of a related design, the application number of the principal design (本意匠), ten digits
    /// (<c>principalDesignApplicationNumber</c>).
    /// </summary>
    [JsonInclude]
    public string? PrincipalDesignApplicationNumber { get; internal set; }

    private protected override string[] LeftOut =>
        [
            nameof(DesignClass),
            nameof(PrincipalDesignApplicationNumber),
            nameof(PriorityRights),
            nameof(ParentApplication),
        ];
}
