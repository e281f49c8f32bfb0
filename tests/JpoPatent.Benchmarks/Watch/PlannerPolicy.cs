using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>The product's planner, in the order in which the module uses it.</summary>
internal sealed class PlannerPolicy : IWatchPolicy
{
    private readonly List<int> _ids = [];
    private readonly Dictionary<int, int> _places = [];
    private readonly StageRates _rates = new();
    private WatchedCase[] _cases = [];
    private int _count;
    private WatchPlanner? _planner;

    internal StageRates Rates => _rates;

    public void Add(int id, int filed, int night)
    {
        if (_count == _cases.Length)
        {
            Array.Resize(ref _cases, Math.Max(1024, 2 * _count));
        }

        _places[id] = _count;
        _ids.Add(id);
        _cases[_count++] = WatchedCase.New(id, JpoLaw.Patent, filed, night);
    }

    public IReadOnlyList<(int Case, LookApi Api)> Choose(int night, NightBudget budget)
    {
        _planner = new WatchPlanner(_rates, _planner);
        return [.. _planner.Plan(_cases.AsSpan(0, _count).ToArray(), night, budget).Select(look => (_ids[look.Index], look.Api))];
    }

    public void Seen(int id, LookApi api, int night, IReadOnlyList<WatchEvent> events)
    {
        ref WatchedCase watched = ref _cases[_places[id]];
        bool first = watched.Stage is WatchStage.NeverSeen or WatchStage.Unpublished;
        if (api == LookApi.Registration)
        {
            CaseLife.Place(ref watched, events);
            watched.LastLook = night;
            watched.LastRegister = night;
            return;
        }

        CaseLife.Teach(_rates, watched.Law, watched.Filed, events, first && events.Count > 0 ? watched.Filed : watched.LastProgress, night);
        CaseLife.Seen(ref watched, events, night);
    }
}
