using System.Collections.Generic;
using JpoPatent.Apis;

namespace JpoPatent.Cases;

/// <summary>
/// What a run will cost, API by API: nothing for what today's cache answers, for rows without a number, and for cases
/// that stand twice. Whether a case is registered, or has a term that runs, shows when its progress is known; until
/// then the plan counts the access.
/// </summary>
internal sealed class CasePlan
{
    private readonly JpoClient _client;
    private readonly CaseScope _scope;
    private readonly SortedDictionary<int, int> _calls = [];
    private readonly HashSet<(ApiDescriptor Api, string Parameters)> _counted = [];

    internal CasePlan(JpoClient client, CaseScope scope)
    {
        _client = client;
        _scope = scope;
    }

    /// <summary>The accesses of each API, in the catalogue's order.</summary>
    internal IEnumerable<(ApiDescriptor Api, int Count)> Calls
    {
        get
        {
            foreach (KeyValuePair<int, int> call in _calls)
            {
                yield return (ApiCatalog.All[call.Key], call.Value);
            }
        }
    }

    /// <summary>Counts what a case will cost.</summary>
    internal void Add(JpoNumber number)
    {
        if (number.IsAhead(_client.Clock))
        {
            return;
        }

        CaseProgress? progress = null;
        if (CaseScope.Lookup(number) is { } lookup)
        {
            Count(lookup, ApiParameters.Of(lookup, number));
        }
        else if (!_scope.NoCache)
        {
            progress = _client.Of(number.Law).FindCachedProgress(number);
        }

        Count(_scope.Progress(number.Law), number.Value);
        if (_scope.WithDocuments)
        {
            // Before the state is known, a notice is as likely as a decision: one access either way.
            DocumentKind? kind = progress == null ? DocumentKind.Refusal : CaseScope.Documents(progress.State);
            if (kind is { } documents)
            {
                Count(_client.Of(number.Law).Documents(documents), number.Value);
            }
        }

        if (_scope.WithRegistration && (progress == null || progress.RegistrationNumber != null))
        {
            Count(CaseScope.Registration(number.Law), number.Value);
        }
    }

    private void Count(ApiDescriptor api, string parameters)
    {
        if (_counted.Add((api, parameters)) && (_scope.NoCache || !_client.IsCached(api, parameters)))
        {
            _calls[api.Index] = _calls.TryGetValue(api.Index, out int count) ? count + 1 : 1;
        }
    }
}
