namespace JpoPatent;

/// <summary>What the client is doing on behalf of a call.</summary>
public enum JpoActivityKind
{
    /// <summary>The cache answered.</summary>
    CacheHit,

    /// <summary>Waiting for a limit.</summary>
    Waiting,

    /// <summary>Waiting to ask again after a failure.</summary>
    Retrying,

    /// <summary>Logging in or renewing the token.</summary>
    Token,

    /// <summary>A file that takes its time is on its way.</summary>
    Downloading,

    /// <summary>Something that the user should know and act upon, such as a limit nearly used up.</summary>
    Warning,

    /// <summary>A request went over the wire: for those who look for a fault.</summary>
    Request,
}
