using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>
/// Where records go while the store that all share cannot be had: a file in the user's temporary folder, so that the processes of this machine still see each other's
/// accesses; where not even that can be written, this process's memory.
/// </summary>
internal sealed class SpareRecordStore : IRecordStore
{
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

    public async ValueTask<TResult> UpdateAsync<TState, TResult>(
        string key, TState state, RecordChange<TState, TResult> change, TimeSpan? patience = null, CancellationToken cancellationToken = default)
    {
        if (_file != null && !_memoryKeys.ContainsKey(key) && IsPrepared())
        {
            try
            {
                return await _file.UpdateAsync(key, state, change, patience, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (SafeRecordStore.IsFailure(error))
            {
                // Memory it is, from here on.
            }
        }

        _memoryKeys[key] = true;
        return await _memory.UpdateAsync(key, state, change, patience, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hands everything over and forgets it.</summary>
    internal async Task DrainAsync(Func<string, string, Task> take)
    {
        if (_file is { Exists: true })
        {
            await _file.DrainAsync(take).ConfigureAwait(false);
        }

        foreach (string key in _memoryKeys.Keys)
        {
            await take(key, _memory[key]).ConfigureAwait(false);
            _memory[key] = string.Empty;
            _memoryKeys.TryRemove(key, out _);
        }
    }

    private bool IsPrepared() => _isPrepared || (_isPrepared = _prepare());
}
