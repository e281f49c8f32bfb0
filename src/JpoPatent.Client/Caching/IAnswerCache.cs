using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>What the service said today. An answer is good until the next midnight in Japan.</summary>
internal interface IAnswerCache
{
    /// <summary>The answer kept for a call, or null where there is none of today.</summary>
    /// <param name="api">What was asked.</param>
    /// <param name="parameters">What stood behind the API's path.</param>
    /// <param name="now">The service's time, which decides what is today.</param>
    CachedAnswer? Read(ApiDescriptor api, string parameters, DateTimeOffset now);

    /// <summary>Keeps an answer. Where that is not possible nothing happens: a cache is a comfort, not a duty.</summary>
    void Write(ApiDescriptor api, string parameters, CachedAnswer answer);

    /// <summary>Waits until nobody else who shares the cache is fetching the same answer. Whoever disposes of the result lets the next one in.</summary>
    ValueTask<IDisposable?> EnterAsync(ApiDescriptor api, string parameters, CancellationToken cancellationToken);

    /// <summary>Forgets answers.</summary>
    /// <param name="api">Of this API only; null for all.</param>
    /// <param name="olderThan">Retrieved before this only; null for all.</param>
    /// <returns>How many were forgotten.</returns>
    int Clear(ApiDescriptor? api, DateTimeOffset? olderThan);
}
