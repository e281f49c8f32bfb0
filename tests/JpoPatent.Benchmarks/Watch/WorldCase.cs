using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>One life. The events stand in the order in which they become visible, and by day among those.</summary>
internal sealed record WorldCase(int Id, int Filed, int Added, WatchEvent[] Events, int[] Visible)
{
    internal static WorldCase Of(int id, int filed, int added, IEnumerable<WorldEvent> events)
    {
        WorldEvent[] sorted = [.. events.OrderBy(one => one.Visible).ThenBy(one => one.Event.Day)];
        return new WorldCase(id, filed, added, Array.ConvertAll(sorted, one => one.Event), Array.ConvertAll(sorted, one => one.Visible));
    }

    /// <summary>How many events a look in that night can show.</summary>
    internal int ShownBy(int night)
    {
        int count = 0;
        while (count < Visible.Length && Visible[count] <= night)
        {
            count++;
        }

        return count;
    }
}
