using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace JpoPatent;

/// <summary>
/// The last calls of one group, as the moments for which they were let through; moments ahead are places that somebody waits for, in the order
/// of asking, so that nobody overtakes. Moments are counted in milliseconds on a scale of the row's own, which goes on by what <see cref="PacingInstant.Since"/>
/// says has passed: setting a clock moves nothing on it.
/// </summary>
internal struct PacingRow
{
    // The calls of a window, and behind them places for twenty connections that wait at once. As much as a record holds; higher rates than the service's are kept in memory only.
    private const int MaxPlaces = 30;

    // Three hundred years. What is beyond is no moment, and would not fit the record.
    private const long MaxMoment = 9_999_999_999_999;

    private const long Day = 24L * 60 * 60 * 1000;

    private long _now;
    private PacingInstant _writtenAt;

    /// <summary>Oldest first.</summary>
    private List<long> _places;

    internal static PacingRow Parse(string record)
    {
        var row = new PacingRow { _places = new List<long>(MaxPlaces + 1) };
        string[] parts = record.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new long[parts.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] > MaxMoment)
            {
                return row;
            }
        }

        if (numbers.Length >= 3)
        {
            row._now = numbers[0];
            row._writtenAt = new PacingInstant(numbers[1], numbers[2]);
            row._places.AddRange(numbers.AsSpan(3).ToArray());
        }

        return row;
    }

    internal readonly string Format()
    {
        var text = new StringBuilder(14 * (_places.Count + 3));
        text.Append(_now.ToString(CultureInfo.InvariantCulture));
        text.Append(' ').Append(_writtenAt.Wall.ToString(CultureInfo.InvariantCulture));
        text.Append(' ').Append(_writtenAt.Monotonic.ToString(CultureInfo.InvariantCulture));
        foreach (long place in _places)
        {
            text.Append(' ').Append(place.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>Takes the next place.</summary>
    /// <param name="now">The machine's clocks.</param>
    /// <param name="calls">Calls allowed in a window.</param>
    /// <param name="window">The window's length in milliseconds.</param>
    internal PacingTicket Take(PacingInstant now, int calls, long window)
    {
        _now += now.Since(_writtenAt);
        _writtenAt = now;

        // Nobody waits for a place of tomorrow: a row that says so is damaged, and would hold everybody up.
        long horizon = _now + Day;
        _places.RemoveAll(place => place > horizon);

        // What is older than a window holds nobody up. All younger ones are kept, not only as many as calls are allowed: when a place is given back, those before it count again.
        int old = 0;
        while (old < _places.Count && (_places[old] + window <= _now || _places.Count - old >= Math.Max(MaxPlaces, calls * 2)))
        {
            old++;
        }

        _places.RemoveRange(0, old);
        long place = _now;
        if (_places.Count >= calls)
        {
            place = Math.Max(place, _places[_places.Count - calls] + window);
        }

        if (_places.Count > 0)
        {
            place = Math.Max(place, _places[_places.Count - 1]);
        }

        _places.Add(place);
        return new PacingTicket(place, place - _now, now);
    }

    /// <summary>Gives a place back that was not used. Later places keep their moments.</summary>
    internal readonly void GiveBack(long place)
    {
        int index = _places.LastIndexOf(place);
        if (index >= 0)
        {
            _places.RemoveAt(index);
        }
    }
}
