using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// Numbers without years that some office deals out to patent cases, direct filings and national phases mixed. A row of
/// the book holds a number for every sixtieth direct filing of each class that has one, and for as many national phases
/// as come to Japan in that time, so that number and case lead to each other.
/// </summary>
internal sealed class NumberBook
{
    // A year has five times as many direct filings as national phases, so five classes of these share a lane.
    private const int NationalPerLane = 5;

    private readonly RegistrationBook _book;
    private readonly int[] _domestic;
    private readonly int[] _national;
    private readonly int _nationalLanes;

    /// <param name="firstNumber">The number at the start of <paramref name="firstYear"/>.</param>
    /// <param name="firstYear">The year in which the book opens.</param>
    /// <param name="domestic">The residues of the direct filings that get a number.</param>
    /// <param name="national">The residues of the national phases that get one.</param>
    public NumberBook(long firstNumber, int firstYear, IReadOnlyList<int> domestic, IReadOnlyList<int> national)
    {
        _domestic = domestic.ToArray();
        _national = national.ToArray();
        _nationalLanes = (_national.Length + NationalPerLane - 1) / NationalPerLane;
        int lanes = _domestic.Length + _nationalLanes;
        if (lanes % 5 == 0)
        {
            _nationalLanes++;
            lanes++;
        }

        _book = new RegistrationBook(firstNumber, firstYear, 6_000, lanes);
    }

    /// <summary>
    /// The number for a place in one of the two spaces; null before the book's first year,
    /// or where the class gets none.
    /// </summary>
    public long? Number(PatentKey place)
    {
        long row = place.Index / NumberSpace.Classes;
        int residue = (int)(place.Index % NumberSpace.Classes);
        int lane = System.Array.IndexOf(place.National ? _national : _domestic, residue);
        if (lane < 0)
        {
            return null;
        }

        if (place.National)
        {
            long seat = (row * _nationalLanes * NationalPerLane) + lane;
            row = seat / _nationalLanes;
            lane = _domestic.Length + (int)(seat % _nationalLanes);
        }

        return _book.Number(row, lane);
    }

    /// <summary>The place that a number was given to; null where it was given to none.</summary>
    public PatentKey? Read(long number)
    {
        if (!_book.TryRead(number, out long row, out int lane))
        {
            return null;
        }

        if (lane < _domestic.Length)
        {
            return new PatentKey(false, (row * NumberSpace.Classes) + _domestic[lane]);
        }

        long seat = (row * _nationalLanes) + lane - _domestic.Length;
        row = seat / (_nationalLanes * NationalPerLane);
        int place = (int)(seat % (_nationalLanes * NationalPerLane));
        return place < _national.Length ? new PatentKey(true, (row * NumberSpace.Classes) + _national[place]) : null;
    }
}
