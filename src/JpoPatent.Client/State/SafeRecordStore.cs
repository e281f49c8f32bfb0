using System;
using System.IO;

namespace JpoPatent;

/// <summary>
/// Records in a file for as long as the file can be used, then in memory from what was last seen: a guard that makes the run fail would be
/// worse than one that counts for this process alone.
/// </summary>
internal sealed class SafeRecordStore : IRecordStore
{
    private readonly IRecordStore _file;
    private readonly string[] _lastSeen;
    private readonly Action<Exception> _failed;
    private MemoryRecordStore? _memory;

    internal SafeRecordStore(IRecordStore file, int records, Action<Exception> failed)
    {
        _file = file;
        _failed = failed;
        _lastSeen = new string[records];
        for (int i = 0; i < records; i++)
        {
            _lastSeen[i] = string.Empty;
        }
    }

    internal bool IsInMemory => _memory != null;

    public string Read(int record)
    {
        if (_memory == null)
        {
            try
            {
                return _lastSeen[record] = _file.Read(record);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                FallBack(error);
            }
        }

        return _memory!.Read(record);
    }

    public TResult Update<TState, TResult>(int record, TState state, RecordChange<TState, TResult> change)
    {
        if (_memory == null)
        {
            try
            {
                (TResult result, string text) = _file.Update(record, (State: state, Change: change), static (ref string current, (TState State, RecordChange<TState, TResult> Change) all) =>
                {
                    TResult outcome = all.Change(ref current, all.State);
                    return (outcome, current);
                });

                // Only now: had the write failed, the same change would be made to memory a second time.
                _lastSeen[record] = text;
                return result;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                FallBack(error);
            }
        }

        return _memory!.Update(record, state, change);
    }

    private void FallBack(Exception error)
    {
        lock (_lastSeen)
        {
            if (_memory != null)
            {
                return;
            }

            _memory = new MemoryRecordStore(_lastSeen);
        }

        _failed(error);
    }
}
