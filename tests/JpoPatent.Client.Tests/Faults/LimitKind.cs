namespace JpoPatent.Tests.Faults;

/// <summary>What is asked in the course of one call for a large bundle.</summary>
public enum LimitKind
{
    /// <summary>The token address.</summary>
    Token,

    /// <summary>The API, which names the bundle's address.</summary>
    Api,

    /// <summary>The bundle, on another host.</summary>
    Bundle,
}
