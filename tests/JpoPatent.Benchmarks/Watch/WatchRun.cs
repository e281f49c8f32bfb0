using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using JpoPatent.Planning;

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
        if (Option("--plan") is { } many)
        {
            PlanningRun.Run(int.Parse(many, CultureInfo.InvariantCulture), budget);
            return 0;
        }

        if (Option("--book") is { } book)
        {
            BookRun.Run(book, Number("--cases", 10_000));
            return 0;
        }

        WatchWorld world = Option("--world") is { } folder ? WatchWorld.Read(folder) : WorldMaker.Make(Number("--cases", 10_000), Number("--seed", 1));
        if (Option("--write") is { } made)
        {
            world.Write(made);
            return 0;
        }

        if (arguments.Contains("--score"))
        {
            return Score(world, budget, nights);
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

    private static int Score(WatchWorld world, NightBudget budget, int nights)
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
            List<WatchLook> looks = WatchSimulation.Play(world, policy(), budget, nights);
            Print(name, WatchScore.Of(world, looks, WatchWorld.MeasuredFrom, WatchWorld.MeasuredTo, nights));
            Print("  first 30 nights", WatchScore.Of(world, looks.Where(look => look.Night < 400), 1, 31, 400));
        }

        return 0;
    }

    private static void Print(string name, WatchScore score) => Console.WriteLine(FormattableString.Invariant(
        $"{name,-24} {Text(score.Critical)} | {Text(score.All)} | {score.NeverSeen,6} | {score.NeverLooked,6} | {score.LongestWait,6}"));

    private static string Text(WatchScore.Delays delays) => FormattableString.Invariant(
        $"{delays.Count,6} {delays.Mean,7:0.00} {delays.Median,5} {delays.P95,5} {delays.P99,5} {delays.Longest,6}");
}
