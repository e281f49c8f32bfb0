namespace JpoPatent.TestServer;

/// <summary>How a connection breaks.</summary>
public enum Breakage
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Before the answer begins.</summary>
    BeforeAnswer,

    /// <summary>In the middle of the body.</summary>
    WithinBody,

    /// <summary>Never: the answer does not come, and the connection stays open until the client gives up.</summary>
    Hang,
}
