using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>The delays of a run: night of the first look that shows an event, less its first visible night. What is never seen counts with the delay reached on the last night.</summary>
internal sealed class WatchScore
{
    private WatchScore(IEnumerable<int> critical, IEnumerable<int> all, int neverSeen, int neverLooked, int longestWait)
    {
        Critical = Delays.Of(critical);
        All = Delays.Of(all);
        NeverSeen = neverSeen;
        NeverLooked = neverLooked;
        LongestWait = longestWait;
    }

    internal Delays Critical { get; }

    internal Delays All { get; }

    /// <summary>Events that no look showed.</summary>
    internal int NeverSeen { get; }

    /// <summary>Cases that were on the list for sixty nights and more without a look.</summary>
    internal int NeverLooked { get; }

    /// <summary>The longest wait of a pending or registered case, in nights.</summary>
    internal int LongestWait { get; }

    internal static WatchScore Of(WatchWorld world, IEnumerable<WatchLook> looks, int from, int to, int nights)
    {
        ILookup<int, WatchLook> byCase = looks.OrderBy(look => look.Night).ToLookup(look => look.Case);
        var critical = new List<int>();
        var all = new List<int>();
        int neverSeen = 0, neverLooked = 0, longest = 0;
        foreach (WorldCase one in world.Cases)
        {
            WatchLook[] of = [.. byCase[one.Id]];
            for (int i = 0; i < one.Events.Length; i++)
            {
                WatchEvent happened = one.Events[i];
                int visible = Math.Max(one.Visible[i], one.Added);
                if (one.Visible[i] < from || one.Visible[i] >= to)
                {
                    continue;
                }

                int seen = Array.FindIndex(of, look => look.Night >= visible && WatchSimulation.Shows(look.Api, happened.Kind));
                neverSeen += seen < 0 ? 1 : 0;
                int delay = (seen < 0 ? nights - 1 : of[seen].Night) - visible;
                all.Add(delay);
                if (happened.IsCritical)
                {
                    critical.Add(delay);
                }
            }

            int over = Array.FindIndex(one.Events, happened => happened.Kind == WatchEventKind.End) is >= 0 and var end ? one.Visible[end] : int.MaxValue;
            int last = one.Added;
            foreach (int night in of.Select(look => look.Night).Append(nights - 1))
            {
                longest = Math.Max(longest, last < over ? Math.Min(night, over) - last : 0);
                last = night;
            }

            neverLooked += of.Length == 0 && one.Added < nights - 60 ? 1 : 0;
        }

        return new WatchScore(critical, all, neverSeen, neverLooked, longest);
    }

    internal sealed record Delays(int Count, double Mean, int Median, int P95, int P99, int Longest)
    {
        internal static Delays Of(IEnumerable<int> delays)
        {
            int[] sorted = [.. delays.Order()];
            return sorted.Length == 0 ? new(0, 0, 0, 0, 0, 0) : new(sorted.Length, sorted.Average(), At(sorted, 0.5), At(sorted, 0.95), At(sorted, 0.99), sorted[^1]);
        }

        private static int At(int[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
