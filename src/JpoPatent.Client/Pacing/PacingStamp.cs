using System;

namespace JpoPatent.Pacing;

/// <summary>
/// A moment, as those who share a record can compare it: by the monotonic clock of one machine, and by what that
/// machine knew of the service's time. No wall clock: anybody can set one.
/// </summary>
/// <param name="Machine">Whose monotonic clock (<see cref="Time.MachineClock.Id"/>).</param>
/// <param name="Monotonic">Milliseconds by that clock.</param>
/// <param name="Least">The service's time at the moment at the earliest, in milliseconds since 1970 UTC;
/// 0 where it was not known.</param>
/// <param name="Most">The same at the latest.</param>
internal readonly record struct PacingStamp(string Machine, long Monotonic, long Least, long Most)
{
    // Two readings of one clock agree with the service's bounds within this.
    private const long Tolerance = 1000;

    /// <summary>
    /// How many milliseconds have passed at least since an earlier moment, never negative; 0 where nothing tells.
    /// </summary>
    internal long Since(PacingStamp earlier)
    {
        bool isCommon = Least > 0 && earlier.Least > 0;
        long byService = isCommon ? Least - earlier.Most : 0;
        long byMachine = Machine == earlier.Machine ? Monotonic - earlier.Monotonic : 0;
        if (isCommon && byMachine > Most - earlier.Least + Tolerance)
        {
            // More than can have passed: the two did not read the same clock after all.
            byMachine = 0;
        }

        return Math.Max(0, Math.Max(byMachine, byService));
    }
}
