using System;

namespace JpoPatent.Caching;

/// <summary>An answer as the cache keeps it.</summary>
/// <param name="RetrievedAt">When the service gave it, by the service's clock.</param>
/// <param name="FileName">The name that the service gave to a file; null for answers that are no files.</param>
/// <param name="Body">The body, byte for byte.</param>
internal sealed record CachedAnswer(DateTimeOffset RetrievedAt, string? FileName, ReadOnlyMemory<byte> Body)
{
    /// <summary>
    /// Where the data of a JSON answer stand; null for answers without, and for all that are no JSON.
    /// </summary>
    internal CachedData? Data { get; init; }

    /// <summary>What tells the answer to a call from all others of its day, in every process.</summary>
    internal static string KeyOf(ApiDescriptor api, string parameters) => api.Id + "/" + parameters;
}
