using System;
using System.Globalization;
using System.Text;

namespace JpoPatent;

/// <summary>
/// The last calls of one group, as the moments for which they were let through; moments ahead are places that somebody waits for, in the order
/// of asking. So nobody overtakes, and a bulk run, which waits for one place at a time, delays a single call by one place.
/// </summary>
internal struct PacingRow
{
    // Nobody waits this long for a place: such a moment comes from a clock that was wrong by more than can be mended.
    private const long Implausible = 60 * 60 * 1000;

    /// <summary>When the row was last written, in milliseconds since 1970 UTC.</summary>
    private long _writtenAt;

    /// <summary>Moments in milliseconds since 1970 UTC, oldest first; at most as many as calls are allowed in a window.</summary>
    private long[] _places;

    internal static PacingRow Parse(string record)
    {
        string[] parts = record.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new long[parts.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return new PacingRow { _places = [] };
            }
        }

        return numbers.Length == 0
            ? new PacingRow { _places = [] }
            : new PacingRow { _writtenAt = numbers[0], _places = numbers.AsSpan(1).ToArray() };
    }

    internal readonly string Format()
    {
        var text = new StringBuilder(16 * (_places.Length + 1));
        text.Append(_writtenAt.ToString(CultureInfo.InvariantCulture));
        foreach (long place in _places)
        {
            text.Append(' ').Append(place.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>Takes the next place.</summary>
    /// <param name="now">Milliseconds since 1970 UTC.</param>
    /// <param name="calls">Calls allowed in a window.</param>
    /// <param name="window">The window's length in milliseconds.</param>
    /// <returns>The moment at which the call may go out, never before <paramref name="now"/>.</returns>
    internal long Take(long now, int calls, long window)
    {
        MendClock(now);
        long place = now;
        if (_places.Length >= calls)
        {
            place = Math.Max(place, _places[_places.Length - calls] + window);
        }

        if (_places.Length > 0)
        {
            place = Math.Max(place, _places[_places.Length - 1]);
        }

        int keep = Math.Min(_places.Length, calls - 1);
        var next = new long[keep + 1];
        Array.Copy(_places, _places.Length - keep, next, 0, keep);
        next[keep] = place;
        _places = next;
        return place;
    }

    /// <summary>Gives a place back that was not used. Later places keep their moments.</summary>
    internal void GiveBack(long place)
    {
        int index = Array.LastIndexOf(_places, place);
        if (index >= 0)
        {
            var next = new long[_places.Length - 1];
            Array.Copy(_places, 0, next, 0, index);
            Array.Copy(_places, index + 1, next, index, next.Length - index);
            _places = next;
        }
    }

    /// <summary>Where the machine's clock was set back since the last call, the moments go back with it: no endless wait, and no burst either.</summary>
    private void MendClock(long now)
    {
        long setBack = _writtenAt - now;
        for (int i = 0; i < _places.Length; i++)
        {
            if (setBack > 0)
            {
                _places[i] -= setBack;
            }

            if (_places[i] > now + Implausible)
            {
                _places[i] = now;
            }
        }

        _writtenAt = now;
    }
}
