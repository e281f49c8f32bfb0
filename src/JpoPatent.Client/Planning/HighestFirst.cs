using System;

namespace JpoPatent.Planning;

/// <summary>
/// Keeps the highest of many looks, in space for those alone: a heap with the lowest kept one on top.
/// </summary>
internal sealed class HighestFirst(int capacity)
{
    private readonly Entry[] _kept = new Entry[capacity];
    private int _count;

    /// <summary>How many are kept.</summary>
    public int Count => _count;

    /// <summary>Whether a score this low is not kept whatever its key.</summary>
    public bool IsBelow(float score) => _count == _kept.Length && (_count == 0 || score < _kept[0].Score);

    /// <summary>Offers one. Of equal scores the lower key is the higher.</summary>
    public void Offer(int index, float score, int key)
    {
        if (IsBelow(score))
        {
            return;
        }

        var offered = new Entry(score, key, index);
        if (_count < _kept.Length)
        {
            _kept[_count] = offered;
            Rise(_count++);
        }
        else if (_kept[0].IsBelow(offered))
        {
            _kept[0] = offered;
            Sink();
        }
    }

    /// <summary>The kept ones, the highest first. The heap is used up.</summary>
    public Entry[] Drain()
    {
        var sorted = new Entry[_count];
        Array.Copy(_kept, sorted, _count);
        Array.Sort(sorted, static (a, b) => a.IsBelow(b) ? 1 : b.IsBelow(a) ? -1 : 0);
        _count = 0;
        return sorted;
    }

    private void Rise(int at)
    {
        Entry moving = _kept[at];
        while (at > 0)
        {
            int parent = (at - 1) / 2;
            if (!moving.IsBelow(_kept[parent]))
            {
                break;
            }

            _kept[at] = _kept[parent];
            at = parent;
        }

        _kept[at] = moving;
    }

    private void Sink()
    {
        Entry moving = _kept[0];
        int at = 0;
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && _kept[child + 1].IsBelow(_kept[child]))
            {
                child++;
            }

            if (!_kept[child].IsBelow(moving))
            {
                break;
            }

            _kept[at] = _kept[child];
            at = child;
        }

        _kept[at] = moving;
    }

    /// <summary>A look that is kept.</summary>
    internal readonly record struct Entry(float Score, int Key, int Index)
    {
        /// <summary>Whether the other comes first.</summary>
        public bool IsBelow(Entry other) =>
            Score < other.Score
            || (Score == other.Score && (Key > other.Key || (Key == other.Key && Index > other.Index)));
    }
}
