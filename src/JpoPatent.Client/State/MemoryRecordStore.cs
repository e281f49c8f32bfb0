using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.State;

/// <summary>
/// Records of this process alone: for tests, for a connection's own rate, and where no folder can be written at all.
/// </summary>
internal sealed class MemoryRecordStore : IRecordStore
{
    private readonly Dictionary<string, string> _records = new(StringComparer.Ordinal);

    /// <summary>A record.</summary>
    /// <param name="key">Its key.</param>
    internal string this[string key]
    {
        get
        {
            lock (_records)
            {
                return _records.TryGetValue(key, out string? text) ? text : string.Empty;
            }
        }

        set
        {
            lock (_records)
            {
                _records[key] = value;
            }
        }
    }

    public ValueTask<string> ReadAsync(string key, CancellationToken cancellationToken = default) => new(this[key]);

    public ValueTask<TResult> UpdateAsync<TResult>(
        string key,
        RecordChange<TResult> change,
        TimeSpan? patience = null,
        CancellationToken cancellationToken = default)
    {
        lock (_records)
        {
            string text = this[key];
            TResult result = change(ref text, default);
            _records[key] = text;
            return new ValueTask<TResult>(result);
        }
    }
}
