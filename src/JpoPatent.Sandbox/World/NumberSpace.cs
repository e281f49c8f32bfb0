using System;
using System.Globalization;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// A run of numbers, as many every year, that an office deals out in the order of time. Written as one line of indices
/// without a seam at New Year, so that "18 months later" is an addition, and every relation between numbers can be
/// followed backwards without a search.
/// <para>
/// Every index has a residue by 60. All moves keep it, so that a number of any kind tells the class of its case
/// (<see cref="CaseClass"/>), and the class tells how far the other numbers of the case are away.
/// </para>
/// </summary>
internal sealed class NumberSpace
{
    /// <summary>The number of classes of a space.</summary>
    public const int Classes = 60;

    private readonly int _block;
    private readonly int _factor;
    private readonly int _inverse;

    /// <param name="salt">Tells this space's shuffles from another's.</param>
    /// <param name="perYear">Numbers a year, a multiple of 24 × 60.</param>
    /// <param name="firstSerial">The first serial of a year.</param>
    /// <param name="block">About two days' worth of numbers of one class: how far a shuffle may carry a number.</param>
    /// <param name="factor">A number with no divisor in common with <paramref name="block"/>.</param>
    public NumberSpace(int salt, int perYear, int firstSerial, int block, int factor)
    {
        Salt = salt;
        PerYear = perYear;
        FirstSerial = firstSerial;
        _block = block;
        _factor = factor;
        _inverse = 1;
        while (block > 1 && (_inverse * factor) % block != 1)
        {
            _inverse++;
        }
    }

    public int Salt { get; }

    public int PerYear { get; }

    public int FirstSerial { get; }

    public bool Holds(int serial) => serial >= FirstSerial && serial < FirstSerial + PerYear;

    public long Index(int year, int serial) => ((long)year * PerYear) + serial - FirstSerial;

    public int Year(long index) => (int)(index / PerYear);

    public int Serial(long index) => (int)(index % PerYear) + FirstSerial;

    public static int Residue(long index) => (int)(index % Classes);

    /// <summary>Ten digits, year first.</summary>
    public string Text(long index) =>
        Year(index).ToString("D4", CultureInfo.InvariantCulture)
        + Serial(index).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>So many half months later, or earlier.</summary>
    public long Move(long index, int halfMonths) => index + ((long)(PerYear / 24) * halfMonths);

    /// <summary>
    /// Carries an index a few days away and keeps its residue, so that related numbers do not differ by a round figure.
    /// </summary>
    public long Shuffle(long index, int purpose) => Shuffle(index, purpose, _factor, 1);

    /// <summary>Undoes <see cref="Shuffle(long, int)"/>.</summary>
    public long Unshuffle(long index, int purpose) => Shuffle(index, purpose, _inverse, -1);

    /// <summary>The working day on which the number is dealt out.</summary>
    public DateTime Date(long index)
    {
        int year = Year(index);
        int days = DateTime.IsLeapYear(year) ? 366 : 365;
        int day = (int)(index % PerYear * days / PerYear);
        return SandboxCalendar.WorkingDay(new DateTime(year, 1, 1).AddDays(day));
    }

    private long Shuffle(long index, int purpose, int factor, int direction)
    {
        long row = index / Classes;
        int residue = Residue(index);
        long block = row / _block;
        int place = (int)(row % _block);
        int offset = (int)(Dice.Mix(
            ((ulong)block << 20) + ((ulong)Salt << 12) + ((ulong)purpose << 6) + (ulong)residue) % (ulong)_block);
        place = direction > 0
            ? ((place * factor) + offset) % _block
            : ((place - offset + _block) * factor) % _block;
        return ((((block * _block) + place) * Classes) + residue);
    }
}
