using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Planning;

namespace JpoPatent.Watch;

/// <summary>Tonight's looks over all laws, each inside the accesses that its own law has left.</summary>
internal sealed class WatchPlan
{
    private static readonly JpoLaw[] Laws = [JpoLaw.Patent, JpoLaw.Design, JpoLaw.Trademark];

    private readonly Dictionary<JpoLaw, NightBudget> _budgets = [];

    private WatchPlan(WatchPlanner planner) => Planner = planner;

    internal WatchPlanner Planner { get; }

    /// <summary>The looks, in the order in which they are made.</summary>
    internal IReadOnlyList<WatchPlannedLook> Looks { get; private set; } = [];

    /// <summary>
    /// Whether the daily limits leave cases out, and not only the time or the number that was asked for.
    /// </summary>
    internal bool IsCutByLimit { get; private set; }

    /// <summary>Whether the time or number that was asked for leaves cases out.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>What a law's accesses allow.</summary>
    internal NightBudget Budget(JpoLaw law) => _budgets[law];

    /// <summary>Plans a night.</summary>
    /// <param name="cases">The cases on the list.</param>
    /// <param name="night">The night.</param>
    /// <param name="budget">What is left of each law's accesses.</param>
    /// <param name="most">The most looks; null for no such bound.</param>
    internal static WatchPlan Make(
        IReadOnlyList<WatchCase> cases, int night, Func<JpoLaw, NightBudget> budget, int? most)
    {
        var rates = new StageRates();
        foreach (WatchCase one in cases)
        {
            if (one.LastProgress is { } seen)
            {
                CaseLife.Teach(rates, one.Law, one.Filed, one.Events(), one.Filed, seen);
            }
        }

        var plan = new WatchPlan(new WatchPlanner(rates));
        var looks = new List<WatchPlannedLook>();
        foreach (JpoLaw law in Laws)
        {
            NightBudget own = budget(law).Sane;
            plan._budgets[law] = own;
            WatchCase[] of = [.. cases.Where(one => one.Law == law)];
            if (of.Length == 0)
            {
                continue;
            }

            WatchedCase[] watched = Array.ConvertAll(of, static one => one.Planned());
            IReadOnlyList<PlannedLook> planned = plan.Planner.Plan(watched, night, own);
            plan.IsCutByLimit |= planned.Count < watched.Count(one => one.LastLook < night);
            foreach (PlannedLook look in planned)
            {
                looks.Add(new WatchPlannedLook(of[look.Index], watched[look.Index], look));
            }
        }

        plan.Looks = Order(looks, most);
        plan.IsCut = plan.Looks.Count < looks.Count;
        return plan;
    }

    // Urgent ones first. Then two by risk for one that is overdue, so that a night that ends
    // early is not of one kind alone.
    private static List<WatchPlannedLook> Order(List<WatchPlannedLook> looks, int? most)
    {
        int wanted = Math.Min(most ?? int.MaxValue, looks.Count);
        var ordered = new List<WatchPlannedLook>(wanted);
        var urgent = new Queue<WatchPlannedLook>(looks.Where(static look => look.Look.Queue == LookQueue.Urgent)
            .OrderByDescending(static look => look.Look.Score));
        var overdue = new Queue<WatchPlannedLook>(looks.Where(static look => look.Look.Queue == LookQueue.Overdue)
            .OrderByDescending(static look => look.Look.Score));
        var risk = new Queue<WatchPlannedLook>(looks.Where(static look => look.Look.Queue == LookQueue.Risk)
            .OrderByDescending(static look => look.Look.Score));
        while (ordered.Count < wanted)
        {
            bool isTurnOfOverdue = overdue.Count > 0 && (ordered.Count % 3 == 2 || risk.Count == 0);
            ordered.Add(
                urgent.Count > 0 ? urgent.Dequeue()
                    : isTurnOfOverdue ? overdue.Dequeue()
                    : risk.Count > 0 ? risk.Dequeue()
                    : overdue.Dequeue());
        }

        return ordered;
    }
}
