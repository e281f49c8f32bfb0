namespace JpoPatent.Tests;

/// <summary>What a line does to a request instead of passing it on and its answer back.</summary>
internal enum LineFault
{
    None,

    /// <summary>The connection breaks before the store has the request.</summary>
    Cut,

    /// <summary>The connection breaks when the store has done it.</summary>
    CutAfterwards,

    /// <summary>Somebody else says 200 and no more.</summary>
    Bare,

    /// <summary>The same, when the store has done it.</summary>
    BareAfterwards,

    Refused,

    Collision,

    /// <summary>Nothing comes.</summary>
    Hang,
}
