using System;
using System.Threading;
#if !NET8_0_OR_GREATER
using System.Threading.Tasks;
#endif

namespace JpoPatent.Time;

/// <summary>The end of a stretch of work by an injected clock, joined with the caller's own wish to stop.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _clock;
    private readonly CancellationTokenSource _both;

    /// <param name="time">The clock.</param>
    /// <param name="after">How long the work may take; <see cref="Timeout.InfiniteTimeSpan"/> for no end.</param>
    /// <param name="cancellationToken">The caller's.</param>
    internal Deadline(TimeProvider time, TimeSpan after, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        _clock = new CancellationTokenSource(after, time);
#else
        _clock = time.CreateCancellationTokenSource(after);
#endif
        _both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _clock.Token);
    }

    /// <summary>Cancelled when the time is over, or when the caller wants to stop.</summary>
    internal CancellationToken Token => _both.Token;

    /// <summary>Whether the time is over.</summary>
    internal bool IsPast => _clock.IsCancellationRequested;

    /// <summary>Lets the time begin anew.</summary>
    internal void Restart(TimeSpan after) => _clock.CancelAfter(after);

    public void Dispose()
    {
        _both.Dispose();
        _clock.Dispose();
    }
}
