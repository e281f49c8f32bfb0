using System;

namespace JpoPatent.Frameworks;

/// <summary>A clock that stands at noon in Japan, so that both frameworks see the same world.</summary>
internal sealed class StandingClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 3, 0, 0, TimeSpan.Zero);
}
