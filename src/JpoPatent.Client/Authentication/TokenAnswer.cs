namespace JpoPatent.Authentication;

/// <summary>The body that the token address sends, as far as it is used.</summary>
internal sealed class TokenAnswer
{
    public string? AccessToken { get; set; }

    public int? ExpiresIn { get; set; }

    public string? RefreshToken { get; set; }

    public int? RefreshExpiresIn { get; set; }
}
