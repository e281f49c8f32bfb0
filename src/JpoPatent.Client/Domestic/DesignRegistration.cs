using System.Text.Json.Serialization;

namespace JpoPatent;

/// <summary>Registration of a design: API 2-10 <c>registration_info</c>.</summary>
public sealed class DesignRegistration : CaseRegistration
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string? DisplayNumber => base.DisplayNumber;

    /// <summary><see cref="DesignArticle"/>.</summary>
    [JsonIgnore]
    public override string? Title => DesignArticle;

    /// <summary><see cref="JpoLaw.Design"/>.</summary>
    [JsonIgnore]
    public override JpoLaw Law => JpoLaw.Design;

    /// <summary>The article to the design (<c>designArticle</c>).</summary>
    [JsonInclude]
    public string? DesignArticle { get; internal set; }
}
