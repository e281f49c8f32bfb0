using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using JpoPatent.Periods;
using JpoPatent.Words;

namespace JpoPatent;

/// <summary>
/// What the views show of the periods of documents. A day that is the earliest possible one is marked as such.
/// </summary>
public static class DocumentView
{
    private const string Earliest = "~";

    /// <summary>
    /// The day by which a document wants an answer, or else the first of the days by which something else must be
    /// done; or the last day of one period.
    /// </summary>
    /// <param name="item">A document or a period, or an object with a day of that name.</param>
    /// <returns>The text, with <c>~</c> after the earliest possible day of a period that runs
    /// from service; or null.</returns>
    public static string? Due(PSObject? item) => item?.BaseObject switch
    {
        JpoPeriod period => Due(period),
        JpoDocument { ResponseDueDate: null } document => Due(Shown(document)),
        _ => JpoView.Due(item?.Properties[nameof(JpoDocument.ResponseDueDate)]?.Value as DateTime?),
    };

    /// <summary>The length of the period that ends on that day.</summary>
    /// <param name="item">A document, or an object with a period of that name.</param>
    /// <returns>The text, or null.</returns>
    public static string? Period(PSObject? item) =>
        item?.BaseObject is JpoDocument { ResponsePeriod: null } document
            ? PeriodWords.Of(Shown(document))
            : JpoView.Word(item?.Properties[nameof(JpoDocument.ResponsePeriod)]?.Value);

    /// <summary>All periods of a document, one a line: what for, how long, from when, and by when.</summary>
    /// <param name="item">A document; of an object that came back from a file or a job the
    /// texts of its periods.</param>
    /// <returns>The text, or null.</returns>
    public static string? Periods(PSObject? item) => item?.BaseObject is JpoDocument document
        ? string.Join(Environment.NewLine, document.Periods.Select(Line))
        : LanguagePrimitives.GetEnumerable(item?.Properties[nameof(JpoDocument.Periods)]?.Value) is { } periods
            ? string.Join(Environment.NewLine, periods.Cast<object?>().Select(period => period?.ToString()))
            : null;

    private static JpoPeriod? Shown(JpoDocument document) =>
        document.Periods.OrderBy(period => period.IsForResidentsAbroad)
            .ThenBy(period => period.DueDate ?? DateTime.MaxValue)
            .FirstOrDefault();

    private static string? Due(JpoPeriod? period) =>
        period?.DueDate is { } day ? JpoView.Due(day) + (period.IsEarliest ? Earliest : null) : null;

    private static string Line(JpoPeriod period)
    {
        string line = Format(
            period.RunsFrom == PeriodStart.Service ? Messages.PeriodFromService : Messages.PeriodFromDispatch,
            ValueWords.Of(period.Purpose),
            PeriodWords.Of(period));
        line = period.IsForResidentsAbroad ? Format(Messages.PeriodAbroad, line) : line;
        line = period.IsStated ? line : Format(Messages.PeriodByLaw, line);
        return period.DueDate is { } day
            ? Format(period.IsEarliest ? Messages.PeriodDueEarliest : Messages.PeriodDue, line, JpoView.Due(day))
            : line;
    }

    private static string Format(string words, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, words, values);
}
