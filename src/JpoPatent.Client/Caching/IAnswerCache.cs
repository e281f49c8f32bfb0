using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Caching;

/// <summary>What the service said today. An answer is good until the next midnight in Japan.</summary>
internal interface IAnswerCache
{
    /// <summary>The answer that is kept for a call; null without one of today.</summary>
    /// <param name="api">What was asked.</param>
    /// <param name="parameters">What stood behind the API's path.</param>
    /// <param name="now">The service's time, which decides what is today.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    ValueTask<CachedAnswer?> ReadAsync(
        ApiDescriptor api, string parameters, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>
    /// Keeps an answer. Where that is not possible nothing happens: a cache is a comfort, not a duty.
    /// </summary>
    ValueTask WriteAsync(
        ApiDescriptor api, string parameters, CachedAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Forgets answers.</summary>
    /// <param name="api">Of this API only; null for all.</param>
    /// <param name="olderThan">Retrieved before this only; null for all.</param>
    /// <param name="cancellationToken">Stops forgetting.</param>
    /// <returns>How many were forgotten.</returns>
    ValueTask<int> ClearAsync(
        ApiDescriptor? api, DateTimeOffset? olderThan, CancellationToken cancellationToken = default);
}
