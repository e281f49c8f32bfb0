using System;
using System.Collections.Generic;

namespace JpoPatent;

/// <summary>
/// Which cases to look at tonight. The risk of a case is what a night's delay costs: the chance that something happened since the last look, weighed by what it would be, times what
/// the nights since make of it (<see cref="LookWorth"/>). Three queues: cases whose open term ends soon, at most a quarter of the night; cases that wait as long as their stage may,
/// at most half; the rest by risk. No I/O and no clock: the same cases, rates and night give the same plan.
/// </summary>
internal sealed class WatchPlanner
{
    /// <summary>An open term is urgent when it ends within these days and the case was not seen for these nights.</summary>
    public const int TermEndsWithin = 7, UnseenFor = 3;

    // A case that was never seen is reckoned as if it had been seen so many nights before it came: what it may hold from before is unknown.
    private const int UnknownBefore = 14;

    // Waits end by up to this share earlier, each case's own, so that cases seen in one night do not fall due in one night.
    private static readonly int SpreadShare = (int)StageRates.T("SS",4), Ahead = (int)StageRates.T("AH",15);

    private readonly RateTable[] _tables;
    private readonly LookWorth _worth;

    /// <param name="rates">What is known of how often what happens.</param>
    /// <param name="before">A planner of an earlier night, whose reckoning serves as long as the weekdays hardly changed; null reckons anew.</param>
    public WatchPlanner(StageRates rates, WatchPlanner? before = null)
    {
        _tables = rates.Tables();
        double[] shares = rates.WeekdayShares();
        _worth = before != null && Like(shares, before._worth.Shares) ? before._worth : new LookWorth(shares);
    }

    /// <summary>The looks of a night, in the order in which they are made.</summary>
    /// <param name="cases">All cases of the watch.</param>
    /// <param name="night">The night.</param>
    /// <param name="budget">The looks that it has.</param>
    public IReadOnlyList<PlannedLook> Plan(WatchedCase[] cases, int night, NightBudget budget)
    {
        budget = budget.Sane;
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
        int registeredWait = stageWaits[(int)WatchStage.Kept];
        bool isStretched = registeredWait > LongestWaits.Elsewhere;
        for (int i = 0; i < cases.Length; i++)
        {
            ref readonly WatchedCase watched = ref cases[i];
            if (watched.LastLook >= night)
            {
                continue;
            }

            float score = Score(in watched, night);
            int wait = night - (watched.LastLook == WatchedCase.Never ? watched.Added : watched.LastLook);
            if (watched.IsRegistered && budget.Registration > 0)
            {
                register.Offer(i, score, watched.Key);
                risk.Offer(i, ScoreOfDocuments(in watched, night), watched.Key);
                if (wait >= FallsDue(watched.Key, registeredWait, isStretched))
                {
                    registerOverdue.Offer(i, wait, watched.Key);
                }

                // Where waits are stretched, the register does for every other time.
                int unread = night - watched.LastProgress;
                int longestUnread = isStretched ? 2 * registeredWait : registeredWait;
                if (unread >= FallsDue(watched.Key, longestUnread, isStretched) || wait > registeredWait)
                {
                    overdue.Offer(i, Math.Max((float)unread / longestUnread, (float)wait / registeredWait), watched.Key);
                }

                continue;
            }

            if (watched.TermEnd >= night && watched.TermEnd - night <= TermEndsWithin && wait >= UnseenFor)
            {
                urgent.Offer(i, score, watched.Key);
            }

            int longest = stageWaits[(int)watched.Stage];
            if (wait >= FallsDue(watched.Key, longest, longest > LongestWaits.Set(watched.Stage)) || IsUnreadAtItsEnd(in watched))
            {
                overdue.Offer(i, (float)wait / longest, watched.Key);
            }

            risk.Offer(i, score, watched.Key);
        }

        return Arrange(budget, urgent, overdue, risk, registerOverdue, register);
    }

    /// <summary>What a night's delay of a look at the case costs.</summary>
    public float Score(in WatchedCase watched, int night) =>
        Risk(_tables[StageRates.IndexOf(watched.Law, watched.Stage)].All, watched.Since, SeenUpTo(in watched), night);

    // What the register does not show of a registered case.
    private float ScoreOfDocuments(in WatchedCase watched, int night) =>
        Risk(_tables[StageRates.IndexOf(watched.Law, watched.Stage)].Documents, watched.Since, watched.LastProgress, night);

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
        int counted = nights <= 7 ? nights : Math.Max(7, (int)Math.Min(nights, expected / Math.Max(rates.At(age - 1), 1e-9f)));
        float daily = expected / counted;
        return counted <= LookWorth.Longest
            ? daily * _worth.Of(StageRates.WeekdayOf(night), counted)
            : daily * counted * (counted + 1) / 2;
    }

    /// <summary>The chance that a critical event waits to be seen.</summary>
    public double ChanceOfCritical(in WatchedCase watched, int night)
    {
        RateTable table = _tables[StageRates.IndexOf(watched.Law, watched.Stage)];
        int age = night - watched.Since;
        return 1 - Math.Exp(table.Critical.UpTo(age - (night - SeenUpTo(in watched))) - table.Critical.UpTo(age));
    }

    // The register told that the right has ended; the documents may tell why.
    private static bool IsUnreadAtItsEnd(in WatchedCase watched) => watched.Stage == WatchStage.Over && watched.LastProgress < watched.Since;

    private static int SeenUpTo(in WatchedCase watched) => watched.LastLook == WatchedCase.Never ? watched.Added - UnknownBefore : watched.LastLook;

    private static LongestWaits WaitsOf(WatchedCase[] cases, NightBudget budget)
    {
        var counts = new int[(int)WatchStage.Over + 1];
        for (int i = 0; i < cases.Length; i++)
        {
            counts[(int)cases[i].Stage]++;
        }

        return LongestWaits.For(counts, budget.Progress);
    }

    // Each case falls due at a time of its own in the last part of its wait, and a little before the end, because not all that fall due in one night may fit into it. A wait that is
    // stretched is spread by the shortage itself.
    private static int FallsDue(int key, int wait, bool isStretched)
    {
        if (isStretched)
        {
            return wait;
        }

        int spread = (wait / SpreadShare) + 1;
        return wait - (wait / Ahead) - (int)(((uint)key * 0x9E3779B1u >> 8) % (uint)spread);
    }

    private static List<PlannedLook> Arrange(NightBudget budget, HighestFirst urgent, HighestFirst overdue, HighestFirst risk, HighestFirst registerOverdue, HighestFirst register)
    {
        var looks = new List<PlannedLook>(risk.Count + register.Count);
        var taken = new HashSet<int>();
        Take(urgent, LookApi.Progress, LookQueue.Urgent, budget.Progress);
        Take(overdue, LookApi.Progress, LookQueue.Overdue, budget.Progress - looks.Count);
        Take(risk, LookApi.Progress, LookQueue.Risk, budget.Progress - looks.Count);
        int documents = looks.Count;
        Take(registerOverdue, LookApi.Registration, LookQueue.Overdue, budget.Registration);
        Take(register, LookApi.Registration, LookQueue.Risk, budget.Registration - (looks.Count - documents));
        return looks;

        void Take(HighestFirst queue, LookApi api, LookQueue name, int limit)
        {
            foreach (HighestFirst.Entry entry in queue.Drain())
            {
                if (limit == 0)
                {
                    return;
                }

                if (taken.Add(entry.Index))
                {
                    looks.Add(new PlannedLook(entry.Index, api, name, entry.Score));
                    limit--;
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
