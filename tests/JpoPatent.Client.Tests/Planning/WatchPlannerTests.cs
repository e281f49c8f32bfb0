using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Planning;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>The plan of a night: the same for the same knowledge, within its limits, and nobody forgotten.</summary>
public sealed class WatchPlannerTests
{
    private const int Night = 7000;

    [Fact]
    public void The_same_knowledge_gives_the_same_plan_whatever_the_order_of_the_list()
    {
        WatchedCase[] cases = Portfolio(2000, seed: 1);
        WatchedCase[] shuffled = [.. cases.OrderBy(one => one.Key * 7919 % 2003)];
        var planner = new WatchPlanner(new StageRates());

        int[] plan = Keys(cases, planner.Plan(cases, Night, new NightBudget(200, 50)));

        Assert.Equal(plan, Keys(cases, new WatchPlanner(new StageRates()).Plan(cases, Night, new NightBudget(200, 50))));
        Assert.Equal(plan, Keys(shuffled, planner.Plan(shuffled, Night, new NightBudget(200, 50))));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    [InlineData(200, 100)]
    [InlineData(5000, 5000)]
    [InlineData(-4, -4)]
    public void A_plan_keeps_both_limits_and_names_no_look_twice(int progress, int registration)
    {
        WatchedCase[] cases = Portfolio(1000, seed: 2);

        IReadOnlyList<PlannedLook> plan = new WatchPlanner(new StageRates()).Plan(cases, Night, new NightBudget(progress, registration));

        Assert.InRange(plan.Count(look => look.Api == LookApi.Progress), 0, Math.Max(progress, 0));
        Assert.InRange(plan.Count(look => look.Api == LookApi.Registration), 0, Math.Max(registration, 0));
        Assert.Equal(plan.Count, plan.Select(look => (look.Index, look.Api)).Distinct().Count());
        Assert.All(plan.Where(look => look.Api == LookApi.Registration), look => Assert.True(cases[look.Index].IsRegistered));
        Assert.Equal(Math.Min(Math.Max(progress, 0), 1000) > 0, plan.Count > 0);
    }

    [Fact]
    public void What_was_looked_at_in_the_night_is_not_planned_again()
    {
        WatchedCase[] cases = Portfolio(100, seed: 3);
        for (int i = 0; i < cases.Length; i++)
        {
            cases[i].LastLook = cases[i].LastProgress = cases[i].LastRegister = Night;
        }

        Assert.Empty(new WatchPlanner(new StageRates()).Plan(cases, Night, new NightBudget(800, 400)));
    }

    [Fact]
    public void Urgent_looks_take_a_quarter_and_overdue_ones_half_at_most()
    {
        WatchedCase[] cases = Portfolio(4000, seed: 4);
        for (int i = 0; i < cases.Length; i++)
        {
            if (i % 2 == 0)
            {
                cases[i] = Case(i, WatchStage.Notified, since: Night - 58, lastLook: Night - 4);
                cases[i].TermEnd = Night + 2;
            }
            else
            {
                cases[i].LastLook = cases[i].LastProgress = Night - 2000;
            }
        }

        IReadOnlyList<PlannedLook> plan = new WatchPlanner(new StageRates()).Plan(cases, Night, new NightBudget(400, 0));

        Assert.Equal(100, plan.Count(look => look.Queue == LookQueue.Urgent));
        Assert.Equal(200, plan.Count(look => look.Queue == LookQueue.Overdue));
        Assert.Equal(100, plan.Count(look => look.Queue == LookQueue.Risk));
    }

    [Fact]
    public void An_open_term_that_ends_soon_comes_before_higher_risks()
    {
        WatchedCase[] cases = [.. Enumerable.Range(0, 100).Select(i => Case(i, WatchStage.Responded, Night - 90, Night - 6)), Case(100, WatchStage.Notified, Night - 56, Night - 3)];
        cases[100].TermEnd = Night + 4;

        PlannedLook first = new WatchPlanner(new StageRates()).Plan(cases, Night, new NightBudget(8, 0))[0];

        Assert.Equal((100, LookQueue.Urgent), (first.Index, first.Queue));
    }

    [Theory]
    [InlineData(3000, 100)]
    [InlineData(400, 100)]
    [InlineData(900, 20)]
    public void Nobody_waits_longer_than_the_wait_that_is_set_or_twice_the_cases_by_the_looks(int count, int looks)
    {
        WatchedCase[] cases = [.. Portfolio(count, seed: 5).Where(one => one.Stage != WatchStage.Over)];
        for (int i = 0; i < cases.Length; i++)
        {
            cases[i] = WatchedCase.New(cases[i].Key, JpoLaw.Patent, cases[i].Filed, 0);
        }

        WatchStage[] stages = [WatchStage.Published, WatchStage.Requested, WatchStage.Kept, WatchStage.Unpublished, WatchStage.Registered];
        int longest = 0;
        var planner = new WatchPlanner(new StageRates());
        for (int night = 0; night < 600; night++)
        {
            foreach (PlannedLook look in planner.Plan(cases, night, new NightBudget(looks, 0)))
            {
                ref WatchedCase one = ref cases[look.Index];
                longest = Math.Max(longest, night - (one.LastLook == WatchedCase.Never ? 0 : one.LastLook));
                one.Stage = stages[one.Key % stages.Length];
                one.Since = -500;
                one.LastLook = one.LastProgress = night;
            }
        }

        longest = Math.Max(longest, cases.Max(one => 600 - (one.LastLook == WatchedCase.Never ? 0 : one.LastLook)));
        Assert.InRange(longest, 1, Math.Max(LongestWaits.Elsewhere, (int)Math.Ceiling(2.0 * cases.Length / looks) + 1));
    }

    [Fact]
    public void Waits_that_the_looks_can_keep_are_not_stretched_and_those_they_cannot_are_alike()
    {
        var few = new int[(int)WatchStage.Over + 1];
        few[(int)WatchStage.Requested] = 100;
        few[(int)WatchStage.Kept] = 1000;
        var many = (int[])few.Clone();
        many[(int)WatchStage.Requested] = 50_000;
        many[(int)WatchStage.Kept] = 50_000;

        LongestWaits kept = LongestWaits.For(few, 100);
        LongestWaits stretched = LongestWaits.For(many, 1600);

        Assert.Equal((14, 60, 365), (kept.Of(WatchStage.Requested), kept.Of(WatchStage.Kept), kept.Of(WatchStage.Over)));
        Assert.Equal((125, 125, 365), (stretched.Of(WatchStage.Requested), stretched.Of(WatchStage.Kept), stretched.Of(WatchStage.Over)));
    }

    [Fact]
    public void What_the_register_has_left_goes_to_cases_whose_documents_are_read_and_those_it_never_told_of_come_first()
    {
        WatchedCase[] cases = [.. Enumerable.Range(0, 40).Select(i => Case(i, WatchStage.Kept, Night - 100, Night - 1))];
        for (int i = 0; i < 30; i++)
        {
            cases[i].LastRegister = Night - 1;
        }

        var planner = new WatchPlanner(new StageRates());
        IReadOnlyList<PlannedLook> plan = planner.Plan(cases, Night, new NightBudget(800, 25));

        Assert.Equal(40, plan.Count(look => look.Api == LookApi.Progress));
        Assert.Equal(25, plan.Count(look => look.Api == LookApi.Registration));
        Assert.All(Enumerable.Range(30, 10), i => Assert.Contains(plan, look => look.Api == LookApi.Registration && look.Index == i && look.Queue == LookQueue.Overdue));

        for (int i = 0; i < cases.Length; i++)
        {
            cases[i].LastLook = cases[i].LastProgress = Night;
        }

        // The documents were read tonight; the register was not.
        plan = planner.Plan(cases, Night, new NightBudget(800, 25));
        Assert.Equal(25, plan.Count(look => look.Api == LookApi.Registration && cases[look.Index].LastRegister < Night));
        Assert.DoesNotContain(plan, look => look.Api == LookApi.Progress);
    }

    [Fact]
    public void The_documents_of_a_registered_case_are_read_although_the_register_is()
    {
        WatchedCase[] cases = [.. Enumerable.Range(0, 300).Select(i => Case(i, WatchStage.Kept, Night - 100, Night - 1))];
        int[] read = new int[300];
        Array.Fill(read, Night - 1);
        int longest = 0;
        var planner = new WatchPlanner(new StageRates());
        for (int night = Night; night < Night + 300; night++)
        {
            foreach (PlannedLook look in planner.Plan(cases, night, new NightBudget(12, 30)))
            {
                cases[look.Index].LastLook = night;
                if (look.Api == LookApi.Progress)
                {
                    longest = Math.Max(longest, night - cases[look.Index].LastProgress);
                    cases[look.Index].LastProgress = night;
                }
            }
        }

        Assert.InRange(longest, 1, LongestWaits.Elsewhere);
    }

    [Fact]
    public void What_the_documents_teach_outweighs_the_prior()
    {
        var rates = new StageRates();
        WatchEvent[] life = [new(0, WatchEventKind.Publication), new(10, WatchEventKind.ExaminationRequest), new(50, WatchEventKind.Notice)];
        WatchedCase waiting = Case(1, WatchStage.Requested, Night - 48, Night - 10);
        double before = new WatchPlanner(rates).ChanceOfCritical(in waiting, Night);
        for (int i = 0; i < 3000; i++)
        {
            CaseLife.Teach(rates, JpoLaw.Patent, 0, life, 0, 60);
        }

        Assert.InRange(new WatchPlanner(rates).ChanceOfCritical(in waiting, Night), 2 * before, 1);
    }

    [Fact]
    public void A_night_after_days_of_rest_is_worth_less_than_one_after_a_working_day()
    {
        double[] shares = [3, 1, 1, 1, 1, 0, 0];
        var worth = new LookWorth(shares);

        Assert.True(worth.Of(1, 1) > worth.Of(3, 1));
        Assert.Equal(0, worth.Of(0, 1), 2);
        Assert.True(worth.Of(6, 1) < worth.Of(5, 1));
        Assert.InRange(new LookWorth([1, 1, 1, 1, 1, 1, 1]).Of(2, 5), 12, 19);
    }

    private static WatchedCase[] Portfolio(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Case(i, (WatchStage)random.Next((int)WatchStage.Over + 1), Night - 10 - random.Next(900), Night - 1 - random.Next(9)))];
    }

    private static WatchedCase Case(int key, WatchStage stage, int since, int lastLook)
    {
        WatchedCase one = WatchedCase.New(key, JpoLaw.Patent, since - 400, Night - 2000);
        one.Stage = stage;
        one.Since = since;
        one.LastLook = one.LastProgress = stage == WatchStage.NeverSeen ? WatchedCase.Never : lastLook;
        return one;
    }

    private static int[] Keys(WatchedCase[] cases, IReadOnlyList<PlannedLook> plan) => [.. plan.Select(look => cases[look.Index].Key)];
}
