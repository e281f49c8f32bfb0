using System;
using JpoPatent.Quota;
using JpoPatent.Time;

namespace JpoPatent;

/// <summary>What is left today of one API, as far as the guard knows. Reading it spends no access.</summary>
public sealed class JpoQuota
{
    internal JpoQuota(ApiDescriptor api, QuotaRow row, DateTimeOffset resetsAt, int warningPercent, string statePath)
    {
        StatePath = statePath;
        Api = api.Id;
        Number = api.Number;
        Command = api.Command;
        Group = api.Group;
        Limit = row.Limit;
        Remaining = row.Remaining;
        Used = row.Limit - row.Remaining;
        ResetsAt = resetsAt;
        IsNearlyUsed = (long)row.Remaining * 100 <= (long)row.Limit * warningPercent;
        Source = row.Source;
        ObservedAt = row.SeenAt == 0 ? null : JapanTime.ToJapan(DateTimeOffset.FromUnixTimeSeconds(row.SeenAt));
    }

    /// <summary>The API's id, e.g. <c>patent/app_progress</c>.</summary>
    public string Api { get; }

    /// <summary>JPO's number of the API, e.g. <c>1-1</c>.</summary>
    public string Number { get; }

    /// <summary>The command that spends these accesses.</summary>
    public string Command { get; }

    /// <summary>Domestic or OPD: the two limits per minute.</summary>
    public ApiGroup Group { get; }

    /// <summary>Accesses per day.</summary>
    public int Limit { get; }

    /// <summary>Accesses used today, by everybody who uses the ID, as far as the guard knows.</summary>
    public int Used { get; }

    /// <summary>Accesses left today.</summary>
    public int Remaining { get; }

    /// <summary>The next midnight in Japan.</summary>
    public DateTimeOffset ResetsAt { get; }

    /// <summary>Where the limit comes from.</summary>
    public QuotaSource Source { get; }

    /// <summary>When the service's counter (<c>remainAccessCount</c>) was last seen; null if never.</summary>
    public DateTimeOffset? ObservedAt { get; }

    /// <summary>
    /// Where the book lives that says so: a folder, or the address of the container that several machines share.
    /// </summary>
    public string StatePath { get; }

    /// <summary>Whether so little is left that the connection warns of it.</summary>
    internal bool IsNearlyUsed { get; }

    /// <summary>Id, what is left, and the limit.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Api}: {Remaining}/{Limit}";
}
