using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace JpoPatent.Sheets;

/// <summary>Finds the header of a list and puts the rows below it under its headings.</summary>
internal static class HeaderFinder
{
    /// <summary>The row of headings, the columns that have a heading or a value, and the rows.</summary>
    /// <param name="raw">The rows of the file.</param>
    /// <param name="isKnown">Whether a heading is one that a list of cases must have. A title may stand above the header, and the first row is then no header.</param>
    /// <param name="make">Makes the table of headings, columns and rows.</param>
    internal static SheetTable Build(
        IReadOnlyList<RawRow> raw, Func<string, bool> isKnown, Func<IReadOnlyList<string>, IReadOnlyList<int>, IReadOnlyList<SheetRow>, SheetTable> make)
    {
        int header = Find(raw, isKnown);
        if (header < 0)
        {
            return make([], [], []);
        }

        var widths = new SortedDictionary<int, string>();
        foreach (KeyValuePair<int, object> cell in raw[header].Cells)
        {
            widths[cell.Key] = Clean(Text(cell.Value));
        }

        for (int i = header + 1; i < raw.Count; i++)
        {
            foreach (KeyValuePair<int, object> cell in raw[i].Cells)
            {
                if (!widths.ContainsKey(cell.Key))
                {
                    widths.Add(cell.Key, string.Empty);
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
                if (text.Length > 0 && text[text.Length - 1] < '\u0080' && text[text.Length - 1] != ' ' && i + 1 < heading.Length && heading[i + 1] is > ' ' and < '\u0080')
                {
                    text.Append(' ');
                }

                continue;
            }

            text.Append(c);
        }

        return text.ToString().Trim().Trim('\uFEFF', '\u200B');
    }

    private static int Find(IReadOnlyList<RawRow> raw, Func<string, bool> isKnown)
    {
        int found = -1;
        for (int i = 0; i < raw.Count && raw[i].Number <= SheetLimits.HeaderRows; i++)
        {
            bool hasKnown = false;
            foreach (KeyValuePair<int, object> cell in raw[i].Cells)
            {
                hasKnown |= isKnown(Clean(Text(cell.Value)));
            }

            if (hasKnown && raw[i].Cells.Count > 1)
            {
                return i;
            }

            // A row of one cell can be a title, and can be the header of a list of numbers alone.
            found = hasKnown && found < 0 ? i : found;
        }

        if (found >= 0)
        {
            return found;
        }

        // No name that is known: the first row that is more than a title, so that an error can tell the headings there are.
        for (int i = 0; i < raw.Count && raw[i].Number <= SheetLimits.HeaderRows; i++)
        {
            if (raw[i].Cells.Count > 1)
            {
                return i;
            }
        }

        return raw.Count > 0 ? 0 : -1;
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
            throw new JpoSheetException(string.Format(CultureInfo.InvariantCulture, Client.SheetMessages.TooManyCells, SheetLimits.MaxCells));
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

    private static string Text(object value) => value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
