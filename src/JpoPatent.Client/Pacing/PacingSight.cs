using System.Collections.Generic;

namespace JpoPatent.Pacing;

/// <summary>
/// When this process first saw each of those who stand in a record. Where clocks have nothing in common, that is what
/// is certain: no entry is younger than the sight of it.
/// </summary>
internal sealed class PacingSight
{
    private readonly Dictionary<string, long> _first = new(System.StringComparer.Ordinal);

    /// <summary>How old an entry is at least.</summary>
    internal long AgeOf(PacingEntry entry, PacingStamp now)
    {
        long bySight;
        lock (_first)
        {
            if (!_first.TryGetValue(entry.Sight, out long first))
            {
                _first[entry.Sight] = first = now.Monotonic;
            }

            bySight = now.Monotonic - first;
        }

        return System.Math.Max(bySight, now.Since(entry.At));
    }

    /// <summary>Forgets those who are gone.</summary>
    internal void Keep(IReadOnlyCollection<PacingEntry> entries)
    {
        lock (_first)
        {
            if (_first.Count <= entries.Count)
            {
                return;
            }

            var there = new HashSet<string>(System.StringComparer.Ordinal);
            foreach (PacingEntry entry in entries)
            {
                there.Add(entry.Sight);
            }

            var gone = new List<string>();
            foreach (string sight in _first.Keys)
            {
                if (!there.Contains(sight))
                {
                    gone.Add(sight);
                }
            }

            foreach (string sight in gone)
            {
                _first.Remove(sight);
            }
        }
    }
}
