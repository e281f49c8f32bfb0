using System;
using System.Globalization;
using System.Text.RegularExpressions;
using JpoPatent.Numbers;
using JpoPatent.Sheets;
using JpoPatent.Time;
using JpoPatent.Words;

namespace JpoPatent.Cases;

/// <summary>
/// The module's values of a row, each in the one form that survives files and jobs: days as 2026-11-25, enumerations
/// as the names of their values, truths as truths.
/// </summary>
internal sealed class CaseValues
{
    private static readonly Regex IsoDay = new(@"\A(\d{4})-(\d{2})-(\d{2})(?:[ T]|\z)", RegexOptions.CultureInvariant);
    private static readonly Regex JsonDay = new(@"\A/Date\((-?\d+)(?:[+-]\d{4})?\)/\z", RegexOptions.CultureInvariant);

    private readonly object?[] _values = new object?[CaseFields.All.Count];

    /// <summary>Whether nothing was ever said.</summary>
    internal bool IsEmpty => Array.TrueForAll(_values, static value => value == null);

    /// <summary>A value; null where it is not known.</summary>
    internal object? this[CaseField field]
    {
        get => _values[(int)field];
        set => _values[(int)field] = Normalize(field, value);
    }

    /// <summary>A value as text; null where it is not known.</summary>
    internal string? Text(CaseField field) => this[field] is { } value ? CellText.Of(value) : null;

    /// <summary>A day; null if the day is not known or the text is not a day.</summary>
    internal DateTime? Day(CaseField field) =>
        Text(field) is { } text
            && DateTime.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day
            : null;

    internal CaseValues Copy()
    {
        var copy = new CaseValues();
        Array.Copy(_values, copy._values, _values.Length);
        return copy;
    }

    private static object? Normalize(CaseField field, object? value)
    {
        if (value is string text)
        {
            text = FormulaGuard.Unprotect(text.Trim());
            value = text.Length == 0 ? null : text;
        }

        return value == null ? null
            : CaseFields.IsDay(field) ? DayText(value)
            : field switch
            {
                CaseField.RetrievedAt => value is DateTime moment
                    ? CellText.Of(new DateTimeOffset(JapanDay(moment, keepsTime: true), JapanTime.Offset))
                    : CellText.Of(value),
                CaseField.IsSandbox => value as bool? ?? IsYes(CellText.Of(value)),
                CaseField.State => ValueWords.NameOf<CaseState>(CellText.Of(value)),
                CaseField.DueKind => ValueWords.NameOf<DueKind>(CellText.Of(value)),
                CaseField.Law => ValueWords.NameOf<JpoLaw>(CellText.Of(value)),
                CaseField.RegistrationNumber => NumberCell.Text(value),
                _ => CellText.Of(value),
            };
    }

    private static bool IsYes(string text) =>
        text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1" || text == ValueWords.JapaneseYes;

    /// <summary>A day from whatever a file made of it. Text that is no day stays as it is: nothing gets lost.</summary>
    private static string DayText(object value)
    {
        switch (value)
        {
            case DateTime day:
                return CellText.Of(JapanDay(day, keepsTime: false));
            case DateTimeOffset moment:
                return CellText.Of(JapanTime.ToJapan(moment).Date);
        }

        string text = CellText.Of(value);
        if (IsoDay.IsMatch(text))
        {
            return text.Substring(0, "yyyy-MM-dd".Length);
        }

        if (JsonDay.Match(text) is { Success: true } json
            && long.TryParse(
                json.Groups[1].Value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out long milliseconds))
        {
            return CellText.Of(JapanDay(
                new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(milliseconds), keepsTime: false));
        }

        return DateTime.TryParse(text, CultureInfo.CurrentCulture, DateTimeStyles.None, out DateTime read)
            || DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out read)
            ? CellText.Of(read.Date)
            : text;
    }

    /// <summary>
    /// A day of no zone is the day that it says. JSON makes universal time of it by the zone of
    /// the machine, which takes that back.
    /// </summary>
    private static DateTime JapanDay(DateTime day, bool keepsTime)
    {
        DateTime own = DateTime.SpecifyKind(
            day.Kind == DateTimeKind.Utc ? day.ToLocalTime() : day, DateTimeKind.Unspecified);
        return keepsTime ? own : own.Date;
    }
}
