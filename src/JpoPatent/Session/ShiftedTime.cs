using System;

namespace JpoPatent.Session;

/// <summary>The system's clock on another day.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
