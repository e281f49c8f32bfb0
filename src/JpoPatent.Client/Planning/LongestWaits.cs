using System;

namespace JpoPatent.Planning;

/// <summary>
/// How many nights a case may wait, whatever its risk. What half of a night's looks cannot keep is stretched: the
/// shortest waits give way to one common wait T, just so long that half of the looks keep it. T is never more than
/// twice the cases by the looks, so no case waits longer than that or than the wait that is set.
/// </summary>
internal sealed class LongestWaits
{
    /// <summary>In examination, before and after it, and when all is over.</summary>
    public const int InExamination = 14, Elsewhere = 60, WhenOver = 365;

    private readonly double _common;

    private readonly double _first;

    private LongestWaits(double common, double first)
    {
        _common = common;
        _first = first;
    }

    /// <summary>The wait that is set for a stage, in nights.</summary>
    public static int Set(WatchStage stage) => stage switch
    {
        WatchStage.NeverSeen or WatchStage.Requested or WatchStage.Notified or WatchStage.Responded
            or WatchStage.Refused or WatchStage.Appealed or WatchStage.Granted
            or WatchStage.Paid => InExamination,
        WatchStage.Over => WhenOver,
        _ => Elsewhere,
    };

    /// <summary>The waits that so many looks can keep.</summary>
    /// <param name="cases">How many cases are in each stage.</param>
    /// <param name="looks">Looks a night.</param>
    public static LongestWaits For(int[] cases, int looks)
    {
        double spared = Math.Max(looks / 2.0, 0.5);
        double common = 0;

        // Waits that are set one by one give way, the shortest first, until the looks suffice.
        foreach (int next in new[] { InExamination, Elsewhere, WhenOver, int.MaxValue })
        {
            double kept = 0;
            int stretched = 0;
            for (int stage = 0; stage < cases.Length; stage++)
            {
                int set = Set((WatchStage)stage);
                if (set >= next)
                {
                    kept += (double)cases[stage] / set;
                }
                else
                {
                    stretched += cases[stage];
                }
            }

            if (stretched > 0)
            {
                common = kept < spared ? stretched / (spared - kept) : double.PositiveInfinity;
            }

            if (kept < spared && common <= next)
            {
                break;
            }
        }

        // New cases are few, once all have been seen: a quarter of the looks lets them not wait for the many.
        return new LongestWaits(
            common, Math.Min(common, cases[(int)WatchStage.NeverSeen] / Math.Max(looks / 4.0, 0.25)));
    }

    /// <summary>The nights that a case of the stage may wait.</summary>
    public int Of(WatchStage stage) =>
        (int)Math.Min(
            Math.Max(Set(stage), Math.Ceiling(stage == WatchStage.NeverSeen ? _first : _common)), int.MaxValue / 2);
}
