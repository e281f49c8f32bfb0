using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Time;

/// <summary>Waiting by an injected clock.</summary>
internal static class Delays
{
    // A timer takes no longer times than some weeks.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>
    /// Waits, or returns at once where nothing is left to wait for. A clock that jumped never makes a wait negative.
    /// </summary>
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

    /// <summary>
    /// Waits for one's turn at a gate, by the injected clock: the semaphore's own timeout knows only the machine's.
    /// </summary>
    /// <param name="gate">The gate.</param>
    /// <param name="time">The clock.</param>
    /// <param name="limit">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the caller is in, and has to release the gate.</returns>
    internal static async Task<bool> EnterAsync(
        this SemaphoreSlim gate, TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task entered = gate.WaitAsync(over.Token);
        long startedAt = time.GetTimestamp();
        while (!entered.IsCompleted)
        {
            TimeSpan left = limit == Timeout.InfiniteTimeSpan ? Longest : limit - time.GetElapsedTime(startedAt);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            await Task.WhenAny(entered, time.Wait(left < Longest ? left : Longest, over.Token)).ConfigureAwait(false);
        }

        // Ends whichever of the two is still waiting.
        over.Cancel();
        try
        {
            await entered.ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
