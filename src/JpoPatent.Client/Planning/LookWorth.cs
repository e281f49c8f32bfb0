using System;

namespace JpoPatent.Planning;

/// <summary>
/// What a look is worth tonight, by the weekday and the nights since the last one, for a case to which one event a day
/// happens. It is the price of a look at which looking tonight and leaving it cost the same over the weeks to come (the
/// index of Whittle's restless bandits). Without weekdays it is g(g+1)/2 after g nights: the nights that events wait,
/// not their number alone. With weekdays it knows that a look before the weekend's end shows nothing that the last one
/// did not.
/// </summary>
internal sealed class LookWorth
{
    /// <summary>Nights up to which the worth is reckoned out; from there on weekdays hardly count.</summary>
    public const int Longest = 42;

    private const int Horizon = 30 * 7;

    private const double Coarse = 1.04;

    private readonly float[] _worth;

    /// <param name="shares">The share of each weekday, one on average.</param>
    public LookWorth(double[] shares)
    {
        Shares = shares;
        _worth = Reckon(shares);
    }

    /// <summary>The shares of the weekdays that it was reckoned for.</summary>
    public double[] Shares { get; }

    /// <summary>
    /// The worth by weekday of the night and nights since the last look: place <c>weekday * (Longest + 1) + nights</c>.
    /// </summary>
    public float[] Table => _worth;

    /// <summary>The worth of a look.</summary>
    public float Of(int weekday, int nights) => _worth[(weekday * (Longest + 1)) + Math.Min(nights, Longest)];

    private static float[] Reckon(double[] shares)
    {
        double[,] waiting = Waiting(shares);
        var worth = new float[7 * (Longest + 1)];
        double highest = Longest * (Longest + 1) / 2.0;
        for (double price = 0.02; price < highest; price *= Coarse)
        {
            Raise(worth, waiting, price);
        }

        for (int weekday = 0; weekday < 7; weekday++)
        {
            worth[(weekday * (Longest + 1)) + Longest] = (float)highest;
            for (int nights = 1; nights <= Longest; nights++)
            {
                int at = (weekday * (Longest + 1)) + nights;
                worth[at] = Math.Max(worth[at], worth[at - 1]);
            }
        }

        return worth;
    }

    // Sets the price as the worth of every state in which looking is right at that price;
    // prices rise, so the highest stays.
    private static void Raise(float[] worth, double[,] waiting, double price)
    {
        var next = new double[Longest + 1];
        var now = new double[Longest + 1];
        for (int left = 0; left < Horizon + 7; left++)
        {
            int weekday = 6 - (left % 7);
            for (int nights = 0; nights <= Longest; nights++)
            {
                double looked = price + next[1];
                double left1 = waiting[weekday, nights] + next[Math.Min(nights + 1, Longest)];
                now[nights] = Math.Min(looked, left1);
                if (left >= Horizon && looked <= left1)
                {
                    worth[(weekday * (Longest + 1)) + nights] = (float)price;
                }
            }

            (next, now) = (now, next);
        }
    }

    // The events that wait in a night, so many nights after the last look: those of the days from that night on.
    private static double[,] Waiting(double[] shares)
    {
        var waiting = new double[7, Longest + 1];
        for (int weekday = 0; weekday < 7; weekday++)
        {
            for (int nights = 1; nights <= Longest; nights++)
            {
                waiting[weekday, nights] = waiting[weekday, nights - 1]
                    + shares[StageRates.WeekdayOf(weekday - nights)];
            }
        }

        return waiting;
    }
}
