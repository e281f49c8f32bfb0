namespace JpoPatent;

/// <summary>
/// A handful of short texts that every process of the machine shares. The quota book and the pacing windows stand on it and know nothing of files.
/// </summary>
internal interface IRecordStore
{
    /// <summary>Reads one record without taking the lock. Never torn; empty where nothing was written yet.</summary>
    string Read(int record);

    /// <summary>
    /// Reads, changes and writes one record while no one else can. What is written has left this process when the call returns.
    /// </summary>
    TResult Update<TState, TResult>(int record, TState state, RecordChange<TState, TResult> change);
}

/// <summary>What to do with a record under the lock.</summary>
/// <param name="record">The record as it is; what it is set to is written.</param>
/// <param name="state">What the caller passed in.</param>
internal delegate TResult RecordChange<in TState, out TResult>(ref string record, TState state);
