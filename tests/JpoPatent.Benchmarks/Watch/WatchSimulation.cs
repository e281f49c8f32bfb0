using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>Plays a policy over a world, night by night. A look in night n shows what is visible by n, and costs also where it shows nothing.</summary>
internal static class WatchSimulation
{
    internal static List<WatchLook> Play(WatchWorld world, IWatchPolicy policy, NightBudget budget, int nights)
    {
        var looks = new List<WatchLook>();
        WorldCase[] arriving = [.. world.Cases.OrderBy(one => one.Added).ThenBy(one => one.Id)];
        Dictionary<int, WorldCase> cases = world.Cases.ToDictionary(one => one.Id);
        Dictionary<int, IReadOnlyList<WatchEvent>> known = [];
        int arrived = 0;
        for (int night = 0; night < nights; night++)
        {
            for (; arrived < arriving.Length && arriving[arrived].Added <= night; arrived++)
            {
                policy.Add(arriving[arrived].Id, arriving[arrived].Filed, night);
            }

            IReadOnlyList<(int Case, LookApi Api)> chosen = policy.Choose(night, budget);
            if (chosen.Count(look => look.Api == LookApi.Progress) > budget.Progress || chosen.Count(look => look.Api == LookApi.Registration) > budget.Registration)
            {
                throw new InvalidOperationException($"Night {night}: more looks than the limit.");
            }

            foreach ((int id, LookApi api) in chosen)
            {
                looks.Add(new WatchLook(night, id, api));
                IReadOnlyList<WatchEvent> before = known.TryGetValue(id, out IReadOnlyList<WatchEvent>? list) ? list : [];
                IReadOnlyList<WatchEvent> shown = Shown(cases[id], api, night, before);
                known[id] = shown;
                policy.Seen(id, api, night, shown);
            }
        }

        return looks;
    }

    /// <summary>Whether a look shows an event: the register has registration, annuities and the end of the right.</summary>
    internal static bool Shows(LookApi api, WatchEventKind kind) =>
        api == LookApi.Progress || kind is WatchEventKind.Registration or WatchEventKind.Annuity or WatchEventKind.End;

    private static IReadOnlyList<WatchEvent> Shown(WorldCase one, LookApi api, int night, IReadOnlyList<WatchEvent> before)
    {
        int count = one.ShownBy(night);
        if (api == LookApi.Progress)
        {
            return count == before.Count ? before : new ArraySegment<WatchEvent>(one.Events, 0, count);
        }

        WatchEvent[] news = [.. one.Events.Take(count).Where(happened => Shows(api, happened.Kind)).Except(before)];
        return news.Length == 0 ? before : [.. before.Concat(news).OrderBy(happened => happened.Day)];
    }
}
