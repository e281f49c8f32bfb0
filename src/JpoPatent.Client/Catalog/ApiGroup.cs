namespace JpoPatent;

/// <summary>The two families of APIs, each with its own limit per minute.</summary>
public enum ApiGroup : long
{
    /// <summary>The 36 domestic APIs for patents, designs and trademarks: at most 10 calls per minute.</summary>
    Domestic,

    /// <summary>The 6 APIs of the One Portal Dossier: at most 5 calls per minute.</summary>
    Opd,
}
