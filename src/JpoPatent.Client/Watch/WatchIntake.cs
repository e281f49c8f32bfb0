using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JpoPatent.Cases;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Watch;

/// <summary>
/// Takes the user's list into a watch: new cases come, missing ones retire, columns are as the list has them now.
/// </summary>
internal static class WatchIntake
{
    private const double LostShare = 0.1;
    private const int LostCases = 5;

    private static readonly string[] FilingNames = ["優先日", "最先の優先日", "PriorityDate", "Priority Date"];

    /// <summary>Takes a list in.</summary>
    /// <param name="book">The watch.</param>
    /// <param name="requests">The rows of the list whose number can be read.</param>
    /// <param name="night">Tonight.</param>
    /// <param name="force">Believe a list that has lost many cases at once.</param>
    /// <returns>Whether anything is different now.</returns>
    /// <exception cref="JpoWatchListShrunkException">So many cases are missing that the list
    /// may have been cut off.</exception>
    internal static bool Take(WatchBook book, IReadOnlyList<CaseRequest> requests, int night, bool force)
    {
        var rows = new Dictionary<CaseKey, List<CaseRequest>>();
        var order = new List<CaseKey>();
        foreach (CaseRequest request in requests)
        {
            CaseKey key = request.Key!.Value;
            if (!rows.TryGetValue(key, out List<CaseRequest>? of))
            {
                rows[key] = of = [];
                order.Add(key);
            }

            of.Add(request);
        }

        List<WatchCase> active = [.. book.Cases.Where(static one => one.Retired == null)];
        List<WatchCase> gone = [.. active.Where(one => !rows.ContainsKey(one.Key))];
        if (!force && gone.Count > LostCases && gone.Count > active.Count * LostShare)
        {
            throw new JpoWatchListShrunkException(Format(
                Client.WatchMessages.ListShrunk,
                gone.Count,
                active.Count,
                gone[0].Number.Display));
        }

        bool isChanged = gone.Count > 0;
        gone.ForEach(one => one.Retired = night);
        foreach (CaseKey key in order)
        {
            List<IReadOnlyList<KeyValuePair<string, object?>>> columns = [.. rows[key].Select(
                static request => request.Own)];
            if (book.Find(key) is not { } one)
            {
                one = new WatchCase(key, rows[key][0].Number!)
                {
                    Added = night,
                    Filed = FiledOf(rows[key][0].Number!, night),
                };
                if (key.Kind == JpoNumberKind.Application)
                {
                    one.Application = one.Number;
                }

                one.Values[CaseField.Number] = one.Number.Display;
                one.Values[CaseField.Law] = key.Law.ToString();
                book.Add(one);
                isChanged = true;
            }

            isChanged |= one.Retired != null || !AreAlike(one.Rows, columns);
            one.Retired = null;
            one.Rows = columns;
            if (one.LastProgress == null && PriorityOf(rows[key][0]) is { } priority)
            {
                isChanged |= one.Filed != priority;
                one.Filed = priority;
            }
        }

        return isChanged;
    }

    // The middle of the number's year, until an answer tells the day.
    private static int FiledOf(JpoNumber number, int night) =>
        number.Value.Length == 10
            && int.TryParse(number.Value.Substring(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && year is > 1950 and < 2200
            ? Math.Min(WatchDay.Of(new DateTime(year, 7, 1)), night)
            : night - (5 * 365);

    private static int? PriorityOf(CaseRequest request)
    {
        foreach (KeyValuePair<string, object?> cell in request.Own)
        {
            if (Array.IndexOf(FilingNames, cell.Key.Trim()) >= 0)
            {
                if (cell.Value is DateTime day)
                {
                    return WatchDay.Of(day);
                }

                if (DateTime.TryParse(
                    cell.Value?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime read))
                {
                    return WatchDay.Of(read);
                }
            }
        }

        return null;
    }

    private static bool AreAlike(
        List<IReadOnlyList<KeyValuePair<string, object?>>> a, List<IReadOnlyList<KeyValuePair<string, object?>>> b) =>
        a.Count == b.Count
        && a.Zip(
            b,
            static (x, y) => x.Count == y.Count
                && x.Zip(y, static (p, q) => p.Key == q.Key && SameCell(p.Value, q.Value)).All(static same => same))
            .All(static same => same);

    private static bool SameCell(object? a, object? b) => Sheets.CellText.Of(a) == Sheets.CellText.Of(b);
}
