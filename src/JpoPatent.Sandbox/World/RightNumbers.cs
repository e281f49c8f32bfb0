using System;
using System.Globalization;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// How the numbers of designs and trademarks lead to each other: application, registration,
/// and the application that one comes from.
/// </summary>
internal sealed class RightNumbers
{
    private const int ForRegistration = 1;
    private const int ForOrigin = 2;

    private readonly RegistrationBook _book;
    private readonly int _firstRegistration;
    private readonly int _hagueLanes;

    private RightNumbers(
        NumberSpace space,
        ClassTable classes,
        NumberSpace? hague,
        ClassTable? hagueClasses,
        int firstRegistration,
        int hagueLanes)
    {
        Space = space;
        Classes = classes;
        Hague = hague;
        HagueClasses = hagueClasses;
        _firstRegistration = firstRegistration;
        _book = new RegistrationBook(
            firstRegistration, FirstDay.Year, space.PerYear / NumberSpace.Classes, classes.GrantedCount + hagueLanes);
        _hagueLanes = hagueLanes;
    }

    /// <summary>The first day that the service covers.</summary>
    public static DateTime FirstDay { get; } = new(2000, 1, 1);

    public static RightNumbers Designs { get; } = new(
        new NumberSpace(3, 31_680, 1, 3, 2),
        ClassTable.Designs,
        new NumberSpace(4, 1_440, 500_001, 1, 1),
        ClassTable.HagueDesigns,
        1_056_000,
        2);

    public static RightNumbers Trademarks { get; } = new(
        new NumberSpace(5, 190_080, 1, 20, 7), ClassTable.Trademarks, null, null, 4_181_000, 0);

    public NumberSpace Space { get; }

    public ClassTable Classes { get; }

    public NumberSpace? Hague { get; }

    public ClassTable? HagueClasses { get; }

    public NumberSpace SpaceOf(RightKey key) => key.Hague ? Hague! : Space;

    public CaseClass ClassOf(RightKey key) => (key.Hague ? HagueClasses! : Classes)[NumberSpace.Residue(key.Index)];

    public string Text(RightKey key) => SpaceOf(key).Text(key.Index);

    public DateTime Filed(RightKey key) => SpaceOf(key).Date(key.Index);

    public RightKey? FromApplication(string tenDigits)
    {
        int year = int.Parse(tenDigits.Substring(0, 4), CultureInfo.InvariantCulture);
        int serial = int.Parse(tenDigits.Substring(4), CultureInfo.InvariantCulture);
        if (Space.Holds(serial))
        {
            return new RightKey(false, Space.Index(year, serial));
        }

        // Japan joined the Hague Agreement in 2015.
        return Hague is not null && Hague.Holds(serial) && year >= 2015
            ? new RightKey(true, Hague.Index(year, serial))
            : null;
    }

    /// <summary>Number and day of registration; null for a case that is never granted.</summary>
    public (string Number, DateTime Date)? Registration(RightKey key)
    {
        CaseClass kind = ClassOf(key);
        if (kind.GrantAfter == 0)
        {
            return null;
        }

        NumberSpace space = SpaceOf(key);
        long index = space.Shuffle(space.Move(key.Index, kind.GrantAfter), ForRegistration);
        long row = index / NumberSpace.Classes;
        int lane = kind.Lane;
        if (key.Hague)
        {
            long place = (row * HagueClasses!.GrantedCount) + lane;
            row = place / _hagueLanes;
            lane = Classes.GrantedCount + (int)(place % _hagueLanes);
        }

        return _book.Number(row, lane) is { } number && number <= 9_999_999
            ? (number.ToString("D7", CultureInfo.InvariantCulture), space.Date(index))
            : null;
    }

    /// <summary>Whether a registration number is older than all that the service covers.</summary>
    public bool IsBeforeCover(string sevenDigits) =>
        long.Parse(sevenDigits, CultureInfo.InvariantCulture) < _firstRegistration;

    /// <summary>Reads seven digits as a registration number.</summary>
    public RightKey? FromRegistration(string sevenDigits)
    {
        if (!_book.TryRead(long.Parse(sevenDigits, CultureInfo.InvariantCulture), out long row, out int lane))
        {
            return null;
        }

        bool hague = lane >= Classes.GrantedCount;
        CaseClass kind;
        if (hague)
        {
            long place = (row * _hagueLanes) + lane - Classes.GrantedCount;
            row = place / HagueClasses!.GrantedCount;
            kind = HagueClasses.Granted((int)(place % HagueClasses.GrantedCount));
        }
        else
        {
            kind = Classes.Granted(lane);
        }

        NumberSpace space = hague ? Hague! : Space;
        return new RightKey(
            hague,
            space.Move(space.Unshuffle((row * NumberSpace.Classes) + kind.Residue, ForRegistration), -kind.GrantAfter));
    }

    /// <summary>
    /// The parent of a divisional application, or the principal of a related design; null for others.
    /// </summary>
    public RightKey? Origin(RightKey key)
    {
        CaseClass kind = ClassOf(key);
        return kind.Origin is { } origin
            ? new RightKey(
                false,
                Space.Move(Space.Unshuffle(key.Index, ForOrigin) - kind.Residue + origin.Residue, -kind.AfterOrigin))
            : null;
    }

    /// <summary>The application of a class that comes from this one.</summary>
    public RightKey Descendant(RightKey key, CaseClass kind) =>
        new(
            false,
            Space.Shuffle(Space.Move(key.Index, kind.AfterOrigin) - kind.Origin!.Residue + kind.Residue, ForOrigin));

    /// <summary>The day a number of half months away from an application's.</summary>
    public DateTime After(RightKey key, int halfMonths) => SpaceOf(key).Date(SpaceOf(key).Move(key.Index, halfMonths));
}
