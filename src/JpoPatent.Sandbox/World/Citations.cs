using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// What examiners cited against a patent application. Every cited publication exists in the world,
/// and is older than the application.
/// </summary>
internal static class Citations
{
    private static readonly (string Name, string Country, string Publisher)[] Journals =
    [
        ("ななつ森工科大学紀要", "JP", "ななつ森工科大学出版会"), ("月刊かたちと素材", "JP", "しらたま書房"),
        ("Annals of Imaginary Engineering", "US", "Quartzhaven Press"), ("計測と暮らしの技術", "JP", "潮騒出版"),
    ];

    /// <summary>In the order of the citing documents.</summary>
    public static IReadOnlyList<Citation> Of(PatentCase found)
    {
        var dice = new Dice(found.Seed, DicePurpose.Citations);
        var all = new List<Citation>();
        bool noticed = false;
        foreach (CaseDocument document in found.Groups[0].Documents)
        {
            if (document.Code == "A131")
            {
                Add(found, document, Citation.InNotice, dice.Between(1, 4), ref dice, all);
                if (dice.Chance(30))
                {
                    all.Add(new Citation(
                        document, Count(all, document) + 1, Earlier(found, ref dice), null, Citation.InSearch));
                }

                noticed = true;
            }
            else if (document.Code == "A01" && !noticed && dice.Chance(85))
            {
                Add(found, document, Citation.InDecision, dice.Between(1, 5), ref dice, all);
            }
        }

        return all;
    }

    /// <summary>Whether an examiner has acted, so that there is something to say about citations.</summary>
    public static bool AreKnown(PatentCase found) => found.Groups[0].Documents.Any(d => d.Code is "A131" or "A01");

    private static void Add(
        PatentCase found, CaseDocument document, string kind, int count, ref Dice dice, List<Citation> all)
    {
        for (int order = 1; order <= count; order++)
        {
            bool paper = order > 1 && dice.Chance(18);
            all.Add(new Citation(
                document,
                order,
                paper ? null : Earlier(found, ref dice),
                paper ? Written(found, ref dice) : null,
                kind));
        }
    }

    private static int Count(List<Citation> all, CaseDocument document) =>
        all.Count(c => ReferenceEquals(c.CitedIn, document));

    /// <summary>A publication from the years before the first filing of the case's line.</summary>
    private static PatentPublication Earlier(PatentCase found, ref Dice dice)
    {
        PatentKey first = PatentWorld.First(found.Key);
        long index = first.National
            ? first.Index * (PatentNumbers.Domestic.PerYear / PatentNumbers.National.PerYear)
            : first.Index;
        while (true)
        {
            // Five years at least before the entry of a national phase, and two before a filing in Japan:
            // older than any priority.
            long place = PatentNumbers.Domestic.Move(index, -(first.National ? 90 : 48) - dice.Below(120))
                + dice.Below(15_000);
            string number = PatentNumbers.Domestic.Text(place);
            if (PatentNumbers.FromPublication(number) is not null)
            {
                return new PatentPublication(number, PatentNumbers.Domestic.Date(place));
            }
        }
    }

    private static Paper Written(PatentCase found, ref Dice dice)
    {
        (string journal, string country, string publisher) = dice.Pick(Journals);
        DateTime issued = new(found.Filing.Year - dice.Between(3, 12), dice.Between(1, 12), dice.Between(1, 28));
        int page = dice.Between(3, 480);
        string author = country == "JP" ? dice.Pick(PartyPool.Inventors).Name : "Marchetti-Vole, D.";
        string title = country == "JP" ? found.Subject.Thing + "に関する一考察" : "A Note on a " + found.Subject.English;
        string pages = page.ToString(CultureInfo.InvariantCulture) + "-"
            + (page + dice.Between(2, 14)).ToString(CultureInfo.InvariantCulture);
        return new Paper(
            author, title, journal, country, publisher, issued,
            "Vol." + dice.Between(2, 60).ToString(CultureInfo.InvariantCulture), pages);
    }
}
