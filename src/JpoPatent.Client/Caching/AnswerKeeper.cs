using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Time;

namespace JpoPatent.Caching;

/// <summary>
/// The cache of one connection, with the answers that are still on their way into it: a caller can have its answer
/// while another thread writes it. An answer that is being written is found as if it lay in the cache, and
/// <see cref="EndAsync"/> tells when all lie there. The end of the process waits for that as well.
/// </summary>
internal sealed class AnswerKeeper : IAnswerCache
{
    // A store that is far away may take longer than the next answer; what a killed process loses stays little.
    private const int MostBehind = 4;

    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(2);

    // Of all connections, for the end of the process: a handler of each connection would keep it alive for good.
    private static readonly ConcurrentDictionary<Task, bool> AllUnderWay = new();

    private readonly ConcurrentDictionary<string, Writing> _behind = new(StringComparer.Ordinal);
    private readonly IAnswerCache _cache;
    private int _count;

    static AnswerKeeper() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => WaitForAll();

    /// <param name="cache">Where the answers go.</param>
    internal AnswerKeeper(IAnswerCache cache) => _cache = cache;

    public ValueTask<CachedAnswer?> ReadAsync(
        ApiDescriptor api, string parameters, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Volatile.Read(ref _count) > 0
        && _behind.TryGetValue(CachedAnswer.KeyOf(api, parameters), out Writing? writing)
        && JapanTime.DayOf(writing.Answer.RetrievedAt) == JapanTime.DayOf(now)
            ? new ValueTask<CachedAnswer?>(writing.Answer)
            : _cache.ReadAsync(api, parameters, now, cancellationToken);

    public ValueTask WriteAsync(
        ApiDescriptor api, string parameters, CachedAnswer answer, CancellationToken cancellationToken = default) =>
        _cache.WriteAsync(api, parameters, answer, cancellationToken);

    /// <summary>Writes an answer on another thread.</summary>
    /// <param name="api">What was asked.</param>
    /// <param name="parameters">What stood behind the API's path.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="whenWritten">Disposed of when the answer lies in the cache, or could not be written.</param>
    /// <returns>A task that ends when the writing has begun: after the one before it, where that takes long.</returns>
    internal async ValueTask WriteBehindAsync(
        ApiDescriptor api, string parameters, CachedAnswer answer, IDisposable? whenWritten)
    {
        while (Interlocked.Increment(ref _count) > MostBehind)
        {
            Interlocked.Decrement(ref _count);
            await EndOfAsync(UnderWay()).ConfigureAwait(false);
        }

        string key = CachedAnswer.KeyOf(api, parameters);
        var begun = new Task<Task>(() => WriteAndRemoveAsync(api, parameters, answer, whenWritten));
        var writing = new Writing(answer, begun.Unwrap());
        while (!_behind.TryAdd(key, writing))
        {
            // Of two answers to one question the later one is written last.
            Task[] before = _behind.TryGetValue(key, out Writing? earlier) ? [earlier.Written] : [];
            await EndOfAsync(before).ConfigureAwait(false);
        }

        AllUnderWay[writing.Written] = true;
        begun.Start(TaskScheduler.Default);
    }

    /// <summary>Ends when every answer that was given to a caller lies in the cache.</summary>
    internal Task EndAsync() => Volatile.Read(ref _count) == 0 ? Task.CompletedTask : Task.WhenAll(UnderWay());

    public async ValueTask<int> ClearAsync(
        ApiDescriptor? api, DateTimeOffset? olderThan, CancellationToken cancellationToken = default)
    {
        await EndAsync().ConfigureAwait(false);
        return await _cache.ClearAsync(api, olderThan, cancellationToken).ConfigureAwait(false);
    }

    private async Task WriteAndRemoveAsync(
        ApiDescriptor api, string parameters, CachedAnswer answer, IDisposable? whenWritten)
    {
        try
        {
            // Also where the user stops just now: the access is spent.
            await _cache.WriteAsync(api, parameters, answer, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            whenWritten?.Dispose();
            if (_behind.TryRemove(CachedAnswer.KeyOf(api, parameters), out Writing? writing))
            {
                AllUnderWay.TryRemove(writing.Written, out _);
            }

            Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>Ends with the first of them, however it ends.</summary>
    private static Task EndOfAsync(Task[] written) => written.Length == 0 ? Task.CompletedTask : Task.WhenAny(written);

    private Task[] UnderWay() => _behind.Values.Select(static writing => writing.Written).ToArray();

    private static void WaitForAll()
    {
        try
        {
            Task.WaitAll(AllUnderWay.Keys.ToArray(), ExitPatience);
        }
        catch (AggregateException)
        {
            // It could not be written: a cache is a comfort.
        }
    }

    private sealed record Writing(CachedAnswer Answer, Task Written);
}
