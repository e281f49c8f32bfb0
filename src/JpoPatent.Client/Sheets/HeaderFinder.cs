using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace JpoPatent.Sheets;

/// <summary>
/// Finds the header of a list and puts the rows below it under its headings. The header may have two rows: headings
/// of groups above, and below them those of their columns.
/// </summary>
internal static class HeaderFinder
{
    // Between the headings of two rows, where the lower one alone would not tell which column it is.
    private const string Joint = "・";

    /// <summary>The row of headings, the columns that have a heading or a value, and the rows.</summary>
    /// <param name="raw">The rows of the file.</param>
    /// <param name="isKnown">Whether a heading is one that a list of cases must have. A title may stand above the
    /// header, and the first row is then no header.</param>
    /// <param name="make">Makes the table of headings, columns and rows.</param>
    internal static SheetTable Build(
        IReadOnlyList<RawRow> raw,
        Func<string, bool> isKnown,
        Func<IReadOnlyList<string>, IReadOnlyList<int>, IReadOnlyList<SheetRow>, SheetTable> make)
    {
        (int above, int header) = Find(raw, isKnown);
        if (header < 0)
        {
            return make([], [], []);
        }

        SortedDictionary<int, string> widths = above < 0
            ? Headings(raw[header])
            : Headings(raw[above], raw[header], isKnown);
        for (int i = header + 1; i < raw.Count; i++)
        {
            foreach (KeyValuePair<int, object> cell in raw[i].Cells)
            {
                if (!widths.ContainsKey(cell.Key))
                {
                    widths.Add(
                        cell.Key,
                        above < 0 ? string.Empty
                            : Headings(raw[above]).TryGetValue(cell.Key, out string? over) ? over
                            : string.Empty);
                }
            }
        }

        int[] columns = [.. widths.Keys];
        string[] headings = Name([.. widths.Values], columns);
        return make(headings, columns, Fill(raw, header, columns));
    }

    /// <summary>A heading as people say it: line breaks within the cell and blanks around it do not count.</summary>
    internal static string Clean(string heading)
    {
        var text = new StringBuilder(heading.Length);
        for (int i = 0; i < heading.Length; i++)
        {
            char c = heading[i];
            if (c is '\r' or '\n')
            {
                // Between words in Latin letters a break stands for a blank, in Japanese for nothing.
                if (text.Length > 0
                    && text[text.Length - 1] < '\u0080'
                    && text[text.Length - 1] != ' '
                    && i + 1 < heading.Length
                    && heading[i + 1] is > ' ' and < '\u0080')
                {
                    text.Append(' ');
                }

                continue;
            }

            text.Append(c);
        }

        return text.ToString().Trim().Trim('\uFEFF', '\u200B');
    }

    /// <summary>The row of headings and the one of groups above it, -1 where no groups stand above.</summary>
    private static (int Above, int Header) Find(IReadOnlyList<RawRow> raw, Func<string, bool> isKnown)
    {
        int found = -1;
        for (int i = 0; i < raw.Count && raw[i].Number <= SheetLimits.HeaderRows; i++)
        {
            bool hasAbove = i > 0 && IsOver(raw[i - 1], raw[i]);
            bool hasKnown = Headings(raw[i]).Values.Any(isKnown);
            if (raw[i].Cells.Count > 1 && (hasKnown || (hasAbove && HasJoint(raw[i - 1], raw[i], isKnown))))
            {
                return i + 1 < raw.Count && IsOver(raw[i], raw[i + 1]) && IsHeader(raw[i], raw[i + 1], isKnown)
                    ? (i, i + 1)
                    : (hasAbove ? i - 1 : -1, i);
            }

            // A row of one cell can be a title, and can be the header of a list of numbers alone.
            found = hasKnown && found < 0 ? i : found;
        }

        if (found >= 0)
        {
            return (-1, found);
        }

        // No name that is known: the first row that is more than a title,
        // so that an error can tell the headings there are.
        for (int i = 0; i < raw.Count && raw[i].Number <= SheetLimits.HeaderRows; i++)
        {
            if (raw[i].Cells.Count > 1)
            {
                return (-1, i);
            }
        }

        return (-1, raw.Count > 0 ? 0 : -1);
    }

    /// <summary>
    /// Whether a row can stand over another one as its groups: side by side, texts in both, and not a title alone.
    /// </summary>
    private static bool IsOver(RawRow above, RawRow below) =>
        below.Number == above.Number + 1 && above.Cells.Count > 1 && below.Cells.Count > 0
        && above.Cells.All(static cell => cell.Value is string) && below.Cells.All(static cell => cell.Value is string);

    /// <summary>
    /// Whether the row below a header belongs to it. A row of the list must never be taken for one: nothing may stand
    /// under the heading of the number, each cell has its group, and either the sheet has joined cells of both rows, or
    /// two headings together name a number.
    /// </summary>
    private static bool IsHeader(RawRow header, RawRow below, Func<string, bool> isKnown)
    {
        SortedDictionary<int, string> over = Headings(header);
        SortedDictionary<int, string> under = Headings(below);
        return over.All(cell => !isKnown(cell.Value) || !under.ContainsKey(cell.Key))
            && under.Keys.All(column => GroupOf(column, over, under) != null)
            && (header.IsJoinedToNext || HasJoint(header, below, isKnown));
    }

    private static bool HasJoint(RawRow above, RawRow below, Func<string, bool> isKnown)
    {
        SortedDictionary<int, string> over = Headings(above);
        SortedDictionary<int, string> under = Headings(below);
        return under.Any(cell => GroupOf(cell.Key, over, under) is { } group && isKnown(group + cell.Value));
    }

    private static SortedDictionary<int, string> Headings(RawRow row)
    {
        var headings = new SortedDictionary<int, string>();
        foreach (KeyValuePair<int, object> cell in row.Cells)
        {
            string heading = Clean(Text(cell.Value));
            if (heading.Length > 0)
            {
                headings[cell.Key] = heading;
            }
        }

        return headings;
    }

    /// <summary>
    /// One heading a column: 番号 below 出願 is 出願番号, 日 below both 出願 and 登録 is 出願・日 and 登録・日,
    /// and what has nothing below it stands for itself.
    /// </summary>
    private static SortedDictionary<int, string> Headings(RawRow above, RawRow below, Func<string, bool> isKnown)
    {
        SortedDictionary<int, string> over = Headings(above);
        SortedDictionary<int, string> under = Headings(below);
        var headings = new SortedDictionary<int, string>();
        foreach (KeyValuePair<int, string> cell in under)
        {
            string? group = GroupOf(cell.Key, over, under);
            bool isTwice = under.Count(
                other => string.Equals(other.Value, cell.Value, StringComparison.OrdinalIgnoreCase)) > 1;
            headings[cell.Key] = group == null ? cell.Value
                : isKnown(group + cell.Value) ? group + cell.Value
                : isTwice ? group + Joint + cell.Value
                : cell.Value;
        }

        foreach (KeyValuePair<int, string> cell in over.Where(
            cell => !under.ContainsKey(cell.Key) && cell.Key <= under.Keys.Last()))
        {
            headings[cell.Key] = cell.Value;
        }

        return headings;
    }

    /// <summary>
    /// The heading over a column: the last one at or before it, if that one has something below itself.
    /// </summary>
    private static string? GroupOf(int column, SortedDictionary<int, string> over, SortedDictionary<int, string> under)
    {
        int start = over.Keys.Where(key => key <= column).DefaultIfEmpty(-1).Last();
        return start >= 0 && under.ContainsKey(start) ? over[start] : null;
    }

    private static string[] Name(string[] headings, int[] columns)
    {
        var taken = new HashSet<string>(headings, StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < headings.Length; i++)
        {
            bool isNamed = headings[i].Length > 0;
            string wanted = isNamed ? headings[i] : "Column" + CellAddress.Letters(columns[i]);
            string name = wanted;
            for (int count = 2; seen.Contains(name) || (name != headings[i] && taken.Contains(name)); count++)
            {
                name = wanted + "_" + count.ToString(CultureInfo.InvariantCulture);
            }

            seen.Add(name);
            headings[i] = name;
        }

        return headings;
    }

    private static List<SheetRow> Fill(IReadOnlyList<RawRow> raw, int header, int[] columns)
    {
        if ((long)columns.Length * (raw.Count - header) > SheetLimits.MaxCells)
        {
            throw new JpoSheetException(string.Format(
                CultureInfo.InvariantCulture, Client.SheetMessages.TooManyCells, SheetLimits.MaxCells));
        }

        var at = new Dictionary<int, int>(columns.Length);
        for (int i = 0; i < columns.Length; i++)
        {
            at.Add(columns[i], i);
        }

        var rows = new List<SheetRow>(raw.Count - header);
        for (int i = header + 1; i < raw.Count; i++)
        {
            var values = new object?[columns.Length];
            bool isBlank = true;
            foreach (KeyValuePair<int, object> cell in raw[i].Cells)
            {
                values[at[cell.Key]] = cell.Value;
                isBlank &= cell.Value is string text && string.IsNullOrWhiteSpace(text);
            }

            if (!isBlank)
            {
                rows.Add(new SheetRow(raw[i].Number, values));
            }
        }

        return rows;
    }

    private static string Text(object value) =>
        value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
