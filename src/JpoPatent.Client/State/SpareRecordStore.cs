using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.State;

/// <summary>
/// Where records go while the store that all share cannot be had: a file in the user's temporary folder, so that the
/// processes of this machine still see each other's accesses; where not even that can be written, this process's
/// memory.
/// </summary>
internal sealed class SpareRecordStore : IRecordStore
{
    /// <summary>Room that a spare needs beyond a record's own.</summary>
    internal const int MoreLength = 1;

    // What was shared before lies beside the record, under its key with this before it.
    private const string BeganAs = "@";

    private readonly ConcurrentDictionary<string, bool> _memoryKeys = new(StringComparer.Ordinal);
    private readonly MemoryRecordStore _memory = new();
    private readonly RecordFile? _file;
    private readonly Func<bool> _prepare;
    private bool _isPrepared;

    /// <param name="file">The file; null for memory alone.</param>
    /// <param name="prepare">Makes the file's folder; false where that cannot be.</param>
    internal SpareRecordStore(RecordFile? file, Func<bool> prepare)
    {
        _file = file;
        _prepare = prepare;
    }

    /// <summary>Whether there is anything in it that the shared store may not have yet.</summary>
    internal bool Exists => _file is { Exists: true } || !_memoryKeys.IsEmpty;

    public async ValueTask<string> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        if (_file != null && !_memoryKeys.ContainsKey(key))
        {
            try
            {
                return await _file.ReadAsync(key, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (SafeRecordStore.IsFailure(error))
            {
                return string.Empty;
            }
        }

        return await _memory.ReadAsync(key, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<TResult> UpdateAsync<TResult>(
        string key,
        RecordChange<TResult> change,
        TimeSpan? patience = null,
        CancellationToken cancellationToken = default)
    {
        if (_file != null && !_memoryKeys.ContainsKey(key) && IsPrepared())
        {
            try
            {
                return await _file.UpdateAsync(key, change, patience, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (SafeRecordStore.IsFailure(error))
            {
                // Memory it is, from here on.
            }
        }

        _memoryKeys[key] = true;
        return await _memory.UpdateAsync(key, change, patience, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Keeps what the shared store held when it went, for the difference to be told by. The first who knows says it.
    /// </summary>
    internal ValueTask<string> BeginAsync(string key, string shared) =>
        UpdateAsync(
            BeganAs + key,
            (ref string record, RecordFacts _) => record = record.Length == 0 && shared.Length > 0 ? shared : record);

    /// <summary>Hands everything over and forgets it.</summary>
    /// <param name="take">Takes a key, what was shared before, and what is counted now.</param>
    internal async Task DrainAsync(Func<string, string, string, Task> take)
    {
        if (_file is { Exists: true })
        {
            await _file.DrainAsync((key, text) => TakeAsync(key, text, _file)).ConfigureAwait(false);
        }

        foreach (string key in _memoryKeys.Keys)
        {
            await TakeAsync(key, _memory[key], _memory).ConfigureAwait(false);
            _memory[key] = string.Empty;
            _memoryKeys.TryRemove(key, out _);
        }

        async Task TakeAsync(string key, string text, IRecordStore from)
        {
            if (!key.StartsWith(BeganAs, StringComparison.Ordinal))
            {
                await take(key, await from.ReadAsync(BeganAs + key).ConfigureAwait(false), text).ConfigureAwait(false);
            }
        }
    }

    private bool IsPrepared() => _isPrepared || (_isPrepared = _prepare());
}
