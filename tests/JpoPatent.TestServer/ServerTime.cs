using System;

namespace JpoPatent.TestServer;

/// <summary>The service's own clock for what asks a <see cref="TimeProvider"/>: who moves the clock moves the sandbox along.</summary>
internal sealed class ServerTime(ServerClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Now;
}
