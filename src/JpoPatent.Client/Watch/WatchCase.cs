using System;
using System.Collections.Generic;
using JpoPatent.Cases;
using JpoPatent.Planning;

namespace JpoPatent.Watch;

/// <summary>
/// A case of the watch: the user's rows, what was known after the last look, and when the looks were.
/// </summary>
internal sealed class WatchCase
{
    // Days by which a payment day and its anniversary may differ.
    private const int DaysOfOneAnniversary = 30;

    internal WatchCase(CaseKey key, JpoNumber number)
    {
        Key = key;
        Number = number;
    }

    internal CaseKey Key { get; }

    /// <summary>The number under which the list has it.</summary>
    internal JpoNumber Number { get; }

    /// <summary>The number of its application; null until it was found, where the list has another.</summary>
    internal JpoNumber? Application { get; set; }

    /// <summary>The user's columns, row by row: a case can stand in the list twice.</summary>
    internal List<IReadOnlyList<KeyValuePair<string, object?>>> Rows { get; set; } = [];

    /// <summary>The night in which it came on the list.</summary>
    internal int Added { get; set; }

    /// <summary>The night in which it left the list; null while it is on it.</summary>
    internal int? Retired { get; set; }

    /// <summary>The night of the last look; null where there was none.</summary>
    internal int? LastLook { get; set; }

    /// <summary>The night of the last look at the documents.</summary>
    internal int? LastProgress { get; set; }

    /// <summary>The night of the last look at the register that was answered.</summary>
    internal int? LastRegister { get; set; }

    /// <summary>
    /// The names of the attorneys; null where no look has told them yet, empty where the answer had no names.
    /// </summary>
    internal string? Attorneys { get; set; }

    /// <summary>The names of the holders of the right, in the same way.</summary>
    internal string? Holders { get; set; }

    /// <summary>What is known, as a list shows it.</summary>
    internal CaseValues Values { get; set; } = new();

    /// <summary>The documents and days that are known, each as day, kind and code: <c>20240105N:A131</c>.</summary>
    internal List<string> Life { get; set; } = [];

    /// <summary>What was missing in the last look, though it had been there.</summary>
    internal List<string> Missing { get; set; } = [];

    /// <summary>The day of filing, where an answer or the number's year tells it.</summary>
    internal int Filed { get; set; }

    /// <summary>Fields of this line that this version does not know, as JSON, to be kept.</summary>
    internal List<KeyValuePair<string, string>> Unknown { get; } = [];

    /// <summary>The same for the values.</summary>
    internal List<KeyValuePair<string, string>> UnknownValues { get; } = [];

    /// <summary>Whether an answer was ever seen.</summary>
    internal bool IsKnown => Life.Count > 0 || Values[CaseField.State] != null;

    internal JpoLaw Law => Key.Law;

    internal static string KeyText(CaseKey key) => key.Law + "/" + key.Kind + "/" + key.Value;

    /// <summary>What the planner needs to know.</summary>
    internal WatchedCase Planned()
    {
        WatchedCase planned = WatchedCase.New(KeyHash(), Law, Filed, Added);
        if (LastLook is not { } last)
        {
            return planned;
        }

        if (LastProgress != null)
        {
            CaseLife.Place(ref planned, Events());
        }

        planned.LastLook = last;
        planned.LastProgress = LastProgress ?? WatchedCase.Never;
        planned.LastRegister = LastRegister ?? WatchedCase.Never;
        if (planned.IsRegistered
            && Values.Day(CaseField.NextAnnuity) is { } annuity
            && IsPaidSince(in planned, annuity))
        {
            // The register told of a payment that no look at the documents has shown yet.
            planned.Stage = WatchStage.Kept;
            planned.Since = WatchDay.Of(annuity.AddYears(-1));
        }
        else if (planned.Stage == WatchStage.Over && last > planned.LastProgress)
        {
            // The register told of the end. Its day can be long past, and the documents are still to be read.
            planned.Since = last;
        }

        if (Values.Day(CaseField.DueDate) is { } due)
        {
            planned.TermEnd = WatchDay.Of(due);
        }

        return planned;
    }

    // The first fees are for so many years; until they are over, the next annuity tells of no payment.
    private bool IsPaidSince(in WatchedCase planned, DateTime annuity)
    {
        int first = planned.Stage == WatchStage.Kept
            ? 1
            : Law switch { JpoLaw.Design => 1, JpoLaw.Trademark => 10, _ => 3 };
        return WatchDay.Of(annuity.AddYears(-first)) > planned.Since + DaysOfOneAnniversary;
    }

    /// <summary>What happened, for the planner.</summary>
    internal WatchEvent[] Events()
    {
        var events = new List<WatchEvent>(Life.Count);
        foreach (string entry in Life)
        {
            if (WatchLife.Read(entry) is { } happened)
            {
                events.Add(happened);
            }
        }

        return [.. events];
    }

    private int KeyHash()
    {
        uint hash = 2166136261;
        foreach (char c in Key.Value)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash ^ (uint)Key.Law) & int.MaxValue);
    }
}
