using System;
using System.Collections.Generic;

namespace JpoPatent.Planning;

/// <summary>
/// Which cases to look at tonight. The risk of a case is what a night's delay costs: the chance that something happened
/// since the last look, weighed by what it would be, times what the nights since make of it (<see cref="LookWorth"/>).
/// Three queues: cases whose open term ends soon, at most a quarter of the night; cases that wait as long as their
/// stage may, at most half; the rest by risk. No I/O and no clock: the same cases, rates and night give the same plan.
/// </summary>
internal sealed class WatchPlanner
{
    /// <summary>
    /// An open term is urgent when it ends within these days and the case was not seen for these nights.
    /// </summary>
    public const int TermEndsWithin = 7, UnseenFor = 3;

    // A case that was never seen is reckoned as if it had been seen so many nights before it came:
    // what it may hold from before is unknown.
    private const int UnknownBefore = 14;

    // A wait ends an eighth before its time, and by up to half of it earlier in a quiet night.
    private const int SpreadShare = 2, Ahead = 8, AheadWhenStretched = 30;

    // How many nights the ends of waits are foreseen, and what share of the looks for them is counted on.
    private const int Foresight = 400;

    private const double Foreseen = 0.9;

    // A weekday with less than this share of an even week is a day of rest.
    private const double QuietShare = 0.3;

    // One long delay is worse than as many nights in short ones: a wait of forty nights counts three times.
    private const float TailWeight = 0.05f;

    private const int TailNights = 40;

    // The looks by the cases at which a critical event counts the least and the most, and what it counts there.
    private const float ScarceShare = 0.08f, PlentyShare = 0.16f, WeightWhenScarce = 90, WeightWhenPlenty = 150;

    // Puts nights behind every risk.
    private const float SpareScale = 1e-9f;

    private readonly StageRates _rates;
    private readonly RateTable[] _chances;
    private readonly LookWorth _worth;
    private readonly bool _knowsRest;

    /// <param name="rates">What is known of how often what happens.</param>
    /// <param name="before">A planner of an earlier night, whose reckoning serves as long as
    /// the weekdays hardly changed; null reckons anew.</param>
    public WatchPlanner(StageRates rates, WatchPlanner? before = null)
    {
        _rates = rates;
        _chances = rates.Tables(WeightWhenScarce);
        double[] shares = rates.WeekdayShares();
        _worth = before != null && Like(shares, before._worth.Shares) ? before._worth : new LookWorth(shares);
        _knowsRest = Array.Exists(_worth.Shares, share => share < QuietShare);
    }

    /// <summary>The looks of a night, in the order in which they are made.</summary>
    /// <param name="cases">All cases of the watch.</param>
    /// <param name="night">The night.</param>
    /// <param name="budget">The looks that it has.</param>
    public IReadOnlyList<PlannedLook> Plan(WatchedCase[] cases, int night, NightBudget budget)
    {
        budget = budget.Sane;
        RateTable[] tables = _rates.Tables(CriticalWeight(cases.Length, budget));
        LongestWaits waits = WaitsOf(cases, budget);
        var stageWaits = new int[(int)WatchStage.Over + 1];
        for (int stage = 0; stage < stageWaits.Length; stage++)
        {
            stageWaits[stage] = waits.Of((WatchStage)stage);
        }

        var urgent = new HighestFirst(budget.Progress / 4);
        var overdue = new HighestFirst(budget.Progress / 2);
        var risk = new HighestFirst(budget.Progress);
        var registerOverdue = new HighestFirst(3 * budget.Registration / 4);
        var register = new HighestFirst(budget.Registration);
        var spare = new HighestFirst(budget.Registration);
        int registeredWait = stageWaits[(int)WatchStage.Kept];
        bool isStretched = registeredWait > LongestWaits.Elsewhere;
        int longestUnread = isStretched ? 2 * registeredWait : registeredWait;
        int mustWithin = MustWithin(cases, night, budget, stageWaits, longestUnread);
        for (int i = 0; i < cases.Length; i++)
        {
            ref readonly WatchedCase watched = ref cases[i];
            bool isRegistered = watched.IsRegistered && budget.Registration > 0;
            if (isRegistered && watched.LastRegister < night)
            {
                int unregistered = RegisterWait(in watched, night, longestUnread);
                spare.Offer(i, unregistered, watched.Key);

                // Where waits are stretched, a look at the documents does for every other one at the register.
                int past = Math.Max(unregistered - longestUnread, night - watched.LastLook - registeredWait);
                if (past >= FallsDue(watched.Key, registeredWait, night, isStretched) - registeredWait)
                {
                    registerOverdue.Offer(i, past, watched.Key);
                }
            }

            if (watched.LastLook >= night)
            {
                continue;
            }

            float score = Score(tables, in watched, night);
            int wait = night - (watched.LastLook == WatchedCase.Never ? watched.Added : watched.LastLook);
            if (isRegistered)
            {
                register.Offer(i, score, watched.Key);
                risk.Offer(i, ScoreOfDocuments(tables, in watched, night), watched.Key);

                // Where waits are stretched, the register does for every other time.
                int unread = night - watched.LastProgress;
                int left = Math.Min(longestUnread - unread, registeredWait - wait);
                if (left <= mustWithin || unread >= FallsDue(watched.Key, longestUnread, night, isStretched))
                {
                    overdue.Offer(i, -left, watched.Key);
                }

                continue;
            }

            if (watched.TermEnd >= night && watched.TermEnd - night <= TermEndsWithin && wait >= UnseenFor)
            {
                urgent.Offer(i, score, watched.Key);
            }

            int longest = stageWaits[(int)watched.Stage];
            if (longest - wait <= mustWithin
                || wait >= FallsDue(watched.Key, longest, night, longest > LongestWaits.Set(watched.Stage))
                || IsUnreadAtItsEnd(in watched))
            {
                overdue.Offer(i, wait - longest, watched.Key);
            }

            risk.Offer(i, score, watched.Key);
        }

        return Arrange(budget, urgent, overdue, risk, registerOverdue, register, spare);
    }

    /// <summary>The chance that a critical event waits to be seen.</summary>
    public double ChanceOfCritical(in WatchedCase watched, int night)
    {
        RateTable table = _chances[StageRates.IndexOf(watched.Law, watched.Stage)];
        int age = night - watched.Since;
        return 1 - Math.Exp(table.Critical.UpTo(age - (night - SeenUpTo(in watched))) - table.Critical.UpTo(age));
    }

    // What a critical event counts, beside any other event. Nights after which nothing new can show leave looks enough
    // for the others, so it is more than thirty, and the more the sooner the looks come round to those others in any
    // case.
    private static float CriticalWeight(int cases, NightBudget budget)
    {
        float share = (budget.Progress + budget.Registration) / (float)Math.Max(cases, 1);
        return WeightWhenScarce
            + ((WeightWhenPlenty - WeightWhenScarce) * Math.Min(
                Math.Max((share - ScarceShare) / (PlentyShare - ScarceShare), 0), 1));
    }

    // What a night's delay of a look at the case costs.
    private float Score(RateTable[] tables, in WatchedCase watched, int night) =>
        Risk(tables[StageRates.IndexOf(watched.Law, watched.Stage)].All, watched.Since, SeenUpTo(in watched), night);

    // The same for what the register does not show of a registered case.
    private float ScoreOfDocuments(RateTable[] tables, in WatchedCase watched, int night) =>
        Risk(
            tables[StageRates.IndexOf(watched.Law, watched.Stage)].Documents,
            watched.Since,
            watched.LastProgress,
            night);

    private float Risk(SummedRates rates, int since, int seen, int night)
    {
        int nights = night - seen;
        if (nights <= 0)
        {
            return 0;
        }

        int age = night - since;
        float expected = rates.UpTo(age) - rates.UpTo(age - nights);

        // Where it became likely only lately, the nights before do not count: nothing waits from them.
        int counted = nights <= 7
            ? nights
            : Math.Max(7, (int)Math.Min(nights, expected / Math.Max(rates.At(age - 1), 1e-9f)));
        float daily = expected / counted * (1 + (Math.Min(counted, TailNights) * TailWeight));
        return counted <= LookWorth.Longest
            ? daily * _worth.Of(StageRates.WeekdayOf(night), counted)
            : daily * counted * (counted + 1) / 2;
    }

    // The next annuity and the holders stand in the register alone, so a look at the documents
    // does not do for one at the register.
    private static int RegisterWait(in WatchedCase watched, int night, int wait) =>
        watched.LastRegister == WatchedCase.Never
            ? Math.Max(wait, night - Math.Max(watched.Added, watched.Since))
            : night - watched.LastRegister;

    // The register told that the right has ended; the documents may tell why.
    private static bool IsUnreadAtItsEnd(in WatchedCase watched) =>
        watched.Stage == WatchStage.Over && watched.LastProgress < watched.Since;

    private static int SeenUpTo(in WatchedCase watched) =>
        watched.LastLook == WatchedCase.Never ? watched.Added - UnknownBefore : watched.LastLook;

    private static LongestWaits WaitsOf(WatchedCase[] cases, NightBudget budget)
    {
        var counts = new int[(int)WatchStage.Over + 1];
        for (int i = 0; i < cases.Length; i++)
        {
            counts[(int)cases[i].Stage]++;
        }

        return LongestWaits.For(counts, budget.Progress);
    }

    // The nights left within which a case must be looked at tonight, so that no later night has more cases at the end
    // of their wait than its share of the looks can take.
    private static int MustWithin(
        WatchedCase[] cases, int night, NightBudget budget, int[] stageWaits, int longestUnread)
    {
        var ending = new int[Foresight];
        for (int i = 0; i < cases.Length; i++)
        {
            ref readonly WatchedCase watched = ref cases[i];
            if (watched.LastLook < night)
            {
                int left = watched.IsRegistered && budget.Registration > 0
                    ? longestUnread - (night - watched.LastProgress)
                    : stageWaits[(int)watched.Stage] - (night - (watched.LastLook == WatchedCase.Never
                        ? watched.Added
                        : watched.LastLook));
                ending[Math.Min(Math.Max(left, 0), Foresight - 1)]++;
            }
        }

        double spared = budget.Progress / 2 * Foreseen;
        double must = 0, ended = 0;
        for (int left = 0; left < Foresight - 1; left++)
        {
            ended += ending[left];
            must = Math.Max(must, ended - (left * spared));
        }

        int within = 0;
        for (double taken = 0; within < Foresight - 1 && taken + ending[within] < must; within++)
        {
            taken += ending[within];
        }

        return must > 0 ? within : 0;
    }

    // A case falls due a little before its wait ends, because not all that fall due in one night may fit into it. In a
    // night after a day of rest, in which hardly anything new can show, it does so earlier, each case at a time of its
    // own, so that cases seen in one night do not fall due in one night.
    private int FallsDue(int key, int wait, int night, bool isStretched)
    {
        int due = wait - (wait / (isStretched ? AheadWhenStretched : Ahead));
        return IsQuiet(night) ? due - (int)(((uint)key * 0x9E3779B1u >> 8) % (uint)((wait / SpreadShare) + 1)) : due;
    }

    // As long as no day of rest is known, every night is as good as another.
    private bool IsQuiet(int night) => !_knowsRest || _worth.Shares[StageRates.WeekdayOf(night - 1)] < QuietShare;

    private static List<PlannedLook> Arrange(
        NightBudget budget,
        HighestFirst urgent,
        HighestFirst overdue,
        HighestFirst risk,
        HighestFirst registerOverdue,
        HighestFirst register,
        HighestFirst spare)
    {
        var looks = new List<PlannedLook>(risk.Count + register.Count);
        var read = new HashSet<int>();
        var registered = new HashSet<int>();
        Take(urgent, LookQueue.Urgent, budget.Progress);
        Take(overdue, LookQueue.Overdue, budget.Progress - read.Count);
        Take(risk, LookQueue.Risk, budget.Progress - read.Count);
        TakeRegister(registerOverdue, LookQueue.Overdue, scale: 1, isOnlyUnread: false);
        TakeRegister(register, LookQueue.Risk, scale: 1, isOnlyUnread: true);

        // What the register has left goes to cases whose documents are read tonight as well, after all the others.
        TakeRegister(spare, LookQueue.Risk, SpareScale, isOnlyUnread: false);
        return looks;

        void Take(HighestFirst queue, LookQueue name, int limit)
        {
            foreach (HighestFirst.Entry entry in queue.Drain())
            {
                if (limit > 0 && read.Add(entry.Index))
                {
                    looks.Add(new PlannedLook(entry.Index, LookApi.Progress, name, entry.Score));
                    limit--;
                }
            }
        }

        void TakeRegister(HighestFirst queue, LookQueue name, float scale, bool isOnlyUnread)
        {
            foreach (HighestFirst.Entry entry in queue.Drain())
            {
                if (registered.Count < budget.Registration
                    && !(isOnlyUnread && read.Contains(entry.Index))
                    && registered.Add(entry.Index))
                {
                    looks.Add(new PlannedLook(entry.Index, LookApi.Registration, name, entry.Score * scale));
                }
            }
        }
    }

    private static bool Like(double[] shares, double[] before)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            if (Math.Abs(shares[i] - before[i]) > 0.02)
            {
                return false;
            }
        }

        return true;
    }
}
