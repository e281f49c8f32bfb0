using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Time;

namespace JpoPatent.Caching;

/// <summary>The cache of this process alone, where the state folder cannot be written.</summary>
internal sealed class MemoryAnswerCache : IAnswerCache
{
    // A progress answer is about 5 KB, so these are ten thousand of them:
    // about as much memory as the shell itself takes.
    private const long MaxBytes = 50 * 1024 * 1024;

    private readonly ConcurrentDictionary<(ApiDescriptor Api, string Parameters), CachedAnswer> _answers = new();
    private long _bytes;

    public ValueTask<CachedAnswer?> ReadAsync(
        ApiDescriptor api, string parameters, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        new(Read(api, parameters, now));

    public ValueTask WriteAsync(
        ApiDescriptor api, string parameters, CachedAnswer answer, CancellationToken cancellationToken = default)
    {
        Write(api, parameters, answer);
        return default;
    }

    public ValueTask<int> ClearAsync(
        ApiDescriptor? api, DateTimeOffset? olderThan, CancellationToken cancellationToken = default) =>
        new(Clear(api, olderThan));

    internal CachedAnswer? Read(ApiDescriptor api, string parameters, DateTimeOffset now) =>
        _answers.TryGetValue((api, parameters), out CachedAnswer? answer)
            && JapanTime.DayOf(answer.RetrievedAt) == JapanTime.DayOf(now)
            ? answer
            : null;

    internal void Write(ApiDescriptor api, string parameters, CachedAnswer answer)
    {
        if (Interlocked.Add(ref _bytes, answer.Body.Length) > MaxBytes)
        {
            _answers.Clear();
            _bytes = answer.Body.Length;
        }

        _answers[(api, parameters)] = answer;
    }

    internal int Clear(ApiDescriptor? api, DateTimeOffset? olderThan)
    {
        int cleared = 0;
        foreach (var entry in _answers)
        {
            if ((api == null || entry.Key.Api == api)
                && (olderThan == null || entry.Value.RetrievedAt < olderThan)
                && _answers.TryRemove(entry.Key, out _))
            {
                cleared++;
            }
        }

        return cleared;
    }
}
