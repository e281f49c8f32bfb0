using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// A patent family as the OPD knows it: the Japanese case with its divisional applications, and its relatives abroad.
/// </summary>
internal sealed class Family
{
    // The OPD reaches further back than the domestic APIs: far enough for the parents of everything that these cover.
    private const int FirstYear = 1998;

    private Family(PatentKey root, IReadOnlyList<FamilyMember> members)
    {
        Root = root;
        Members = members;
    }

    /// <summary>The Japanese case that heads the family.</summary>
    public PatentKey Root { get; }

    /// <summary>Japan's first, then by country.</summary>
    public IReadOnlyList<FamilyMember> Members { get; }

    /// <summary>The family of an application; null where no published one has that number.</summary>
    /// <param name="docdb">A DOCDB number that is well formed.</param>
    /// <param name="horizon">The last day that is known.</param>
    public static Family? OfApplication(string docdb, DateTime horizon)
    {
        string[] parts = docdb.ToUpperInvariant().Split('.');
        PatentKey? key = null;
        if (parts[0] != "JP")
        {
            key = ForeignOffice.Find(parts[0])?.FromApplication(parts[1]);
        }
        else if (parts[1].Length == 10)
        {
            key = PatentNumbers.FromApplication(parts[1]);
        }

        return Of(key, horizon, member => member.Application == string.Join(".", parts));
    }

    /// <summary>The family of a publication or registration; null where no known one has that number.</summary>
    public static Family? OfPublication(string docdb, DateTime horizon)
    {
        string[] parts = docdb.ToUpperInvariant().Split('.');
        bool granted = parts[2].StartsWith("B", StringComparison.Ordinal);
        PatentKey? key = null;
        if (parts[0] != "JP")
        {
            key = ForeignOffice.Find(parts[0])?.FromPublication(parts[1], granted);
        }
        else if (granted && parts[1].Length == 7)
        {
            key = PatentNumbers.FromRegistration(parts[1]);
        }
        else if (!granted && parts[1].Length == 10)
        {
            key = IsPlausible(parts[1]) ? PatentNumbers.FromPublication(parts[1]) : null;
        }

        string wanted = string.Join(".", parts);
        return Of(key, horizon, member => member.Publication == wanted || member.Registration == wanted);
    }

    public FamilyMember? Find(string application) =>
        Members.FirstOrDefault(
            member => string.Equals(member.Application, application, StringComparison.OrdinalIgnoreCase));

    private static bool IsPlausible(string tenDigits) =>
        int.Parse(tenDigits.Substring(0, 4), CultureInfo.InvariantCulture) is >= FirstYear and < 2100;

    private static Family? Of(PatentKey? key, DateTime horizon, Func<FamilyMember, bool> isWanted)
    {
        if (key is not { } place || place.Index < 0)
        {
            return null;
        }

        int year = PatentNumbers.SpaceOf(place).Year(place.Index);
        if (year < FirstYear || year > horizon.Year)
        {
            return null;
        }

        PatentKey root = PatentWorld.Root(place);
        var members = new List<FamilyMember>();
        AddJapanese(root, horizon, members);
        if (members.Count == 0)
        {
            return null;
        }

        foreach (ForeignOffice office in ForeignOffice.All)
        {
            if (office.Relative(root, horizon) is { } relative)
            {
                members.Add(relative);
            }
        }

        return members.Any(isWanted) ? new Family(root, members) : null;
    }

    private static void AddJapanese(PatentKey root, DateTime horizon, List<FamilyMember> members)
    {
        if (PatentWorld.FindAny(root, horizon) is not { } head)
        {
            return;
        }

        IReadOnlyList<PatentCase> line = PatentWorld.Descent(head);
        foreach (PatentCase found in line.Count > 0 ? line : [head])
        {
            // What is not published the OPD does not know.
            if (found.Publication is null && found.RegistrationNumber is null && found.InternationalPublication is null)
            {
                continue;
            }

            members.Add(new FamilyMember("JP", "JP." + found.Number + ".A", found.Filing)
            {
                Publication = found.Publication is { } publication ? "JP." + publication + ".A" : null,
                Published = found.PublicationDate,
                Registration = found.RegistrationNumber is { } registration
                    ? "JP." + registration
                        + (found.PublicationDate < found.Registration || found.Key.National ? ".B2" : ".B1")
                    : null,
                Registered = found.Registration,
                Case = found,
            });
        }
    }
}
