using System.Collections.Generic;

namespace JpoPatent.Cases;

/// <summary>What an earlier run answered, so that the next one asks only for the rest.</summary>
internal sealed class CaseResume
{
    private readonly Dictionary<CaseKey, CaseValues> _answered = [];
    private readonly bool _isSandbox;

    /// <summary>Begins with nothing.</summary>
    /// <param name="isSandbox">Whether the run is the sandbox's: made-up cases and true ones are never mixed.</param>
    internal CaseResume(bool isSandbox) => _isSandbox = isSandbox;

    /// <summary>Takes a row of the earlier run in.</summary>
    internal void Add(CaseRequest request)
    {
        if (request.Key is { } key && IsAnswered(request.Known))
        {
            _answered[key] = request.Known;
        }
    }

    /// <summary>What was answered for a row; null where it is to be asked for.</summary>
    internal CaseValues? Find(CaseRequest request) =>
        request.Key is { } key && _answered.TryGetValue(key, out CaseValues? known) ? known : null;

    /// <summary>An answer, and an answer that there is nothing, are settled. What failed on the way is not.</summary>
    private bool IsAnswered(CaseValues known) =>
        known.Text(CaseField.ProblemId) is { } id
            ? id is "JpoNoData" or "JpoNoDocument" or "JpoNotCovered"
            : known[CaseField.RetrievedAt] != null
                && known[CaseField.IsSandbox] is bool isSandbox
                && isSandbox == _isSandbox;
}
