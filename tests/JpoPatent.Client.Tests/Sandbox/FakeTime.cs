using System;

namespace JpoPatent.Tests.Sandbox;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class FakeTime(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void Set(DateTimeOffset now) => _now = now;
}
