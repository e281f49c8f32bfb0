using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// The relatives of Japanese cases at one other office. As in Japan,
/// every number there is a move and a shuffle away from the case's, and leads back to it.
/// </summary>
internal sealed class ForeignOffice
{
    private const int ForFirstFiling = 6;
    private const int PriorityYear = 23;

    private readonly int _shuffle;
    private readonly NumberBook? _publications;
    private readonly NumberBook? _grants;

    private ForeignOffice(string country, int place, NumberBook? publications, NumberBook? grants)
    {
        Country = country;
        _shuffle = 10 + (4 * place);
        _publications = publications;
        _grants = grants;
    }

    /// <summary>The four offices that share their files with Japan's.</summary>
    public static IReadOnlyList<ForeignOffice> All { get; } =
    [
        // Publications of the European office carry their number to the grant, and so do China's.
        new("CN", 0, new NumberBook(100_000_000, 2003, Classes(false, _ => true), Classes(true, _ => true)), null),
        new("EP", 1, new NumberBook(1_253_000, 2003, Classes(false, IsEuropean), Classes(true, IsEuropean)), null),
        new("KR", 2, null, new NumberBook(100_400_000, 2003, Classes(false, IsGranted), Classes(true, IsGranted))),
        new("US", 3, null, new NumberBook(6_470_000, 2003, Classes(false, IsGranted), Classes(true, IsGranted))),
    ];

    public string Country { get; }

    public static ForeignOffice? Find(string country) => All.FirstOrDefault(office => office.Country == country);

    /// <summary>
    /// The relative at this office of the case that heads a family; null if absent, or not known yet.
    /// </summary>
    public FamilyMember? Relative(PatentKey root, DateTime horizon)
    {
        CaseClass kind = PatentNumbers.ClassOf(root);
        if (!Has(root, kind))
        {
            return null;
        }

        NumberSpace space = PatentNumbers.SpaceOf(root);
        (int filed, int published, int granted, int shuffle) = Delays(root.National, kind);
        long application = space.Shuffle(space.Move(root.Index, filed), shuffle);
        long publication = space.Shuffle(space.Move(application, published), _shuffle + 1);
        long grant = space.Shuffle(space.Move(application, granted), _shuffle + 2);
        if (space.Date(publication) > horizon)
        {
            return null;
        }

        bool registered = IsGranted(kind) && space.Date(grant) <= horizon;
        return new FamilyMember(Country, ForeignNumbers.Docdb(Country, space, application), space.Date(application))
        {
            Publication = Published(new PatentKey(root.National, publication)),
            Published = space.Date(publication),
            Registration = registered
                ? Granted(new PatentKey(root.National, grant), new PatentKey(root.National, publication))
                : null,
            Registered = registered ? space.Date(grant) : null,
        };
    }

    /// <summary>
    /// The head of the family that an application here may belong to. Whether it does, the family says.
    /// </summary>
    /// <param name="number">The middle part of the DOCDB number.</param>
    public PatentKey? FromApplication(string number)
    {
        if (ForeignNumbers.Read(Country, number) is not { } parts || Place(parts.Year, parts.Serial) is not { } place)
        {
            return null;
        }

        return Back(place, PatentNumbers.ClassOf(place));
    }

    /// <summary>The same for a publication or a registration.</summary>
    /// <param name="number">The middle part of the DOCDB number.</param>
    /// <param name="granted">Whether its kind is that of a granted patent.</param>
    public PatentKey? FromPublication(string number, bool granted)
    {
        PatentKey? place;
        bool fromGrant = granted && _grants is not null;
        if (fromGrant || _publications is not null)
        {
            if (number.Length > 10)
            {
                return null;
            }

            place = (fromGrant ? _grants! : _publications!).Read(long.Parse(number, CultureInfo.InvariantCulture));
        }
        else
        {
            bool korean = Country == "KR";
            if (number.Length != (korean ? 11 : 10) || (korean && number[4] is not ('0' or '7')))
            {
                return null;
            }

            int serial = Value(number, number.Length - 6, 6) + (korean && number[4] == '7' ? 500_000 : 0);
            place = Place(Value(number, 0, 4), serial);
        }

        if (place is not { } found || found.Index < 0)
        {
            return null;
        }

        NumberSpace space = PatentNumbers.SpaceOf(found);
        CaseClass kind = PatentNumbers.ClassOf(found);
        (_, int published, int grantAfter, _) = Delays(found.National, kind);
        long application = fromGrant
            ? space.Move(space.Unshuffle(found.Index, _shuffle + 2), -grantAfter)
            : space.Move(space.Unshuffle(found.Index, _shuffle + 1), -published);
        return Back(new PatentKey(found.National, application), kind);
    }

    private static IReadOnlyList<int> Classes(bool national, Func<CaseClass, bool> condition) =>
        (national ? ClassTable.NationalPhases : ClassTable.Patents).Residues(condition);

    private static bool IsEuropean(CaseClass kind) => kind.Home == "EP" || kind.Residue % 3 == 0;

    private static bool IsGranted(CaseClass kind) => kind.Residue % 2 == 0;

    private static int Value(string digits, int start, int length) =>
        int.Parse(digits.Substring(start, length), CultureInfo.InvariantCulture);

    private static PatentKey? Place(int year, int serial)
    {
        bool national = PatentNumbers.National.Holds(serial);
        NumberSpace space = national ? PatentNumbers.National : PatentNumbers.Domestic;
        return year is >= 1990 and < 2100 && space.Holds(serial)
            ? new PatentKey(national, space.Index(year, serial))
            : null;
    }

    private PatentKey Back(PatentKey application, CaseClass kind)
    {
        NumberSpace space = PatentNumbers.SpaceOf(application);
        (int filed, _, _, int shuffle) = Delays(application.National, kind);
        return new PatentKey(application.National, space.Move(space.Unshuffle(application.Index, shuffle), -filed));
    }

    /// <summary>
    /// Half months from the Japanese case to the filing here, and from that to the publication and the grant;
    /// and the shuffle of the filing.
    /// </summary>
    private (int Filed, int Published, int Granted, int Shuffle) Delays(bool national, CaseClass kind)
    {
        int granted = 60 + (kind.Residue % 24);
        if (kind.Home == Country && (kind.ClaimsPriority || kind.Role == CaseRole.ParisPriority))
        {
            // The first filing of the family: the same number as the priority that the Japanese case claims.
            return (
                -PriorityYear - (national ? PatentNumbers.InternationalBefore(kind) : 0), 37, granted, ForFirstFiling);
        }

        if (national)
        {
            return (0, 10, granted, _shuffle);
        }

        // An applicant who files first in Japan goes abroad a year later.
        // One who already claims a priority must file everywhere at once.
        return kind.Role is CaseRole.ParisPriority or CaseRole.DomesticPriority
            ? (0, 14, granted, _shuffle)
            : (PriorityYear, 14, granted, _shuffle);
    }

    private bool Has(PatentKey root, CaseClass kind)
    {
        if (kind.Role is CaseRole.Divisional or CaseRole.Basis || (Country == "EP" && !IsEuropean(kind)))
        {
            return false;
        }

        if (kind.Home == Country)
        {
            return true;
        }

        var dice = new Dice(PatentWorld.SeedOf(root), DicePurpose.Family);
        bool goesAbroad = kind.Home != "JP" || dice.Chance(45);
        var here = new Dice(PatentWorld.SeedOf(root) + (ulong)_shuffle, DicePurpose.Family);
        return goesAbroad && here.Chance(Country switch { "US" => 80, "CN" => 60, "EP" => 75, _ => 40 });
    }

    private string Published(PatentKey place)
    {
        NumberSpace space = PatentNumbers.SpaceOf(place);
        int serial = space.Serial(place.Index);
        return Country switch
        {
            "CN" => "CN." + Number(_publications!, place) + ".A",
            "EP" => "EP." + Number(_publications!, place) + ".A1",
            "KR" => "KR." + space.Year(place.Index).ToString("D4", CultureInfo.InvariantCulture)
                + (place.National
                    ? "7" + (serial - 500_000).ToString("D6", CultureInfo.InvariantCulture)
                    : "0" + serial.ToString("D6", CultureInfo.InvariantCulture))
                + ".A",
            _ => "US." + space.Text(place.Index) + ".A1",
        };
    }

    private string Granted(PatentKey grant, PatentKey publication) => Country switch
    {
        "CN" => "CN." + Number(_publications!, publication) + ".B",
        "EP" => "EP." + Number(_publications!, publication) + ".B1",
        "KR" => "KR." + Number(_grants!, grant) + ".B1",
        _ => "US." + Number(_grants!, grant) + ".B2",
    };

    private static string Number(NumberBook book, PatentKey place) =>
        (book.Number(place) ?? 0).ToString("D7", CultureInfo.InvariantCulture);
}
