using System;

namespace JpoPatent.Sandbox.World;

/// <summary>An earlier application whose priority is claimed: abroad, or in Japan.</summary>
internal sealed class Priority(string number, DateTime date, string country, bool domestic)
{
    public string Number { get; } = number;

    public DateTime Date { get; } = date;

    /// <summary>Two letters.</summary>
    public string Country { get; } = country;

    /// <summary>A domestic priority, which names no country.</summary>
    public bool Domestic { get; } = domestic;
}
