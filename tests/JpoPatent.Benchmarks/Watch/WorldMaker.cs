using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Planning;

namespace JpoPatent.Benchmarks;

/// <summary>Makes worlds from a seed, after JPO's figures: requests by year, first action ten months after the request, a fifth second notices, 17 % direct grants, registrations alive
/// after 5, 10 and 15 years. JPO works from Monday to Friday.</summary>
internal sealed class WorldMaker
{
    private const int FirstDay = -7500;

    private readonly Random _random;
    private readonly List<WatchEvent> _life = [];

    private WorldMaker(int seed) => _random = new Random(seed);

    /// <summary>A world with so many cases on night 0, and new ones every night.</summary>
    internal static WatchWorld Make(int cases, int seed)
    {
        var maker = new WorldMaker(seed);
        WorldCase[] lives = [.. Enumerable.Range(0, cases * 5).Select(maker.Live).OrderBy(one => one.Filed)];

        // Thinned so that as many as wanted are alive on night 0.
        double share = (double)cases / lives.Count(one => one.Added == 0 && one.Visible[^1] > 0);
        return new WatchWorld([.. lives.Where(one => (one.Added > 0 || one.Visible[^1] > 0) && maker.Chance(Math.Min(share, 1))).Select((one, i) => one with { Id = i })]);
    }

    private WorldCase Live(int id)
    {
        _life.Clear();
        int filed = _random.Next(FirstDay, WatchWorld.Nights);
        bool isNational = Chance(0.26);
        int listed = isNational ? filed + 855 + _random.Next(75) : filed;
        int published = isNational ? listed + 110 + _random.Next(90)
            : Chance(0.38) ? filed + 185 + _random.Next(70)
            : filed + 545 + _random.Next(32);
        Happen(published, WatchEventKind.Publication);
        int end = RequestDay() is { } request
            ? Examine(Happen(filed + (isNational ? Math.Max(request, listed - filed) : request), WatchEventKind.ExaminationRequest))
            : filed + 1100 + _random.Next(120);
        end = Happen(Math.Max(end, published + 1), WatchEventKind.End);
        for (int day = filed + Wait(2800, 2000); day < end; day += Wait(2800, 2000))
        {
            Happen(day, WatchEventKind.Other);
        }

        int shown = _life[0].Day + 1;
        return WorldCase.Of(id, filed, Math.Max(listed, 0), _life.Where(one => one.Day <= end).Select(one => new WorldEvent(one, Math.Max(one.Day + 1, shown))));
    }

    // Of a hundred filings 18.5, 10, 17 and 26.3 are requested in the four years that the three years touch; 13 more with the filing.
    private int? RequestDay()
    {
        double of = _random.NextDouble();
        return of switch
        {
            < 0.14 => _random.Next(180),
            < 0.19 => 180 + _random.Next(185),
            < 0.25 => 365 + _random.Next(180),
            < 0.37 => 545 + _random.Next(355),
            < 0.57 => 900 + _random.Next(150),
            < 0.85 => 1050 + _random.Next(46),
            _ => null,
        };
    }

    private int Examine(int request)
    {
        int acted = request + (Chance(0.09) ? Wait(70, 30) : Wait(310, 130));
        return Chance(0.17) ? Grant(acted) : Notify(acted, left: 3);
    }

    private int Notify(int day, int left)
    {
        day = Happen(day, WatchEventKind.Notice);
        if (!Chance(0.93))
        {
            return Refuse(day + 90 + Wait(55, 30));
        }

        int answer = Chance(0.6) ? 60 - _random.Next(6) : Chance(0.5) ? 20 + _random.Next(36) : 80 + _random.Next(60);
        day = Happen(day + answer, WatchEventKind.Response) + Wait(95, 48);
        double of = _random.NextDouble();
        return of < 0.7 ? Grant(day) : of < 0.9 && left > 0 ? Notify(day, left - 1) : Refuse(day);
    }

    private int Refuse(int day)
    {
        day = Happen(day, WatchEventKind.Refusal);
        if (!Chance(0.5))
        {
            return day + 93 + _random.Next(40);
        }

        day = Happen(day + 70 + _random.Next(25), WatchEventKind.Appeal);
        return Chance(0.9) ? Grant(day + Wait(235, 170)) : day + Wait(415, 150);
    }

    private int Grant(int day)
    {
        day = Happen(day, WatchEventKind.Grant);
        if (Chance(0.006))
        {
            return day + 100 + _random.Next(40);
        }

        day = Happen(day + 8 + _random.Next(24), WatchEventKind.Payment);
        int registered = Happen(day + 5 + _random.Next(15), WatchEventKind.Registration);
        Happen(registered + 10 + _random.Next(8), WatchEventKind.Other);
        int year = 3;
        for (; year < 17 && Chance(year < 6 ? 0.95 : year < 11 ? 0.9 : 0.78); year++)
        {
            int due = registered + (year * 365);
            Happen(Chance(0.06) ? due + 140 + _random.Next(40) : due - _random.Next(63), WatchEventKind.Annuity);
        }

        return registered + (year * 365) + 190 + _random.Next(45);
    }

    private int Happen(int day, WatchEventKind kind)
    {
        // What falls on a weekend is done on Monday.
        int weekday = StageRates.WeekdayOf(day);
        day += weekday == 5 ? 2 : weekday == 6 ? 1 : 0;
        _life.Add(new WatchEvent(day, kind));
        return day;
    }

    private bool Chance(double share) => _random.NextDouble() < share;

    // Days of a gamma distribution with this mean and deviation, at least one.
    private int Wait(double mean, double deviation)
    {
        double shape = mean * mean / (deviation * deviation);
        double d = Math.Max(shape, 1) - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
            double v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - _random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return Math.Max(1, (int)(d * v * mean / Math.Max(shape, 1)));
            }
        }
    }
}
