namespace JpoPatent;

/// <summary>Where a daily limit comes from.</summary>
public enum QuotaSource : long
{
    /// <summary>The catalogue: what every ID has.</summary>
    Default,

    /// <summary>The user, with <c>Set-JpoQuotaLimit</c>.</summary>
    User,

    /// <summary>The service's counter, which reported more than the known limit.</summary>
    Service,
}
