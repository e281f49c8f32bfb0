using System;
using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.Pacing;

/// <summary>
/// The last calls of one group and those who wait for a place. All rules of the minute are here, without files or
/// waiting: a call may go out while those under way and those that ended less than a window ago are fewer than allowed.
/// A call that ended was seen by the service before that; so the service never sees more in a window than are allowed,
/// however long each was on its way.
/// </summary>
internal sealed class PacingRow
{
    /// <summary>
    /// Beyond so many a caller does not line up and asks again. Calls are never dropped for those who wait.
    /// </summary>
    private const int MaxWaiting = 20;

    // A record that is not empty, also when it has no entries.
    private const string Head = "minute";

    // Room for the longest key and a blank.
    private const int Longest = 16;

    // Who has not looked again so long after they meant to is gone.
    private const long Grace = 5000;

    private readonly List<PacingEntry> _entries = [];

    internal IReadOnlyList<PacingEntry> Entries => _entries;

    internal static PacingRow Parse(string record)
    {
        var row = new PacingRow();
        foreach (string part in record.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (PacingEntry.Parse(part) is { } entry)
            {
                row._entries.Add(entry);
            }
        }

        return row;
    }

    internal static bool IsRow(string record) => record.StartsWith(Head, StringComparison.Ordinal);

    internal string Format()
    {
        string text = string.Join(" ", [Head, .. _entries]);
        while (text.Length > Pacer.RecordLength - Longest)
        {
            // Only of a record that somebody spoiled. Those who wait line up again.
            int drop = Math.Max(0, _entries.FindIndex(static entry => entry.Kind == PacingKind.Waiting));
            _entries.RemoveAt(drop);
            text = string.Join(" ", [Head, .. _entries]);
        }

        return text;
    }

    /// <summary>Asks for a place.</summary>
    /// <param name="id">Who asks.</param>
    /// <param name="now">The moment.</param>
    /// <param name="sight">What this process has seen.</param>
    /// <param name="rate">Calls allowed, and the window.</param>
    /// <param name="longestCall">How long the call can take, in milliseconds.</param>
    /// <param name="look">After how many milliseconds who waits looks again at the latest.</param>
    /// <returns>0 where the call may go out; otherwise how many milliseconds to wait at least.</returns>
    internal long Ask(
        string id, PacingStamp now, PacingSight sight, (int Calls, long Window) rate, long longestCall, long look)
    {
        _entries.RemoveAll(entry => IsGone(entry, sight.AgeOf(entry, now), rate.Window));
        int own = _entries.FindIndex(entry => entry.Kind == PacingKind.Waiting && entry.Id == id);
        int ahead = _entries.Take(own < 0 ? _entries.Count : own)
            .Count(static entry => entry.Kind == PacingKind.Waiting);
        List<long> left = [.. _entries.Where(static entry => entry.Kind != PacingKind.Waiting)
            .Select(entry => Left(entry, sight.AgeOf(entry, now), rate.Window))];
        int room = rate.Calls - left.Count;
        if (room > ahead)
        {
            if (own >= 0)
            {
                _entries.RemoveAt(own);
            }

            _entries.Add(new PacingEntry(PacingKind.Calling, id, now, longestCall));
            sight.Keep(_entries);
            return 0;
        }

        // As many calls have to leave the window as stand in the way;
        // those that are not there yet follow a window later.
        left.Sort();
        int turn = ahead - room;
        long wait = left.Count == 0 ? look : ((turn / left.Count) * rate.Window) + left[turn % left.Count];
        var waiting = new PacingEntry(PacingKind.Waiting, id, now, Math.Min(wait, look));
        if (own >= 0)
        {
            _entries[own] = waiting;
        }
        else if (_entries.Count - left.Count < MaxWaiting)
        {
            _entries.Add(waiting);
        }

        sight.Keep(_entries);
        return Math.Max(1, wait);
    }

    /// <summary>Ends a place: the call has ended, or never went out.</summary>
    internal void End(string id, PacingStamp now, bool wasSent)
    {
        _entries.RemoveAll(entry => entry.Id == id);
        if (wasSent)
        {
            _entries.Add(new PacingEntry(PacingKind.Called, id, now, 0));
        }
    }

    /// <summary>
    /// All who stand in either of two rows that went on apart. Of one who stands in both, what is further on counts.
    /// </summary>
    internal static PacingRow Larger(PacingRow one, PacingRow other)
    {
        var merged = new PacingRow();
        merged._entries.AddRange(one._entries);
        foreach (PacingEntry entry in other._entries)
        {
            int there = merged._entries.FindIndex(known => known.Id == entry.Id);
            if (there < 0 && entry.Kind != PacingKind.Waiting)
            {
                merged._entries.Add(entry);
            }
            else if (there >= 0 && entry.Kind > merged._entries[there].Kind)
            {
                merged._entries[there] = entry;
            }
        }

        return merged;
    }

    private static bool IsGone(PacingEntry entry, long age, long window) => entry.Kind switch
    {
        PacingKind.Waiting => age >= entry.Span + Grace,
        PacingKind.Calling => age >= entry.Span + window,
        _ => age >= window,
    };

    /// <summary>
    /// When a call leaves the window at the earliest: one that is under way, a window after it may end this moment.
    /// </summary>
    private static long Left(PacingEntry entry, long age, long window) =>
        entry.Kind == PacingKind.Called ? window - age : Math.Min(window, entry.Span + window - age);
}
