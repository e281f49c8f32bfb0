using System;
using System.Globalization;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// How the numbers of a patent case lead to each other, in every direction, whether or not the clock has come so far.
/// </summary>
internal static class PatentNumbers
{
    private const int ForPublication = 1;
    private const int ForRegistration = 2;
    private const int ForInternationalApplication = 3;
    private const int ForInternationalPublication = 4;
    private const int ForOrigin = 5;
    private const int ForForeign = 6;

    // Half months: from an earlier filing to one that claims its priority, a little less than a year; and from the
    // international publication to the entry.
    private const int PriorityYear = 23;
    private const int PublishedAbroadBefore = 21;

    private const int FirstRegistration = 3_380_000;

    private static readonly NumberBook Book = new(
        FirstRegistration, 2003, ClassTable.Patents.GrantedResidues, ClassTable.NationalPhases.GrantedResidues);

    /// <summary>Applications filed in Japan.</summary>
    public static NumberSpace Domestic { get; } = new(1, 360_000, 1, 40, 7);

    /// <summary>National phases of PCT applications.</summary>
    public static NumberSpace National { get; } = new(2, 72_000, 500_001, 8, 3);

    /// <summary>The first day that the service covers.</summary>
    public static DateTime FirstDay { get; } = new(2003, 7, 1);

    public static NumberSpace SpaceOf(PatentKey key) => key.National ? National : Domestic;

    public static CaseClass ClassOf(PatentKey key) =>
        key.National
            ? ClassTable.NationalPhases[NumberSpace.Residue(key.Index)]
            : ClassTable.Patents[NumberSpace.Residue(key.Index)];

    public static string Text(PatentKey key) => SpaceOf(key).Text(key.Index);

    /// <summary>The day on which the number was given: filing, or entry into the national phase.</summary>
    public static DateTime Entered(PatentKey key) => SpaceOf(key).Date(key.Index);

    /// <summary>Reads ten digits as an application number.</summary>
    public static PatentKey? FromApplication(string tenDigits) => Read(tenDigits);

    /// <summary>The index of the publication in the same space; null for a case that is never published here.</summary>
    public static long? Publication(PatentKey key)
    {
        CaseClass kind = ClassOf(key);
        return PublishedAfter(kind) is { } delay
            ? SpaceOf(key).Shuffle(SpaceOf(key).Move(key.Index, delay), ForPublication)
            : null;
    }

    public static PatentKey? FromPublication(string tenDigits)
    {
        if (Read(tenDigits) is not { } place || PublishedAfter(ClassOf(place)) is not { } delay)
        {
            return null;
        }

        NumberSpace space = SpaceOf(place);
        return new PatentKey(place.National, space.Move(space.Unshuffle(place.Index, ForPublication), -delay));
    }

    /// <summary>Number and day of registration; null for a case that is never granted.</summary>
    public static (string Number, DateTime Date)? Registration(PatentKey key)
    {
        CaseClass kind = ClassOf(key);
        if (kind.GrantAfter == 0)
        {
            return null;
        }

        NumberSpace space = SpaceOf(key);
        long index = space.Shuffle(space.Move(key.Index, kind.GrantAfter), ForRegistration);
        return Book.Number(new PatentKey(key.National, index)) is { } number && number <= 9_999_999
            ? (number.ToString("D7", CultureInfo.InvariantCulture), space.Date(index))
            : null;
    }

    /// <summary>Whether a registration number is older than all that the service covers.</summary>
    public static bool IsBeforeCover(string sevenDigits) =>
        long.Parse(sevenDigits, CultureInfo.InvariantCulture) < FirstRegistration;

    /// <summary>Reads seven digits as a registration number.</summary>
    public static PatentKey? FromRegistration(string sevenDigits)
    {
        if (Book.Read(long.Parse(sevenDigits, CultureInfo.InvariantCulture)) is not { } place)
        {
            return null;
        }

        NumberSpace space = SpaceOf(place);
        return new PatentKey(
            place.National, space.Move(space.Unshuffle(place.Index, ForRegistration), -ClassOf(place).GrantAfter));
    }

    /// <summary>Number and day of the international application behind a national phase.</summary>
    public static (string Number, DateTime Date) InternationalApplication(PatentKey key)
    {
        CaseClass kind = ClassOf(key);
        long index = National.Shuffle(
            National.Move(key.Index, -InternationalBefore(kind)), ForInternationalApplication);
        int serial = National.Serial(index) - National.FirstSerial + 1;
        return (kind.Office + Ten(National.Year(index), serial), National.Date(index));
    }

    public static PatentKey? FromInternationalApplication(string text)
    {
        int serial = int.Parse(text.Substring(6), CultureInfo.InvariantCulture) + National.FirstSerial - 1;
        if (!National.Holds(serial))
        {
            return null;
        }

        long index = National.Index(int.Parse(text.Substring(2, 4), CultureInfo.InvariantCulture), serial);
        CaseClass kind = ClassTable.NationalPhases[NumberSpace.Residue(index)];
        return kind.Office == text.Substring(0, 2)
            ? new PatentKey(
                true, National.Move(National.Unshuffle(index, ForInternationalApplication), InternationalBefore(kind)))
            : null;
    }

    /// <summary>
    /// Number and day of the international publication: every third number or so of a year is one that entered Japan.
    /// </summary>
    public static (string Number, DateTime Date) InternationalPublication(PatentKey key)
    {
        long index = National.Shuffle(National.Move(key.Index, -PublishedAbroadBefore), ForInternationalPublication);
        int serial = ((National.Serial(index) - National.FirstSerial) * 3) + 1 + Third(index);
        return ("WO" + Ten(National.Year(index), serial), National.Date(index));
    }

    public static PatentKey? FromInternationalPublication(string text)
    {
        int place = int.Parse(text.Substring(6), CultureInfo.InvariantCulture) - 1;
        if (place < 0 || place >= 3 * National.PerYear)
        {
            return null;
        }

        long index = National.Index(
            int.Parse(text.Substring(2, 4), CultureInfo.InvariantCulture), (place / 3) + National.FirstSerial);
        return Third(index) == place % 3
            ? new PatentKey(
                true, National.Move(National.Unshuffle(index, ForInternationalPublication), PublishedAbroadBefore))
            : null;
    }

    /// <summary>
    /// The parent of a divisional application, or the earlier application behind a domestic priority; null for others.
    /// </summary>
    public static PatentKey? Origin(PatentKey key)
    {
        CaseClass kind = ClassOf(key);
        if (key.National || kind.Origin is not { } origin)
        {
            return null;
        }

        long index = Domestic.Unshuffle(key.Index, ForOrigin) - kind.Residue + origin.Residue;
        return new PatentKey(false, Domestic.Move(index, -kind.AfterOrigin));
    }

    /// <summary>The application of a class that comes from this one.</summary>
    public static PatentKey Descendant(PatentKey key, CaseClass kind)
    {
        long index = Domestic.Move(key.Index, kind.AfterOrigin) - kind.Origin!.Residue + kind.Residue;
        return new PatentKey(false, Domestic.Shuffle(index, ForOrigin));
    }

    /// <summary>
    /// The place, in the same space, of the first filing abroad whose priority the case claims: a year before the
    /// filing in Japan, or before the international filing. Null where no priority is claimed.
    /// </summary>
    public static long? FirstFilingAbroad(PatentKey key)
    {
        CaseClass kind = ClassOf(key);
        int? before = key.National ? (kind.ClaimsPriority ? InternationalBefore(kind) + PriorityYear : null)
            : kind.Role == CaseRole.ParisPriority ? PriorityYear : null;
        return before is { } halfMonths
            ? SpaceOf(key).Shuffle(SpaceOf(key).Move(key.Index, -halfMonths), ForForeign)
            : null;
    }

    /// <summary>
    /// The first filing in Japan behind a PCT application that was filed in Japan:
    /// an application of that day that is never granted.
    /// </summary>
    public static PatentKey DomesticFirstFiling(long nationalIndex)
    {
        // The direct filings of a year are five times as many; the step inside a row picks a
        // class of cases that stand alone and are never granted.
        long index = nationalIndex * (Domestic.PerYear / National.PerYear);
        int residue = ClassTable.Patents.PlainUngranted;
        return new PatentKey(false, index - (index % NumberSpace.Classes) + residue);
    }

    /// <summary>
    /// The day that lies a number of half months after an application's, by the reckoning that places its relatives.
    /// </summary>
    public static DateTime After(PatentKey key, int halfMonths) =>
        SpaceOf(key).Date(SpaceOf(key).Move(key.Index, halfMonths));

    /// <summary>
    /// Half months from the international filing to the entry, a little less than thirty months after the earliest day.
    /// </summary>
    public static int InternationalBefore(CaseClass kind) => kind.ClaimsPriority ? 35 : 59;

    private static PatentKey? Read(string tenDigits)
    {
        int year = int.Parse(tenDigits.Substring(0, 4), CultureInfo.InvariantCulture);
        int serial = int.Parse(tenDigits.Substring(4), CultureInfo.InvariantCulture);
        if (Domestic.Holds(serial))
        {
            return new PatentKey(false, Domestic.Index(year, serial));
        }

        return National.Holds(serial) ? new PatentKey(true, National.Index(year, serial)) : null;
    }

    /// <summary>
    /// Half months to the publication: a little more than eighteen months after the earliest filing or priority day.
    /// </summary>
    private static int? PublishedAfter(CaseClass kind) => kind.Role switch
    {
        CaseRole.Basis => null,
        CaseRole.ParisPriority or CaseRole.DomesticPriority => 14,
        CaseRole.Divisional => 3,
        CaseRole.NationalPhase => kind.Office == "JP" ? null : 14,
        _ => 37,
    };

    private static int Third(long index) => (int)(Dice.Mix((ulong)index) % 3);

    private static string Ten(int year, int serial) =>
        year.ToString("D4", CultureInfo.InvariantCulture) + serial.ToString("D6", CultureInfo.InvariantCulture);
}
