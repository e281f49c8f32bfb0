using System.Linq;

namespace JpoPatent;

/// <summary>Records of this process alone: for tests, and where the state folder cannot be written.</summary>
internal sealed class MemoryRecordStore : IRecordStore
{
    private readonly object _gate = new();
    private readonly string[] _records;

    internal MemoryRecordStore(int records)
        : this(Enumerable.Repeat(string.Empty, records).ToArray())
    {
    }

    internal MemoryRecordStore(string[] records) => _records = records;

    public string Read(int record)
    {
        lock (_gate)
        {
            return _records[record];
        }
    }

    public TResult Update<TState, TResult>(int record, TState state, RecordChange<TState, TResult> change)
    {
        lock (_gate)
        {
            return change(ref _records[record], state);
        }
    }
}
