using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>What scripts do: the list from where the last night ended, or the longest unseen first with registered cases on the register's own counter.</summary>
internal sealed class OrderPolicy(bool longestFirst, bool hasRegister) : IWatchPolicy
{
    private readonly List<int> _list = [];
    private readonly Queue<int> _documents = new();
    private readonly Queue<int> _register = new();
    private int _at;

    public void Add(int id, int filed, int night)
    {
        _list.Add(id);
        _documents.Enqueue(id);
    }

    public IReadOnlyList<(int Case, LookApi Api)> Choose(int night, NightBudget budget)
    {
        if (longestFirst)
        {
            return [.. Take(_documents, budget.Progress).Select(id => (id, LookApi.Progress)), .. Take(_register, budget.Registration).Select(id => (id, LookApi.Registration))];
        }

        int first = _at;
        int looks = Math.Min(budget.Progress, _list.Count);
        _at = (_at + looks) % _list.Count;
        return [.. Enumerable.Range(0, looks).Select(i => (_list[(first + i) % _list.Count], LookApi.Progress))];
    }

    public void Seen(int id, LookApi api, int night, IReadOnlyList<WatchEvent> events)
    {
        if (longestFirst)
        {
            bool isRegistered = events.Any(one => one.Kind == WatchEventKind.Registration) && !events.Any(one => one.Kind == WatchEventKind.End);
            (hasRegister && isRegistered ? _register : _documents).Enqueue(id);
        }
    }

    private static List<int> Take(Queue<int> queue, int count)
    {
        var taken = new List<int>();
        while (taken.Count < count && queue.Count > 0)
        {
            taken.Add(queue.Dequeue());
        }

        return taken;
    }
}
