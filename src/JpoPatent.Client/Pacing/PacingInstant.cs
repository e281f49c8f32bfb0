using System;

namespace JpoPatent;

/// <summary>A moment by both clocks of the machine, in milliseconds: neither alone tells how much time has passed.</summary>
/// <param name="Wall">Since 1970 UTC. Goes on through sleep and restart, but anybody can set it.</param>
/// <param name="Monotonic">Since the machine started, the same for every process. Nobody can set it, but it begins anew with a restart.</param>
internal readonly record struct PacingInstant(long Wall, long Monotonic)
{
    internal static PacingInstant Now(TimeProvider time) =>
        new(time.GetUtcNow().ToUnixTimeMilliseconds(), (long)time.GetElapsedTime(0).TotalMilliseconds);

    /// <summary>
    /// How much time has passed at least, never negative. By the slower of the two clocks: a wall clock that was set forward, or a sleep of the machine, must not look
    /// like a minute in which nothing was called. A clock that went backwards says nothing; then the other one counts.
    /// </summary>
    internal long Since(PacingInstant earlier)
    {
        long wall = Wall - earlier.Wall;
        long monotonic = Monotonic - earlier.Monotonic;
        if (wall < 0)
        {
            return Math.Max(0, monotonic);
        }

        return monotonic < 0 ? wall : Math.Min(wall, monotonic);
    }
}
