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

    public void Report(JpoActivity value)
    {
        lock (_all)
        {
            _all.Add(value);
        }
    }

    internal IReadOnlyList<string> Of(JpoActivityKind kind) => All.Where(activity => activity.Kind == kind).Select(activity => activity.Message).ToArray();
}
