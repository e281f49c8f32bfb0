using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.TestServer;

/// <summary>Waits of the other side, on a clock that a test moves.</summary>
public static class TimedWait
{
    /// <summary>
    /// Waits, and ends with the caller's patience. The timer is there only while the wait can be ended: a delay of the framework has its timer before it looks at the caller's patience, and
    /// still has it while the caller goes on; a clock that jumps from timer to timer would take it for a wait in both moments.
    /// </summary>
    public static async Task PassAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
        {
            return;
        }

        var over = new TaskCompletionSource();
        using CancellationTokenRegistration stop = cancellationToken.Register(() => over.TrySetCanceled(cancellationToken));
        using ITimer timer = time.CreateTimer(_ => over.TrySetResult(), null, delay, Timeout.InfiniteTimeSpan);
        await over.Task.ConfigureAwait(false);
    }
}
