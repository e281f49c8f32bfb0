using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using JpoPatent.Cases;
using JpoPatent.Planning;
using JpoPatent.Words;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Watch;

/// <summary>
/// The report on a watch: one HTML page that needs nothing beside it, neither scripts nor files nor a network.
/// </summary>
internal sealed class WatchReport
{
    private const int SoonDays = 14, DueDays = 90, MostNights = 60, MostWaits = 20, WaitStep = 10, Weeks = 13;

    // What was missed shows for a month, an annuity as long as it can be paid with a surcharge;
    // what is longer past would hide what can still be done.
    private const int Missed = 30, Grace = 184;

    private const string Style =
        "body{font:14px/1.5 'Yu Gothic UI','Hiragino Sans',Meiryo,'Segoe UI',sans-serif;color:#222;"
        + "margin:2em auto;max-width:64em;padding:0 1em}"
        + "h1{font-size:1.5em;margin:0}"
        + "h2{font-size:1.15em;border-bottom:2px solid #345;margin:1.6em 0 .5em;padding-bottom:.2em}"
        + "table{border-collapse:collapse;width:100%}th{text-align:left;background:#eef2f6}"
        + "th,td{padding:.25em .6em;border-bottom:1px solid #dde3ea;vertical-align:top}"
        + "td{overflow-wrap:break-word}td.n{text-align:right;white-space:nowrap}td.d,th{white-space:nowrap}"
        + "tr.critical td{background:#fdeceb}tr.important td{background:#fff8e6}"
        + "td:first-child{border-left:4px solid transparent}"
        + "tr.critical td:first-child{border-left-color:#c0392b}tr.important td:first-child{border-left-color:#e0a030}"
        + "tr.same td.c{color:#889}"
        + ".figures{display:flex;flex-wrap:wrap;gap:1em;margin:1em 0}"
        + ".figures div{border:1px solid #cdd6df;border-radius:4px;padding:.5em .8em;min-width:5.5em}"
        + ".figures b{display:block;font-size:1.6em}.plots{display:flex;flex-wrap:wrap;gap:1.5em}figure{margin:0}"
        + "figcaption{font-weight:bold;margin-bottom:.3em}"
        + ".quiet{color:#667}svg text{font-size:10px;fill:#445}"
        + "@media print{@page{margin:12mm}body{margin:0;padding:0;max-width:none;font-size:10px}"
        + "h2,figcaption{break-after:avoid}tr,figure,.figures{break-inside:avoid}"
        + "thead{display:table-header-group}th,tr.critical td,tr.important td{background:none}"
        + ".figures div{padding:.3em .7em;min-width:0}.plots{gap:1em}svg{width:340px;height:auto}}";

    private readonly StringBuilder _html = new();
    private readonly WatchBook _book;
    private readonly List<WatchCase> _active;
    private readonly int _night;
    private readonly int _from;

    private WatchReport(WatchBook book, int night, int from)
    {
        _book = book;
        _night = night;
        _from = from;
        _active = [.. book.Cases.Where(static one => one.Retired == null)];
    }

    /// <summary>Writes the page.</summary>
    /// <param name="book">The watch.</param>
    /// <param name="night">The day of the report, from which days are counted.</param>
    /// <param name="from">The night in which the last run began: what was looked at since was looked at by it.</param>
    /// <param name="changes">The changes that it tells.</param>
    internal static string Make(WatchBook book, int night, int from, IReadOnlyList<JpoWatchChange> changes)
    {
        var report = new WatchReport(book, night, from);
        report.Write(changes);
        return report._html.ToString();
    }

    private void Write(IReadOnlyList<JpoWatchChange> changes)
    {
        string title = Client.WatchMessages.ReportTitle;
        Raw("<!DOCTYPE html><html lang=\"" + (WordBook.IsJapanese ? "ja" : "en")
            + "\"><head><meta charset=\"utf-8\"><title>");
        Text(title + " " + WatchDay.Text(_night));
        Raw("</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + Style
            + "</style></head><body><h1>");
        Text(title);
        Raw("</h1><p class=\"quiet\">");
        Text(Format(Client.WatchMessages.ReportAsOf, WatchDay.Text(_night)));
        if (_book.Nights.Count > 0 && _book.Nights[_book.Nights.Count - 1].IsSandbox)
        {
            Text(" " + Client.WatchMessages.ReportSandbox);
        }

        if (_book.Nights.Count > 0
            && WatchDay.Of(_book.Nights[_book.Nights.Count - 1].Night) is var ended
            && ended <= _night)
        {
            Text(" " + Format(
                Client.WatchMessages.ReportLastRun,
                WatchDay.Text(ended),
                ReasonWord(_book.Nights[_book.Nights.Count - 1].EndedBecause)));
        }

        Raw("</p>");
        WriteFigures(changes);
        WriteChanges(changes);
        WriteDue();
        WriteWaits();
        WritePlots();
        Raw("</body></html>\n");
    }

    private void WriteFigures(IReadOnlyList<JpoWatchChange> changes)
    {
        int unseen = _active.Count(one => one.LastLook is not { } last || last < _from);
        Raw("<div class=\"figures\">");
        Figure(_active.Count, Client.WatchMessages.ReportCases);
        Figure(_active.Count - unseen, Client.WatchMessages.ReportLooked);
        Figure(changes.Count, Client.WatchMessages.ReportChanges);
        Figure(
            changes.Count(static change => change.Importance == JpoWatchImportance.Critical),
            Client.WatchMessages.ReportCritical);
        Figure(
            Due().Count(one => one.Day >= _night && one.Day <= _night + SoonDays),
            Format(Client.WatchMessages.ReportDueSoon, SoonDays));
        Figure(unseen, Client.WatchMessages.ReportNotLooked);
        Figure(_active.Count(static one => one.LastLook == null), Client.WatchMessages.ReportNever);
        Raw("</div>");
    }

    private void Figure(int value, string words)
    {
        Raw("<div><b>" + value.ToString(CultureInfo.InvariantCulture) + "</b>");
        Text(words);
        Raw("</div>");
    }

    private void WriteChanges(IReadOnlyList<JpoWatchChange> changes)
    {
        Heading(Client.WatchMessages.ReportWhatChanged);
        if (changes.Count == 0)
        {
            Quiet(Client.WatchMessages.ReportNoChange);
            return;
        }

        Dictionary<string, WatchCase> cases = _book.Cases.ToDictionary(static one => WatchCase.KeyText(one.Key));
        string[] own = OwnColumns();
        Head(
        [
            .. own, Client.WatchMessages.ReportNumber, Client.WatchMessages.ReportName,
            Client.WatchMessages.ReportDay, Client.WatchMessages.ReportWhat, Client.WatchMessages.ReportBefore,
            Client.WatchMessages.ReportAfter, Client.WatchMessages.ReportDue,
        ]);
        IEnumerable<IGrouping<string, JpoWatchChange>> byCase = changes.OrderByDescending(
            static change => change.Importance)
            .ThenBy(static change => change.Sequence)
            .GroupBy(static change => change.Key);
        foreach (IGrouping<string, JpoWatchChange> group in byCase)
        {
            _ = cases.TryGetValue(group.Key, out WatchCase? one);
            bool isFirst = true;
            foreach (JpoWatchChange change in group)
            {
                Raw("<tr class=\"" + change.Importance.ToString().ToLowerInvariant()
                    + (isFirst ? string.Empty : " same") + "\">");
                OwnCells(one, own);
                Cell(change.Number, "d c");
                Cell(isFirst ? one?.Values.Text(CaseField.Title) : null);
                Cell(DayText(change.LegalDate), "d");
                Cell(WhatChanged(change));
                Cell(Shown(change, change.Before));
                Cell(Shown(change, change.After));
                Cell(DayText(change.DueDate), "d");
                Raw("</tr>");
                isFirst = false;
            }
        }

        Raw("</tbody></table>");
    }

    // What the column of a list is called that holds it; of documents the kind of change.
    private static string WhatChanged(JpoWatchChange change) => change.Property switch
    {
        nameof(CaseProgress.Attorneys) => Client.WatchMessages.ReportAttorneys,
        nameof(CaseRegistration.RightPersons) => Client.WatchMessages.ReportHolders,
        { } property when change.Kind == JpoWatchChangeKind.Vanished => Format(
            Client.WatchMessages.ReportVanished, FieldWord(property) ?? ValueWords.Of(JpoWatchChangeKind.Document)),
        { } property when FieldWord(property) is { } word => word,
        _ => Spaced(ValueWords.Of(change.Kind)),
    };

    private static string? FieldWord(string property) =>
        Enum.TryParse(property, out CaseField field) ? Spaced(ValueWords.Of(field)) : null;

    private static string ReasonWord(JpoWatchEndReason reason) => Spaced(ValueWords.Of(reason));

    // In English the values have the names that scripts use; on a page they are read as words.
    private static string Spaced(string word) =>
        Regex.Replace(word, "(?<=[a-z])[A-Z]", static match => " " + match.Value.ToLowerInvariant());

    private void WriteDue()
    {
        Heading(Format(Client.WatchMessages.ReportWhatIsDue, DueDays));
        List<(int Day, WatchCase Case, string What, int PastDays)> due = [.. Due()
            .Where(one => one.Day <= _night + DueDays && one.Day >= _night - one.PastDays)
            .OrderBy(static one => one.Day)];
        if (due.Count == 0)
        {
            Quiet(Client.WatchMessages.ReportNothingDue);
            return;
        }

        string[] own = OwnColumns();
        Head([
            .. own, Client.WatchMessages.ReportNumber, Client.WatchMessages.ReportDue,
            Client.WatchMessages.ReportDaysLeft, Client.WatchMessages.ReportWhat, Client.WatchMessages.ReportName,
        ]);
        foreach ((int day, WatchCase one, string what, _) in due)
        {
            Raw("<tr class=\"" + (day - _night <= 14 ? "critical" : day - _night <= 30 ? "important" : "normal")
                + "\">");
            OwnCells(one, own);
            Cell(one.Values.Text(CaseField.Number), "d");
            Cell(WatchDay.Text(day), "d");
            Cell(
                day < _night
                    ? Format(Client.WatchMessages.ReportPast, _night - day)
                    : (day - _night).ToString(CultureInfo.InvariantCulture),
                "n");
            Cell(what);
            Cell(one.Values.Text(CaseField.Title));
            Raw("</tr>");
        }

        Raw("</tbody></table>");
    }

    private void WriteWaits()
    {
        Heading(Client.WatchMessages.ReportWaits);
        List<WatchCase> unseen = [.. _active.Where(one => one.LastLook is not { } last || last < _from)
            .OrderBy(static one => one.LastLook ?? one.Added)];
        if (unseen.Count == 0)
        {
            Quiet(Client.WatchMessages.ReportAllLooked);
            return;
        }

        // What is over may wait a year, and would hide what waits too long.
        List<WatchCase> waiting = [.. unseen.Where(static one => one.Planned().Stage != WatchStage.Over)];
        int over = unseen.Count - waiting.Count;
        Quiet(Format(Client.WatchMessages.ReportWaitsOf, unseen.Count, over, Math.Min(waiting.Count, MostWaits)));
        if (waiting.Count == 0)
        {
            return;
        }

        string[] own = OwnColumns();
        Head([
            .. own, Client.WatchMessages.ReportNumber, Client.WatchMessages.ReportState,
            Client.WatchMessages.ReportLastLook, Client.WatchMessages.ReportNights,
        ]);
        foreach (WatchCase one in waiting.Take(MostWaits))
        {
            Raw("<tr>");
            OwnCells(one, own);
            Cell(one.Values.Text(CaseField.Number), "d");
            Cell(StateWord(one.Values.Text(CaseField.State), one.Law));
            Cell(one.LastLook is { } look ? WatchDay.Text(look) : Client.WatchMessages.ReportNeverLook, "d");
            Cell((_night - (one.LastLook ?? one.Added)).ToString(CultureInfo.InvariantCulture), "n");
            Raw("</tr>");
        }

        Raw("</tbody></table>");
    }

    private void WritePlots()
    {
        Heading(Client.WatchMessages.ReportPlots);
        Raw("<div class=\"plots\">");
        List<JpoWatchNight> nights = [.. _book.Nights.GroupBy(static night => night.Night)
            .Select(Merged)
            .Skip(Math.Max(0, _book.Nights.Select(static night => night.Night).Distinct().Count() - MostNights))];
        Columns(
            Client.WatchMessages.PlotLooks, [.. nights.Select(static night => (Short(night.Night), night.LookedAt))]);
        Columns(
            Client.WatchMessages.PlotChanges, [.. nights.Select(static night => (Short(night.Night), night.Changes))]);
        Bars(
            Client.WatchMessages.PlotStates,
            [.. _active.GroupBy(static one => StateWord(one.Values.Text(CaseField.State), one.Law))
                .Select(static group => (group.Key, group.Count()))
                    .OrderByDescending(static bar => bar.Item2)]);
        int[] weeks = new int[Weeks];
        foreach ((int day, _, _, _) in Due().Where(one => one.Day >= _night && one.Day < _night + (7 * Weeks)))
        {
            weeks[(day - _night) / 7]++;
        }

        Columns(
            Client.WatchMessages.PlotDue,
            [.. weeks.Select((count, week) => (Short(WatchDay.Date(_night + (7 * week))), count))]);
        Columns(
            Client.WatchMessages.PlotStale,
            [.. _active.GroupBy(one => Math.Min((_night - (one.LastLook ?? one.Added)) / WaitStep, 9))
                .OrderBy(static group => group.Key)
                    .Select(static group => (
                        (group.Key * WaitStep).ToString(CultureInfo.InvariantCulture)
                            + (group.Key == 9
                                ? "+"
                                : "–" + ((group.Key * WaitStep) + WaitStep - 1).ToString(CultureInfo.InvariantCulture)),
                        group.Count()))]);
        Raw("</div>");
    }

    private static JpoWatchNight Merged(IGrouping<DateTime, JpoWatchNight> runs) =>
        new()
        {
            Night = runs.Key,
            LookedAt = runs.Sum(static run => run.LookedAt),
            Changes = runs.Sum(static run => run.Changes),
        };

    private IEnumerable<(int Day, WatchCase Case, string What, int PastDays)> Due()
    {
        foreach (WatchCase one in _active)
        {
            if (one.Values.Day(CaseField.DueDate) is { } due)
            {
                string? kind = one.Values.Text(CaseField.DueKind);
                yield return (
                    WatchDay.Of(due),
                    one,
                    kind == null ? Client.WatchMessages.ReportDue : Spaced(ValueWords.OfDue(kind, one.Law.ToString())),
                    Missed);
            }

            if (one.Values.Day(CaseField.NextAnnuity) is { } annuity && annuity != one.Values.Day(CaseField.DueDate))
            {
                yield return (
                    WatchDay.Of(annuity),
                    one,
                    Spaced(ValueWords.OfDue(nameof(DueKind.Annuity), one.Law.ToString())),
                    Grace);
            }
        }
    }

    private static string StateWord(string? state, JpoLaw law) =>
        state == null ? Client.WatchMessages.ReportUnknown : Spaced(ValueWords.OfState(state, law.ToString()));

    private static string? Shown(JpoWatchChange change, string? value) =>
        change.Property == nameof(CaseField.State) && value != null ? StateWord(value, change.Law) : value;

    // The user's first columns that are no numbers of cases: the docket number and whose case it is.
    private string[] OwnColumns() =>
        [.. _active.SelectMany(static one => one.Rows.Take(1))
            .SelectMany(static row => row)
            .Select(static cell => cell.Key)
            .Distinct()
                .Where(static name => name.Length > 0
                    && !CaseRowReader.IsNumberHeading(name)
                    && CaseFields.Find(name) == null)
            .Take(2)];

    private void OwnCells(WatchCase? one, string[] own)
    {
        foreach (string name in own)
        {
            Cell(one is { Rows.Count: > 0 }
                ? Sheets.CellText.Of(one.Rows[0].FirstOrDefault(cell => cell.Key == name).Value)
                : null);
        }
    }

    private void Columns(string caption, IReadOnlyList<(string Label, int Value)> values)
    {
        const int Width = 420, Height = 140, Foot = 18, Left = 34, LabelHalf = 14;
        Raw("<figure><figcaption>");
        Text(caption);
        Raw(FormattableString.Invariant($"</figcaption><svg width=\"{Width}\" height=\"{Height + Foot}\""));
        Raw(FormattableString.Invariant($" viewBox=\"0 0 {Width} {Height + Foot}\" role=\"img\">"));
        int most = Math.Max(1, values.Select(static value => value.Value).DefaultIfEmpty(0).Max());
        double step = (double)(Width - Left) / Math.Max(1, values.Count);
        Raw(FormattableString.Invariant(
            $"<line x1=\"{Left}\" x2=\"{Width}\" y1=\"{Height}\" y2=\"{Height}\" stroke=\"#99a\"/>"));
        Raw(FormattableString.Invariant($"<text x=\"{Left - 4}\" y=\"10\" text-anchor=\"end\">{most}</text>"));
        Raw(FormattableString.Invariant($"<text x=\"{Left - 4}\" y=\"{Height}\" text-anchor=\"end\">0</text>"));
        int every = Math.Max(1, (int)Math.Ceiling(values.Count * 44.0 / (Width - Left)));
        for (int i = 0; i < values.Count; i++)
        {
            double tall = (double)values[i].Value * (Height - 6) / most;
            Raw(FormattableString.Invariant(
                $"<rect x=\"{Left + (i * step) + (step * 0.1):0.#}\" y=\"{Height - tall:0.#}\""));
            Raw(FormattableString.Invariant($" width=\"{step * 0.8:0.#}\" height=\"{tall:0.#}\" fill=\"#4a7ba6\">"));
            Raw(FormattableString.Invariant(
                $"<title>{WebUtility.HtmlEncode(values[i].Label)}: {values[i].Value}</title></rect>"));
            if (i % every == 0 && Left + (i * step) + (step / 2) <= Width - LabelHalf)
            {
                Raw(FormattableString.Invariant(
                    $"<text x=\"{Left + (i * step) + (step / 2):0.#}\" y=\"{Height + 13}\" text-anchor=\"middle\">"));
                Text(values[i].Label);
                Raw("</text>");
            }
        }

        Raw("</svg></figure>");
    }

    private void Bars(string caption, IReadOnlyList<(string Label, int Value)> values)
    {
        const int Width = 420, Row = 18, Left = 170;
        Raw("<figure><figcaption>");
        Text(caption);
        Raw(FormattableString.Invariant(
            $"</figcaption><svg width=\"{Width}\" height=\"{Row * Math.Max(1, values.Count)}\""));
        Raw(FormattableString.Invariant($" viewBox=\"0 0 {Width} {Row * Math.Max(1, values.Count)}\" role=\"img\">"));
        int most = Math.Max(1, values.Select(static value => value.Value).DefaultIfEmpty(0).Max());
        for (int i = 0; i < values.Count; i++)
        {
            double wide = (double)values[i].Value * (Width - Left - 50) / most;
            Raw(FormattableString.Invariant($"<text x=\"{Left - 6}\" y=\"{(i * Row) + 13}\" text-anchor=\"end\">"));
            Text(values[i].Label);
            Raw("</text>");
            Raw(FormattableString.Invariant(
                $"<rect x=\"{Left}\" y=\"{(i * Row) + 3}\" width=\"{wide:0.#}\" height=\"{Row - 5}\" fill=\"#4a7ba6\"/>"));
            Raw(FormattableString.Invariant(
                $"<text x=\"{Left + wide + 5:0.#}\" y=\"{(i * Row) + 13}\">{values[i].Value}</text>"));
        }

        Raw("</svg></figure>");
    }

    private static string Short(DateTime day) => day.ToString("MM-dd", CultureInfo.InvariantCulture);

    private static string? DayText(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Heading(string words)
    {
        Raw("<h2>");
        Text(words);
        Raw("</h2>");
    }

    private void Quiet(string words)
    {
        Raw("<p class=\"quiet\">");
        Text(words);
        Raw("</p>");
    }

    private void Head(IReadOnlyList<string> headings)
    {
        Raw("<table><thead><tr>");
        foreach (string heading in headings)
        {
            Raw("<th>");
            Text(heading);
            Raw("</th>");
        }

        Raw("</tr></thead><tbody>");
    }

    private void Cell(string? words, string? kind = null)
    {
        Raw(kind == null ? "<td>" : "<td class=\"" + kind + "\">");
        Text(words ?? string.Empty);
        Raw("</td>");
    }

    private void Raw(string html) => _html.Append(html);

    private void Text(string words) => _html.Append(WebUtility.HtmlEncode(words));
}
