using System;

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

    /// <summary>Forgets answers.</summary>
    /// <param name="api">Of this API only; null for all.</param>
    /// <param name="olderThan">Retrieved before this only; null for all.</param>
    /// <returns>How many were forgotten.</returns>
    int Clear(ApiDescriptor? api, DateTimeOffset? olderThan);
}
