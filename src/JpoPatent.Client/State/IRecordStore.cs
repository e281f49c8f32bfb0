using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.State;

/// <summary>
/// A handful of short texts, each under a key, that all who use one ID share. The quota book and the minute's record
/// stand on it and know nothing of files or servers.
/// </summary>
internal interface IRecordStore
{
    /// <summary>Reads one record without waiting. Never torn; empty where nothing was written yet.</summary>
    ValueTask<string> ReadAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads, changes and writes one record while no other process can.
    /// What is written has left this process when the result is there.
    /// </summary>
    /// <param name="key">Which record.</param>
    /// <param name="change">The change. It may be made more than once, on what others wrote meanwhile;
    /// what the last one gave counts.</param>
    /// <param name="patience">How long to wait for a store that cannot be had;
    /// null for as long as the store thinks fit.</param>
    /// <param name="cancellationToken">Ends the wait. A change that was made stays made.</param>
    ValueTask<TResult> UpdateAsync<TResult>(
        string key,
        RecordChange<TResult> change,
        TimeSpan? patience = null,
        CancellationToken cancellationToken = default);
}
