using System;
using System.Globalization;

namespace JpoPatent.Sandbox.World;

/// <summary>What designs and trademarks have in common: lookups, people, priorities.</summary>
internal static class RightWorld
{
    private static readonly string[] PriorityCountries = ["US", "DE", "EP", "CN", "KR", "US"];

    private static readonly string[] HagueCountries = ["DE", "EP", "KR", "US"];

    public static RightNumbers NumbersOf(JpoLaw law) =>
        law == JpoLaw.Design ? RightNumbers.Designs : RightNumbers.Trademarks;

    public static ulong SeedOf(JpoLaw law, RightKey key) =>
        Dice.Mix(((ulong)law << 60) ^ (key.Hague ? 1UL << 59 : 0) ^ (ulong)key.Index);

    /// <summary>Looks a number up as the service would at the end of a day.</summary>
    public static Lookup Find(JpoLaw law, string tenDigits, DateTime horizon, out CaseRecord? found)
    {
        found = null;
        int year = int.Parse(tenDigits.Substring(0, 4), CultureInfo.InvariantCulture);
        if (year < RightNumbers.FirstDay.Year)
        {
            return Lookup.NotCovered;
        }

        return year > horizon.Year
            ? Lookup.NoData
            : Find(law, NumbersOf(law).FromApplication(tenDigits), horizon, out found);
    }

    /// <summary>Looks up the case of a registration number, which must have been registered by then.</summary>
    public static Lookup FindRegistration(JpoLaw law, string sevenDigits, DateTime horizon, out CaseRecord? found)
    {
        found = null;
        if (NumbersOf(law).IsBeforeCover(sevenDigits))
        {
            return Lookup.NotCovered;
        }

        Lookup lookup = Find(law, NumbersOf(law).FromRegistration(sevenDigits), horizon, out found);
        return lookup == Lookup.Found && found!.RegistrationNumber != sevenDigits ? Lookup.NoData : lookup;
    }

    /// <summary>Looks up the case behind a key, which may be null.</summary>
    public static Lookup Find(JpoLaw law, RightKey? key, DateTime horizon, out CaseRecord? found)
    {
        found = null;
        if (key is not { } place)
        {
            return Lookup.NoData;
        }

        DateTime filed = NumbersOf(law).Filed(place);
        if (filed < RightNumbers.FirstDay)
        {
            return Lookup.NotCovered;
        }

        if (filed > horizon)
        {
            return Lookup.NoData;
        }

        found = law == JpoLaw.Design ? DesignWorld.Make(place, horizon) : TrademarkWorld.Make(place, horizon);
        return Lookup.Found;
    }

    /// <summary>The first filing of a line of divisional applications and related designs.</summary>
    public static RightKey First(RightNumbers numbers, RightKey key)
    {
        while (numbers.Origin(key) is { } origin)
        {
            key = origin;
        }

        return key;
    }

    /// <summary>
    /// People and priorities, from the first filing's dice; a divisional application keeps the
    /// priorities of its parent.
    /// </summary>
    public static void AddOrigins(CaseRecord made, RightNumbers numbers, RightKey key)
    {
        CaseClass kind = numbers.ClassOf(key);
        RightKey first = First(numbers, key);
        ulong identity = SeedOf(made.Law, first);
        bool claims = kind.Role == CaseRole.ParisPriority || kind.ClaimsPriority;
        var priority = new Dice(identity, DicePurpose.Priority);
        string home = claims || kind.Role == CaseRole.Hague
            ? priority.Pick(kind.Role == CaseRole.Hague ? HagueCountries : PriorityCountries)
            : "JP";
        if (claims)
        {
            // Six months for designs and trademarks.
            DateTime date = numbers.After(first, -11);
            made.Priorities = [new Priority(Claimed(home, date, ref priority), date, home, domestic: false)];
        }

        var people = new Dice(identity, DicePurpose.People);
        (made.Applicants, made.Attorneys) = People.Draw(home, ref people);
        if (kind.Role == CaseRole.Divisional)
        {
            made.Parent = numbers.Text(numbers.Origin(key)!.Value);
        }
    }

    /// <summary>Registration, register and decisions, as far as they are known.</summary>
    public static void Enter(
        CaseRecord made, ExaminationPlan plan, (string Number, DateTime Date)? registration, RegisterPlan? life)
    {
        if (registration is { } registered && made.Knows(registered.Date))
        {
            made.RegistrationNumber = registered.Number;
            made.Registration = registered.Date;
            made.Register = life!.At(made.Horizon);
        }

        if (made.Knows(plan.Grant))
        {
            made.Decision = plan.GrantDrafted;
        }
        else if (made.Knows(plan.Refusal))
        {
            made.Decision = plan.RefusalDrafted;
        }

        made.AppealDecision = made.Knows(plan.AppealDecision) ? plan.AppealDecision : null;
    }

    /// <summary>The number of an appeal against a refusal; empty if absent.</summary>
    public static string AppealNumber(ExaminationPlan plan, ulong seed)
    {
        if (plan.Appeal is not { } day)
        {
            return "";
        }

        var dice = new Dice(seed, DicePurpose.Appeal);
        return day.Year.ToString("D4", CultureInfo.InvariantCulture)
            + dice.Between(1, 9_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static string Claimed(string country, DateTime date, ref Dice dice)
    {
        string year = date.Year.ToString("D4", CultureInfo.InvariantCulture);
        string serial = dice.Between(10_000, 499_999).ToString("D6", CultureInfo.InvariantCulture);
        string digit = dice.Below(10).ToString(CultureInfo.InvariantCulture);
        return country switch
        {
            "US" => "29" + serial,
            "DE" => "40" + year + serial + "." + digit,
            "EP" => "00" + serial + "-000" + digit,
            "KR" => "30-" + year + "-0" + serial,
            _ => year + "30" + serial + "." + digit,
        };
    }
}
