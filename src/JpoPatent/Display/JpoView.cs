using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Cases;
using JpoPatent.Display;
using JpoPatent.Periods;
using JpoPatent.Session;
using JpoPatent.Time;
using JpoPatent.Words;

namespace JpoPatent;

/// <summary>
/// What the views of the module show in place of a value: days, words of the reader's language, and colours for what
/// needs the eye. Scripts use the values.
/// </summary>
public static class JpoView
{
    /// <summary>So many days before a day that is due it needs the eye.</summary>
    private const int DaysBefore = 30;

    /// <summary>
    /// So many months it is shown as missed: an annuity can still be paid with a surcharge for six months (Patent Act,
    /// article 112). What is longer past is history, and a page full of red old days would hide the one that matters.
    /// </summary>
    private const int MonthsAfter = 6;

    /// <summary>A day as yyyy-MM-dd, in every culture and calendar.</summary>
    /// <param name="day">The day, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A point in time to the minute, in the offset that it has.</summary>
    /// <param name="time">The time, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? Minute(object? time) =>
        Time(time)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A point in time to the second, with its offset.</summary>
    /// <param name="time">The time, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? Moment(object? time) =>
        Time(time)?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    /// <summary>The value of an enumeration, a truth or a period in the reader's language.</summary>
    /// <param name="value">The value, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? Word(object? value) => value switch
    {
        PeriodUnit unit => string.Format(CultureInfo.InvariantCulture, ValueWords.Of(unit), string.Empty),
        Enum named => ValueWords.Of(named),
        bool truth => ValueWords.Of(truth),
        ResponsePeriod period => PeriodWords.Of(period),
        JpoPeriod period => PeriodWords.Of(period),
        _ => value?.ToString(),
    };

    /// <summary>The same for a value that has words of its own in some laws.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="law">The law of the case, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? Word(object? value, object? law) =>
        value is DueKind kind ? ValueWords.OfDue(kind.ToString(), law?.ToString()) : Word(value);

    /// <summary>
    /// What a row says of its case: under its own name, or with the prefix where a column of the user's has that. A
    /// row without an answer says why.
    /// </summary>
    /// <param name="row">A row of Get-JpoCase, also one that came back from a file or a job.</param>
    /// <param name="field">The name of the property.</param>
    /// <returns>The text, or null.</returns>
    public static string? Case(PSObject? row, string field)
    {
        if (row == null || !Enum.TryParse(field, out CaseField asked))
        {
            return null;
        }

        var values = new CaseValues();
        CaseSplit.Of(new CaseRow(RowInput.Cells(row), isCase: true), values);
        string? text = values.Text(asked);
        return asked switch
        {
            CaseField.State => values.Text(CaseField.ProblemId)
                ?? (text == null ? null : ValueWords.OfState(text, values.Text(CaseField.Law))),
            CaseField.Title => text ?? values.Text(CaseField.Problem),
            CaseField.DueDate =>
                values.Day(asked) is { } day ? Due(day) : text ?? (values[CaseField.DueKind] == null ? null : "?"),
            _ => text,
        };
    }

    /// <summary>The name of a property of a case in the reader's language.</summary>
    /// <param name="property">The name that scripts use, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? CaseProperty(string? property) =>
        Enum.TryParse(property, out CaseField field) ? ValueWords.Of(field) : property;

    /// <summary>The value of a property of a case in the reader's language.</summary>
    /// <param name="property">The name of the property.</param>
    /// <param name="value">The value as text, or null.</param>
    /// <param name="law">The law of the case, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? CaseValue(string? property, string? value, object? law) =>
        value == null ? null
            : property == nameof(CaseField.State) ? ValueWords.OfState(value, law?.ToString())
            : property == nameof(CaseField.DueKind) ? ValueWords.OfDue(value, law?.ToString())
            : value;

    /// <summary>
    /// A day by which something must be done: in the colour of warnings from 30 days before, in that of errors once
    /// it is past. Days are Japan's.
    /// </summary>
    /// <param name="day">The day, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? Due(DateTime? day) => Due(day, null);

    /// <summary>The same for a right, where nothing is due any more once it has ceased.</summary>
    /// <param name="day">The day, or null.</param>
    /// <param name="erasureIdentifier">JPO's mark of the right: <c>00</c>, or nothing, while it is in force.</param>
    /// <returns>The text, or null.</returns>
    public static string? Due(DateTime? day, string? erasureIdentifier)
    {
        if (day is not { } due || (!string.IsNullOrEmpty(erasureIdentifier) && erasureIdentifier != "00"))
        {
            return Day(day);
        }

        DateTime today = JapanTime.ToJapan(RunspaceSession.Now).Date;
        return due.Date < today && today <= due.Date.AddMonths(MonthsAfter) ? ShellStyle.Alarm(Day(due)!)
            : due.Date >= today && due.Date <= today.AddDays(DaysBefore) ? ShellStyle.Attention(Day(due)!)
            : Day(due);
    }

    /// <summary>Where a case stands, in the reader's language and in the words of its law.</summary>
    /// <param name="progress">A progress answer, or what a file or a job made of one.</param>
    /// <returns>The text, or null.</returns>
    public static string? State(PSObject? progress)
    {
        string? state = progress?.Properties["State"]?.Value?.ToString();
        return state == null ? null : ValueWords.OfState(state, progress!.Properties["Law"]?.Value?.ToString());
    }

    /// <summary>A list as one text, in English and in Japanese the same.</summary>
    /// <param name="list">The list, or null.</param>
    /// <returns>The texts of the items with <c>; </c> between them, or null.</returns>
    public static string? List(object? list) => list is PSObject wrapped ? List(wrapped.BaseObject)
        : list is IEnumerable items and not string ? string.Join("; ", items.Cast<object?>()) : list?.ToString();

    /// <summary>The same of a property, or that it was not asked for.</summary>
    /// <param name="answer">The answer that has the list.</param>
    /// <param name="name">The name of the property.</param>
    /// <returns>The text, or null.</returns>
    public static string? List(PSObject? answer, string name)
    {
        object? left = answer?.Properties["NotAsked"]?.Value;
        left = left is PSObject wrapped ? wrapped.BaseObject : left;
        return left is IEnumerable names and not string && names.Cast<object?>().Any(one => one?.ToString() == name)
            ? Messages.NotAsked
            : List(answer?.Properties[name]?.Value);
    }

    /// <summary>
    /// A code of JPO's in the reader's language, for the few whose meaning is certain; the others as they are.
    /// </summary>
    /// <param name="name">The property that holds it.</param>
    /// <param name="code">The code, or null.</param>
    /// <returns>The text, or null.</returns>
    public static string? Code(string name, string? code) =>
        code == null ? null : ValueWords.OfCode(name, code) ?? code;

    /// <summary>What stands above a table of answers of the sandbox.</summary>
    /// <param name="isSandbox">Whether they are such.</param>
    /// <returns>The text, or null.</returns>
    public static string? Fiction(object? isSandbox) => isSandbox is true ? Messages.SandboxHeader : null;

    /// <summary>A due day in the same colours; what is done needs no eye.</summary>
    /// <param name="due">What is due.</param>
    /// <returns>The text, or null.</returns>
    public static string? DueOf(PSObject? due) =>
        due?.Properties[nameof(JpoDueDate.DueDate)]?.Value is not DateTime day ? null
        : due.Properties[nameof(JpoDueDate.IsOpen)]?.Value is true ? Due(day)
        : Day(day);

    /// <summary>What limits have in common that stand in one table: whose they are, and until when.</summary>
    /// <param name="limit">One of the limits.</param>
    /// <returns>The text.</returns>
    public static string? Limits(PSObject? limit) =>
        limit?.BaseObject is not JpoQuota quota
            ? null
            : string.Format(
                CultureInfo.InvariantCulture, Messages.QuotaGroup, ValueWords.Of(quota.Group), Minute(quota.ResetsAt));

    /// <summary>
    /// What is left of a limit: in the colour of warnings where the connection warns of it,
    /// in that of errors where nothing is left.
    /// </summary>
    /// <param name="limit">The limit.</param>
    /// <returns>The text.</returns>
    public static string? Left(PSObject? limit)
    {
        string? left = (limit?.Properties[nameof(JpoQuota.Remaining)]?.Value as IFormattable)?.ToString(
            null, CultureInfo.CurrentCulture);
        return limit?.BaseObject is not JpoQuota quota ? left
            : quota.Remaining == 0 ? ShellStyle.Alarm(left!)
            : quota.IsNearlyUsed ? ShellStyle.Attention(left!)
            : left;
    }

    /// <summary>The time itself, or what became of it in a file or a job, which keep its text.</summary>
    private static DateTimeOffset? Time(object? time) => time switch
    {
        PSObject { BaseObject: DateTimeOffset inner } => inner,
        DateTimeOffset own => own,
        _ => DateTimeOffset.TryParse(
            time?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset kept)
            ? kept
            : null,
    };
}
