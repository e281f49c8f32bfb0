using System;
using System.Globalization;

namespace JpoPatent;

/// <summary>Something that is due in a case. A reading aid, not legal advice: extensions are not in it.</summary>
public sealed class JpoDueDate
{
    internal JpoDueDate()
    {
    }

    /// <summary>The application number as people write it, e.g. <c>特願2020-123456</c>.</summary>
    public string? Number { get; internal init; }

    /// <summary>What is due.</summary>
    public DueKind Kind { get; internal init; }

    /// <summary>
    /// The last day, moved to the next day on which the office is open; null where it is not known. Where
    /// <see cref="IsEarliest"/>, the earliest day that it can be.
    /// </summary>
    public DateTime? DueDate { get; internal init; }

    /// <summary>
    /// Days from today in Japan, by the service's clock, to <see cref="DueDate"/>; negative once it is past.
    /// </summary>
    public int? DaysLeft { get; internal init; }

    /// <summary>The end of the six months in which it can still be done with a surcharge; null if absent.</summary>
    public DateTime? LastDay { get; internal init; }

    /// <summary>
    /// Whether <see cref="DueDate"/> is the earliest possible day: it runs from a service,
    /// and the data have the dispatch alone.
    /// </summary>
    public bool IsEarliest { get; internal init; }

    /// <summary>Whether it was done, as far as the file tells; null where no file was at hand.</summary>
    public bool? IsAnswered { get; internal init; }

    /// <summary>
    /// What it rests on: JPO's code of the document, or the name of JPO's field, and then the same in words.
    /// </summary>
    public string? Basis { get; internal init; }

    /// <summary>The law of the case.</summary>
    public JpoLaw Law { get; internal init; }

    /// <summary>The same number in ten digits, year first.</summary>
    public string? ApplicationNumber { get; internal init; }

    /// <summary>Whether the built-in sandbox gave the answers that it rests on: the case is made up.</summary>
    public bool IsSandbox { get; internal init; }

    /// <summary>
    /// What tells one thing from another of its kind in the same case: the number of the document that it rests on.
    /// </summary>
    internal string? Source { get; init; }

    /// <summary>Whether the case went on without it: a decision came, or the case is over.</summary>
    internal bool IsOvertaken { get; init; }

    /// <summary>Whether the holidays of its year are not known, so that the day was not moved.</summary>
    internal bool IsBeyondHolidays { get; init; }

    /// <summary>Whether there is still something to do.</summary>
    internal bool IsOpen => IsAnswered != true && !IsOvertaken;

    /// <summary>Number, what, and until when.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        $"{Number} {Kind} {DueDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?"}";
}
