using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>Lives of made-up applications: <c>cases.csv</c> (case, filed, added) and <c>events.csv</c> (case, day, code, visible), by case and day.</summary>
internal sealed class WatchWorld
{
    /// <summary>A year of warm-up, a year that is measured, and the nights after it for what was not seen by then.</summary>
    internal const int Nights = 1165, MeasuredFrom = 365, MeasuredTo = 730;

    private static readonly string[] Codes =
        ["Published", "Requested", "Notice", "Response", "Refused", "Appeal", "Granted", "Paid", "Registered", "Annuity", "Misc", "Ended"];

    internal WatchWorld(IReadOnlyList<WorldCase> cases) => Cases = cases;

    internal IReadOnlyList<WorldCase> Cases { get; }

    internal static string CodeOf(WatchEventKind kind) => Codes[(int)kind];

    internal static WatchWorld Read(string folder)
    {
        var events = new Dictionary<int, List<WorldEvent>>();
        foreach (string line in File.ReadLines(Path.Combine(folder, "events.csv")).Skip(1))
        {
            string[] cells = line.Split(',');
            int id = Number(cells[0]);
            if (!events.TryGetValue(id, out List<WorldEvent>? list))
            {
                events[id] = list = [];
            }

            list.Add(new WorldEvent(new WatchEvent(Number(cells[1]), (WatchEventKind)Array.IndexOf(Codes, cells[2])), Number(cells[3])));
        }

        return new WatchWorld([.. File.ReadLines(Path.Combine(folder, "cases.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => WorldCase.Of(Number(cells[0]), Number(cells[1]), Number(cells[2]), events.TryGetValue(Number(cells[0]), out List<WorldEvent>? list) ? list : []))]);
    }

    internal void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "cases.csv"),
            Cases.Select(one => FormattableString.Invariant($"{one.Id},{one.Filed},{one.Added}")).Prepend("case,filed,added"));
        File.WriteAllLines(Path.Combine(folder, "events.csv"),
            Cases.SelectMany(one => one.Events.Select((happened, i) => FormattableString.Invariant($"{one.Id},{happened.Day},{CodeOf(happened.Kind)},{one.Visible[i]}")))
                .Prepend("case,day,code,visible"));
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
