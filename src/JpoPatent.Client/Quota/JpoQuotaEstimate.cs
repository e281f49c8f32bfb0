using System;
using System.Globalization;

namespace JpoPatent;

/// <summary>What a run of a given size would take.</summary>
public sealed class JpoQuotaEstimate
{
    internal JpoQuotaEstimate(
        ApiDescriptor api, int count, int remaining, int today, int days, TimeSpan duration, DateTimeOffset finishesAt)
    {
        Api = api.Id;
        Count = count;
        Remaining = remaining;
        Today = today;
        Days = days;
        Duration = duration;
        FinishesAt = finishesAt;
    }

    /// <summary>The API's id, e.g. <c>patent/app_progress</c>.</summary>
    public string Api { get; }

    /// <summary>Accesses that the run would spend.</summary>
    public int Count { get; }

    /// <summary>Accesses left today that this connection may spend.</summary>
    public int Remaining { get; }

    /// <summary>How many of the run's accesses today allows.</summary>
    public int Today { get; }

    /// <summary>On how many days the run would work, today included if it can do anything today.</summary>
    public int Days { get; }

    /// <summary>
    /// How long it would be working, waits for the limit per minute included, nights between days of work not.
    /// </summary>
    public TimeSpan Duration { get; }

    /// <summary>When it would be done, were it resumed at each midnight in Japan, in Japan's time.</summary>
    public DateTimeOffset FinishesAt { get; }

    /// <summary>Accesses and days.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, Client.Messages.EstimateText, Api, Count, Days);
}
