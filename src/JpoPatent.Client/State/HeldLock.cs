using System;

namespace JpoPatent.State;

/// <summary>A lock that is held until it is disposed of.</summary>
internal abstract class HeldLock : IDisposable
{
    /// <summary>
    /// Whether no other process can have it by now. Asked before a write: one who was stopped for long while holding
    /// it may have been taken for dead, and then begins again.
    /// </summary>
    internal abstract bool IsCertain { get; }

    public abstract void Dispose();
}
