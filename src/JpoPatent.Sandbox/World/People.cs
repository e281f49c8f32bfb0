using System.Collections.Generic;
using System.Linq;

namespace JpoPatent.Sandbox.World;

/// <summary>Who files an application, and who acts for them.</summary>
internal static class People
{
    /// <param name="country">Where the applicant sits.</param>
    /// <param name="dice">The dice of the application's origin, so that relatives have the same people.</param>
    public static (IReadOnlyList<Party> Applicants, IReadOnlyList<Party> Attorneys) Draw(string country, ref Dice dice)
    {
        List<Party> applicants;
        if (country != "JP")
        {
            List<Party> there = PartyPool.Foreigners.Where(party => party.Country == country).ToList();
            applicants = [there.Count > 0 ? dice.Pick(there) : dice.Pick(PartyPool.Foreigners)];
        }
        else
        {
            int kind = dice.Below(100);
            applicants = kind < 8 ? [dice.Pick(PartyPool.Inventors)] : [dice.Pick(PartyPool.Companies)];
            if (kind >= 90)
            {
                AddAnother(applicants, PartyPool.Companies, ref dice);
            }
        }

        List<Party> attorneys = [];
        if (country != "JP" || dice.Chance(85))
        {
            if (dice.Chance(35))
            {
                attorneys.Add(dice.Pick(PartyPool.Firms));
            }
            else
            {
                int count = dice.Between(1, 3);
                for (int i = 0; i < count; i++)
                {
                    AddAnother(attorneys, PartyPool.Attorneys, ref dice);
                }
            }
        }

        return (applicants, attorneys);
    }

    private static void AddAnother(List<Party> parties, IReadOnlyList<Party> pool, ref Dice dice)
    {
        Party party = dice.Pick(pool);
        if (!parties.Contains(party))
        {
            parties.Add(party);
        }
    }
}
