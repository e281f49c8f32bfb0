using System;

namespace JpoPatent.Planning;

/// <summary>
/// How often what happens, by law, stage of life and time in it: counted from the documents' own days, over a prior
/// (<see cref="RatePrior"/>) that gives way as the counts grow.
/// </summary>
internal sealed class StageRates
{
    /// <summary>Steps of time in a stage; the last goes on without end.</summary>
    public const int Steps = 128;

    // What a request for examination counts, beside any other event.
    private const float RequestWeight = 3;

    private const int Stages = (int)WatchStage.Over + 1;

    // JPO numbers its laws 1, 3 and 4.
    private const int Laws = 5;

    // What the prior weighs: so many days of one case in each step.
    private const double PriorDays = 1500;

    // The events of the prior on each weekday.
    private const double PriorEventsADay = 10;

    private readonly Counts[] _counts = new Counts[Laws * Stages];

    private readonly double[] _onWeekday = new double[7];

    public StageRates()
    {
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] = new Counts();
        }

        for (int i = 0; i < _onWeekday.Length; i++)
        {
            _onWeekday[i] = PriorEventsADay;
        }
    }

    /// <summary>
    /// The days of a step. Where the clock of the stage is the day of filing and runs for
    /// decades, the steps are longer.
    /// </summary>
    public static int DaysOfStep(WatchStage stage) => stage switch
    {
        WatchStage.NeverSeen => 60,
        WatchStage.Over => 60,
        _ => 10,
    };

    /// <summary>A case was in the stage from one age to the next.</summary>
    public void Expose(JpoLaw law, WatchStage stage, int fromAge, int toAge)
    {
        fromAge = Math.Max(fromAge, 0);
        if (toAge <= fromAge)
        {
            return;
        }

        double[] days = Of(law, stage).Days;
        int step = DaysOfStep(stage);
        int k = Math.Min(fromAge / step, Steps - 1);
        while (fromAge < toAge)
        {
            int end = k == Steps - 1 ? toAge : Math.Min(toAge, (k + 1) * step);
            days[k] += end - fromAge;
            fromAge = end;
            k++;
        }
    }

    /// <summary>Something happened to a case in the stage.</summary>
    public void Happened(JpoLaw law, WatchStage stage, int age, WatchEventKind kind)
    {
        Counts counts = Of(law, stage);
        int k = Math.Min(Math.Max(age, 0) / DaysOfStep(stage), Steps - 1);
        ListOf(counts, kind)[k]++;
    }

    /// <summary>A critical event counts for its weekday: JPO sends nothing on Saturdays and Sundays.</summary>
    public void HappenedOn(WatchEvent happened)
    {
        if (happened.IsCritical)
        {
            _onWeekday[WeekdayOf(happened.Day)]++;
        }
    }

    /// <summary>The weekday of a day, 0 to 6, counted from day 0.</summary>
    public static int WeekdayOf(int day) => ((day % 7) + 7) % 7;

    /// <summary>The share of each weekday, one on average.</summary>
    public double[] WeekdayShares()
    {
        double sum = 0;
        foreach (double n in _onWeekday)
        {
            sum += n;
        }

        return Array.ConvertAll(_onWeekday, n => 7 * n / sum);
    }

    /// <summary>What is known now, as the planner reads it.</summary>
    /// <param name="criticalWeight">What a critical event counts, beside any other event.</param>
    public RateTable[] Tables(float criticalWeight)
    {
        var tables = new RateTable[_counts.Length];
        for (int i = 0; i < tables.Length; i++)
        {
            tables[i] = TableOf((JpoLaw)(i / Stages), (WatchStage)(i % Stages), _counts[i], criticalWeight);
        }

        return tables;
    }

    /// <summary>The place of a law's stage in <see cref="Tables"/>.</summary>
    public static int IndexOf(JpoLaw law, WatchStage stage) => ((int)law * Stages) + (int)stage;

    private static RateTable TableOf(JpoLaw law, WatchStage stage, Counts counts, float criticalWeight)
    {
        int step = DaysOfStep(stage);
        var critical = new float[Steps];
        var all = new float[Steps];
        var documents = new float[Steps];
        for (int k = 0; k < Steps; k++)
        {
            StagePrior prior = RatePrior.Of(law, stage, (k * step) + (step / 2));
            double days = PriorDays + counts.Days[k];
            double c = ((prior.Critical * PriorDays) + counts.Critical[k]) / days;
            double r = ((prior.Request * PriorDays) + counts.Request[k]) / days;
            double o = ((prior.Other * PriorDays) + counts.Other[k]) / days;
            double f = ((prior.Register * PriorDays) + counts.Register[k]) / days;
            critical[k] = (float)c;
            documents[k] = (float)((criticalWeight * c) + (RequestWeight * r) + o);
            all[k] = (float)((criticalWeight * c) + (RequestWeight * r) + o + f);
        }

        return new RateTable(
            new SummedRates(step, critical), new SummedRates(step, all), new SummedRates(step, documents));
    }

    private static double[] ListOf(Counts counts, WatchEventKind kind) => kind switch
    {
        WatchEventKind.Notice or WatchEventKind.Refusal or WatchEventKind.Grant => counts.Critical,
        WatchEventKind.ExaminationRequest => counts.Request,
        WatchEventKind.Registration or WatchEventKind.Annuity or WatchEventKind.End => counts.Register,
        _ => counts.Other,
    };

    private Counts Of(JpoLaw law, WatchStage stage) => _counts[IndexOf(law, stage)];

    private sealed class Counts
    {
        public double[] Days { get; } = new double[Steps];

        public double[] Critical { get; } = new double[Steps];

        public double[] Request { get; } = new double[Steps];

        public double[] Register { get; } = new double[Steps];

        public double[] Other { get; } = new double[Steps];
    }
}
