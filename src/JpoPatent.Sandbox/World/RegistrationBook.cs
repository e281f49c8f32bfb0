namespace JpoPatent.Sandbox.World;

/// <summary>
/// Numbers in one run without years, such as those of registrations. Every row of it is an hour or so of the register's
/// life, with a lane for each class of case that is granted, so that number and case lead to each other.
/// </summary>
internal sealed class RegistrationBook
{
    private const int Factor = 5;

    private readonly long _firstNumber;
    private readonly long _firstRow;
    private readonly int _lanes;
    private readonly int _inverse;

    /// <param name="firstNumber">The number at the start of <paramref name="firstYear"/>.</param>
    /// <param name="firstYear">The year in which the book opens.</param>
    /// <param name="rowsPerYear">Rows a year.</param>
    /// <param name="lanes">Lanes in a row, not a multiple of 5.</param>
    public RegistrationBook(long firstNumber, int firstYear, int rowsPerYear, int lanes)
    {
        _firstNumber = firstNumber;
        _firstRow = (long)firstYear * rowsPerYear;
        _lanes = lanes;
        _inverse = 1;
        while ((_inverse * Factor) % lanes != 1)
        {
            _inverse++;
        }
    }

    /// <summary>The number, or null before the book's first.</summary>
    public long? Number(long row, int lane)
    {
        int place = (int)(((lane * Factor) + Offset(row)) % _lanes);
        long number = _firstNumber + ((row - _firstRow) * _lanes) + place;
        return row >= _firstRow ? number : null;
    }

    /// <summary>Row and lane of a number; false below the book's first.</summary>
    public bool TryRead(long number, out long row, out int lane)
    {
        row = 0;
        lane = 0;
        if (number < _firstNumber)
        {
            return false;
        }

        long distance = number - _firstNumber;
        row = _firstRow + (distance / _lanes);
        int place = (int)(distance % _lanes);
        lane = ((place - Offset(row) + _lanes) * _inverse) % _lanes;
        return true;
    }

    private int Offset(long row) => (int)(Dice.Mix((ulong)row) % (ulong)_lanes);
}
