using System;
using System.Collections.Generic;

namespace JpoPatent.Sandbox.World;

/// <summary>
/// The course of an examination from filing to its end, future included. A granted case is planned backwards from its
/// registration, whose day its number fixes; every other one forwards.
/// </summary>
internal sealed class ExaminationPlan
{
    /// <summary>Request for examination; null if absent, or with designs and trademarks, which need none.</summary>
    public DateTime? Request { get; private set; }

    public DateTime? SearchReport { get; private set; }

    public bool Accelerated { get; private set; }

    public List<ExaminationRound> Rounds { get; } = [];

    /// <summary>The day on which the decision to grant was mailed.</summary>
    public DateTime? Grant { get; private set; }

    public DateTime? GrantDrafted { get; private set; }

    public DateTime? Refusal { get; private set; }

    public DateTime? RefusalDrafted { get; private set; }

    /// <summary>Appeal against the refusal.</summary>
    public DateTime? Appeal { get; private set; }

    public DateTime? AppealDecision { get; private set; }

    /// <summary>Deemed withdrawn on this day.</summary>
    public DateTime? Withdrawn { get; private set; }

    /// <param name="law">The law.</param>
    /// <param name="entered">The day from which the office has the case.</param>
    /// <param name="requestLimit">The last day for a request for examination.</param>
    /// <param name="registration">The day of registration.</param>
    /// <param name="abroad">Whether the applicant has three months to answer.</param>
    /// <param name="dice">Chance.</param>
    public static ExaminationPlan Granted(
        JpoLaw law, DateTime entered, DateTime requestLimit, DateTime registration, bool abroad, ref Dice dice)
    {
        var plan = new ExaminationPlan();
        DateTime decision = SandboxCalendar.WorkingDay(registration.AddDays(-dice.Between(27, 38)));
        int span = (decision - entered).Days;
        DateTime last = decision;
        if (span > 1_000 && dice.Chance(25))
        {
            // Refused, and granted by the board of appeal.
            plan.AppealDecision = decision;
            plan.Appeal = SandboxCalendar.WorkingDay(decision.AddDays(-dice.Between(300, 420)));
            plan.SetRefusal(SandboxCalendar.WorkingDay(plan.Appeal.Value.AddDays(-dice.Between(62, 86))), ref dice);
            last = plan.Refusal!.Value;
        }
        else
        {
            plan.Grant = decision;
            plan.GrantDrafted = SandboxCalendar.WorkingDay(decision.AddDays(-dice.Between(4, 9)));
        }

        plan.Backwards(law, entered, requestLimit, last, abroad, ref dice);
        return plan;
    }

    /// <summary>Refused on a given day.</summary>
    public static ExaminationPlan Refused(
        JpoLaw law, DateTime entered, DateTime requestLimit, DateTime refusal, bool abroad, ref Dice dice)
    {
        var plan = new ExaminationPlan();
        plan.SetRefusal(refusal, ref dice);
        plan.Backwards(law, entered, requestLimit, refusal, abroad, ref dice);
        return plan;
    }

    /// <summary>
    /// Never examined, because the request did not come in time or because a later application took its place.
    /// </summary>
    public static ExaminationPlan Abandoned(DateTime withdrawn) => new() { Withdrawn = withdrawn };

    /// <summary>Not granted; how it came to that is up to the dice.</summary>
    public static ExaminationPlan Fruitless(
        JpoLaw law, DateTime entered, DateTime requestLimit, bool abroad, ref Dice dice)
    {
        var plan = new ExaminationPlan();
        DateTime start = entered;
        if (law == JpoLaw.Patent)
        {
            if (dice.Chance(28) && (requestLimit - entered).Days > 60)
            {
                return Abandoned(requestLimit);
            }

            int room = Math.Max(0, (requestLimit - entered).Days);
            start = SandboxCalendar.WorkingDay(entered.AddDays(dice.Chance(20) ? 0 : dice.Below(room + 1)));
            start = start < entered ? entered : start;
            plan.Request = start;
        }

        (int low, int high) = law switch { JpoLaw.Patent => (240, 420), JpoLaw.Design => (170, 260), _ => (150, 330) };
        DateTime notice = SandboxCalendar.WorkingDay(start.AddDays(dice.Between(low, high)));
        if (law == JpoLaw.Patent)
        {
            plan.SearchReport = SandboxCalendar.WorkingDay(notice.AddDays(-dice.Between(25, 50)));
        }

        int rounds = dice.Chance(25) ? 2 : 1;
        for (int round = 0; round < rounds; round++)
        {
            bool answers = round < rounds - 1 || dice.Chance(65);
            DateTime? response = answers ? notice.AddDays(dice.Between(20, AnswerDays(law, abroad))) : null;
            response = response is { } day ? SandboxCalendar.WorkingDay(day) : null;
            plan.Rounds.Add(new ExaminationRound(Draft(notice, ref dice), notice, response));
            notice = SandboxCalendar.WorkingDay((response ?? notice.AddDays(AnswerDays(law, abroad)))
                .AddDays(dice.Between(80, 160)));
        }

        plan.SetRefusal(notice, ref dice);
        if (dice.Chance(22))
        {
            plan.Appeal = SandboxCalendar.WorkingDay(notice.AddDays(dice.Between(62, 88)));
            plan.AppealDecision = SandboxCalendar.WorkingDay(plan.Appeal.Value.AddDays(dice.Between(280, 520)));
        }

        return plan;
    }

    private static int AnswerDays(JpoLaw law, bool abroad) => abroad ? 88 : law == JpoLaw.Patent ? 58 : 38;

    private static DateTime Draft(DateTime mailed, ref Dice dice) =>
        SandboxCalendar.WorkingDay(mailed.AddDays(-dice.Between(3, 8)));

    private void SetRefusal(DateTime mailed, ref Dice dice)
    {
        Refusal = mailed;
        RefusalDrafted = Draft(mailed, ref dice);
    }

    private void Backwards(
        JpoLaw law, DateTime entered, DateTime requestLimit, DateTime last, bool abroad, ref Dice dice)
    {
        int room = (last - entered).Days - (law == JpoLaw.Patent ? 150 : 60);
        int wanted = Refusal is not null ? dice.Between(1, 2) : dice.Below(100) switch { < 30 => 0, < 85 => 1, _ => 2 };
        int rounds = Math.Min(wanted, Math.Max(0, room / (abroad ? 235 : 205)));
        for (int round = 0; round < rounds; round++)
        {
            DateTime response = SandboxCalendar.WorkingDay(last.AddDays(-dice.Between(50, 110)));
            int most = AnswerDays(law, abroad);
            DateTime notice = SandboxCalendar.WorkingDay(response.AddDays(-dice.Between(most / 2, most - 2)));
            Rounds.Insert(0, new ExaminationRound(Draft(notice, ref dice), notice, response));
            last = notice.AddDays(-10);
        }

        if (law != JpoLaw.Patent)
        {
            return;
        }

        Accelerated = (last - entered).Days < 130;
        int untilAction = (last - entered).Days;
        SearchReport = untilAction > 90 ? SandboxCalendar.WorkingDay(last.AddDays(-dice.Between(25, 50))) : null;
        int latest = Math.Min(Math.Max(0, untilAction - 140), Math.Max(0, (requestLimit - entered).Days));
        DateTime request = SandboxCalendar.WorkingDay(entered.AddDays(
            dice.Chance(25) ? 0 : latest - dice.Below((latest / 2) + 1)));
        Request = request < entered ? entered : request;
    }
}
