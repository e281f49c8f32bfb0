using System;
using System.Globalization;
using JpoPatent.Periods;

namespace JpoPatent;

/// <summary>
/// A period that a document of JPO sets: for an answer, an appeal, a payment or a suit.
/// A reading aid, not legal advice.
/// </summary>
public sealed class JpoPeriod
{
    internal JpoPeriod(int number, PeriodUnit unit, PeriodStart runsFrom, PeriodPurpose purpose)
    {
        Number = number;
        Unit = unit;
        RunsFrom = runsFrom;
        Purpose = purpose;
    }

    /// <summary>How many.</summary>
    public int Number { get; }

    /// <summary>Days, weeks or months.</summary>
    public PeriodUnit Unit { get; }

    /// <summary>The event from which it is counted.</summary>
    public PeriodStart RunsFrom { get; }

    /// <summary>What it is allowed for.</summary>
    public PeriodPurpose Purpose { get; }

    /// <summary>
    /// The last day: the day of dispatch plus the period, counted as the Patent Act counts (article 3), moved to the
    /// next day on which the office is open. Null where the day of dispatch is not known. Of a period that runs from
    /// service it is the earliest possible day: see <see cref="IsEarliest"/>.
    /// </summary>
    public DateTime? DueDate { get; private set; }

    /// <summary>
    /// Whether <see cref="DueDate"/> is the earliest possible day. A period that runs from service is counted from the
    /// dispatch, since no answer of the service states the day of service.
    /// </summary>
    public bool IsEarliest => RunsFrom == PeriodStart.Service;

    /// <summary>Whether the document allows it to residents abroad only (在外者).</summary>
    public bool IsForResidentsAbroad { get; internal init; }

    /// <summary>
    /// Whether the document itself states it. False for what the law sets for this kind of document where the text says
    /// nothing of it: the fees of a decision to grant, the appeal against a decision of refusal.
    /// </summary>
    public bool IsStated { get; internal init; } = true;

    /// <summary>
    /// The words in which the document states it, without blanks and at half width; null where it does not.
    /// </summary>
    public string? Text { get; internal init; }

    /// <summary>The day of dispatch, where the words of the period give it: 発送日（令和６年２月２７日）から.</summary>
    internal DateTime? StatedDispatch { get; init; }

    /// <summary>What it is for, its length, and its last day where that is known.</summary>
    /// <returns>Such as <c>Appeal 3 Months 2023-07-11</c>.</returns>
    public override string ToString() =>
        Purpose + " " + Number.ToString(CultureInfo.InvariantCulture) + " " + Unit
            + (DueDate is { } due ? due.ToString(" yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Empty);

    /// <summary>
    /// Counts the last day. Where the document and the progress answer name different days of
    /// dispatch, the earlier one counts.
    /// </summary>
    internal void CountFrom(DateTime? dispatched)
    {
        DateTime? start = StatedDispatch < dispatched ? StatedDispatch : dispatched ?? StatedDispatch;
        DueDate = start is { } day ? DueDay.Of(day, Number, Unit) : null;
    }

    /// <summary>Whether two periods are one, said twice.</summary>
    internal bool IsSameAs(JpoPeriod other) =>
        (Number, Unit, RunsFrom, Purpose, IsForResidentsAbroad) == (
            other.Number, other.Unit, other.RunsFrom, other.Purpose, other.IsForResidentsAbroad);
}
