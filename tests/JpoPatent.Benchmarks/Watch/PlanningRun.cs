using System;
using System.Diagnostics;
using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary><c>watch --plan 1000000</c>: how long a plan takes and what it allocates, beside Array.Sort of as many doubles, in one run.</summary>
internal static class PlanningRun
{
    private const int Rounds = 9, Night = 1000;

    internal static void Run(int count, NightBudget budget)
    {
        var random = new Random(1);
        var cases = new WatchedCase[count];
        for (int i = 0; i < count; i++)
        {
            cases[i] = Case(random, i);
        }

        var doubles = new double[count];
        for (int i = 0; i < count; i++)
        {
            doubles[i] = random.NextDouble();
        }

        var planner = new WatchPlanner(new StageRates());
        double plan = double.MaxValue, sort = double.MaxValue;
        long allocated = 0;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            planner = new WatchPlanner(new StageRates(), planner);
            GC.KeepAlive(planner.Plan(cases, Night, budget));
            plan = Math.Min(plan, clock.Elapsed.TotalMilliseconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            double[] copy = [.. doubles];
            clock.Restart();
            Array.Sort(copy);
            sort = Math.Min(sort, clock.Elapsed.TotalMilliseconds);
        }

        double bytes = System.Runtime.CompilerServices.Unsafe.SizeOf<WatchedCase>() + ((double)allocated / count);
        Console.WriteLine(FormattableString.Invariant($"planning {count} cases {plan:0.0} ms, Array.Sort of as many doubles {sort:0.0} ms, ratio {plan / sort:0.00}, {bytes:0.0} bytes a case"));
    }

    private static WatchedCase Case(Random random, int key)
    {
        WatchedCase watched = WatchedCase.New(key, JpoLaw.Patent, Night - random.Next(6000), 0);
        watched.Stage = (WatchStage)random.Next((int)WatchStage.Over + 1);
        watched.Since = Night - random.Next(1200);
        if (watched.Stage != WatchStage.NeverSeen)
        {
            watched.LastLook = Night - 1 - random.Next(60);
            watched.LastProgress = watched.LastLook;
        }

        return watched;
    }
}
