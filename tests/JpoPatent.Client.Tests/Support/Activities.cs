using System;
using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.Tests;

/// <summary>Writes down what a client tells.</summary>
internal sealed class Activities : IProgress<JpoActivity>
{
    private readonly List<JpoActivity> _all = [];

    internal IReadOnlyList<JpoActivity> All
    {
        get
        {
            lock (_all)
            {
                return _all.ToArray();
            }
        }
    }

    internal IReadOnlyList<string> Warnings => Of(JpoActivityKind.Warning);

    private (JpoActivityKind Kind, Action Act)? _then;

    /// <summary>Does something when the client tells that it does something.</summary>
    internal void WhenTold(JpoActivityKind kind, Action act) => _then = (kind, act);

    public void Report(JpoActivity value)
    {
        if (_then is { } then && then.Kind == value.Kind)
        {
            then.Act();
        }

        lock (_all)
        {
            _all.Add(value);
        }
    }

    internal IReadOnlyList<string> Of(JpoActivityKind kind) => All.Where(activity => activity.Kind == kind).Select(activity => activity.Message).ToArray();
}
