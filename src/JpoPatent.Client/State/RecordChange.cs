namespace JpoPatent.State;

/// <summary>What to do with a record.</summary>
/// <param name="record">The record as it is; what it is set to is written.</param>
/// <param name="facts">How the record came.</param>
internal delegate TResult RecordChange<out TResult>(ref string record, RecordFacts facts);
