using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace JpoPatent.Benchmarks;

/// <summary><c>watch</c>: what the planner of the portfolio watch reaches. See docs/watch.md.</summary>
internal static class WatchRun
{
    internal static int Run(string[] arguments)
    {
        string? Option(string name) => Array.IndexOf(arguments, name) is >= 0 and var i && i + 1 < arguments.Length ? arguments[i + 1] : null;
        int Number(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

        var budget = new NightBudget(Number("--looks", 800), Number("--registration", 0));
        int nights = Number("--nights", WatchWorld.Nights);
        WatchWorld world = Option("--world") is { } folder ? WatchWorld.Read(folder) : WorldMaker.Make(Number("--cases", 10_000), Number("--seed", 1));
        if (Option("--write") is { } made)
        {
            world.Write(made);
            return 0;
        }

        if (arguments.Contains("--score"))
        {
            return Score(world, budget, nights, Option("--looks-file"));
        }

        List<WatchLook> looks = WatchSimulation.Play(world, new PlannerPolicy(), budget, nights);
        using TextWriter writer = Option("--out") is { } path ? File.CreateText(path) : Console.Out;
        writer.WriteLine("night,case,api");
        foreach (WatchLook look in looks)
        {
            writer.WriteLine(FormattableString.Invariant($"{look.Night},{look.Case},{(look.Api == LookApi.Progress ? "progress" : "registration")}"));
        }

        return 0;
    }

    private static int Score(WatchWorld world, NightBudget budget, int nights, string? played)
    {
        Console.WriteLine(FormattableString.Invariant($"{world.Cases.Count(one => one.Added == 0)} cases on night 0, {budget.Progress} looks + {budget.Registration} at the register, {nights} nights"));
        Console.WriteLine("order                    critical: mean median p95 p99 longest |   all: mean median p95 p99 longest | never seen | never looked at | longest wait");
        foreach ((string name, Func<IWatchPolicy> policy) in new (string, Func<IWatchPolicy>)[]
        {
            ("planner", () => new PlannerPolicy()),
            ("file order", () => new OrderPolicy(longestFirst: false, hasRegister: false)),
            ("longest unseen first", () => new OrderPolicy(longestFirst: true, hasRegister: budget.Registration > 0)),
        })
        {
            var clock = Stopwatch.StartNew();
            List<WatchLook> looks = WatchSimulation.Play(world, policy(), budget, nights);
            Print(name, WatchScore.Of(world, looks, WatchWorld.MeasuredFrom, WatchWorld.MeasuredTo, nights));
            if (Environment.GetEnvironmentVariable("DIAG") != null) { Diag(world, looks, nights); }
            Print("  first 30 nights", WatchScore.Of(world, looks.Where(look => look.Night < 400), 1, 31, 400));
            Console.Error.WriteLine(clock.Elapsed);
        }

        _ = played;
        return 0;
    }

    private static void Print(string name, WatchScore score) => Console.WriteLine(FormattableString.Invariant(
        $"{name,-24} {Text(score.Critical)} | {Text(score.All)} | {score.NeverSeen,6} | {score.NeverLooked,6} | {score.LongestWait,6}"));

    private static void Diag(WatchWorld world, List<WatchLook> looks, int nights)
    {
        ILookup<int, WatchLook> byCase = looks.ToLookup(l => l.Case);
        var sum = new SortedDictionary<string, (int n, long d)>();
        var lk = new SortedDictionary<string, int>();
        foreach (WorldCase c in world.Cases)
        {
            WatchLook[] of = [.. byCase[c.Id].OrderBy(l => l.Night)];
            foreach (WatchLook l in of.Where(l => l.Night is >= 365 and < 730))
            {
                WatchedCase w = WatchedCase.New(1, JpoLaw.Patent, c.Filed, 0);
                CaseLife.Place(ref w, c.Events.Take(c.ShownBy(l.Night)).ToArray());
                string key = w.Stage + " " + l.Api + " wd" + (l.Night % 7);
                lk[key] = lk.GetValueOrDefault(key) + 1;
            }

            for (int i = 0; i < c.Events.Length; i++)
            {
                if (c.Visible[i] is < 365 or >= 730) continue;
                int s = Array.FindIndex(of, l => l.Night >= c.Visible[i] && WatchSimulation.Shows(l.Api, c.Events[i].Kind));
                WatchedCase w = WatchedCase.New(1, JpoLaw.Patent, c.Filed, 0);
                CaseLife.Place(ref w, c.Events.Take(Array.FindIndex(c.Visible, v => v >= c.Visible[i])).ToArray());
                string key = c.Events[i].Kind + " from " + w.Stage;
                (int n, long d) = sum.GetValueOrDefault(key);
                sum[key] = (n + 1, d + (s < 0 ? nights : of[s].Night) - c.Visible[i]);
            }
        }

        foreach (var e in sum) Console.WriteLine($"{e.Key,-40} {e.Value.n,6} {(double)e.Value.d / e.Value.n:0.00} {e.Value.d}");
        foreach (var g in lk.GroupBy(e => e.Key.Split(" wd")[0])) Console.WriteLine($"{g.Key,-30} {string.Join(' ', g.Select(e => e.Key[^1] + ":" + e.Value / 52))}");
    }

    private static string Text(WatchScore.Delays delays) => FormattableString.Invariant(
        $"{delays.Count,6} {delays.Mean,7:0.00} {delays.Median,5} {delays.P95,5} {delays.P99,5} {delays.Longest,6}");
}
