using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>Waiting by an injected clock.</summary>
internal static class Delays
{
    /// <summary>Waits, or returns at once where nothing is left to wait for. A clock that jumped never makes a wait negative.</summary>
    internal static Task Wait(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }

#if NET8_0_OR_GREATER
        return Task.Delay(delay, time, cancellationToken);
#else
        return time.Delay(delay, cancellationToken);
#endif
    }
}
