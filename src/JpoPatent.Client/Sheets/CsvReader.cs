using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading;

namespace JpoPatent.Sheets;

/// <summary>
/// Rows of separated values: quotes, quotes within quotes, line breaks within cells, commas,
/// tabs or semicolons between them.
/// </summary>
internal sealed class CsvReader
{
    private const string Separators = ",\t;";

    private readonly string _text;
    private readonly char _separator;
    private int _at;
    private int _line = 1;

    private CsvReader(string text)
    {
        _text = text;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            _separator = text[4];
            _at = 5;
            EndLine();
            return;
        }

        _separator = FindSeparator(text);
    }

    /// <summary>All rows; empty cells are left out, rows keep the number of the line on which they begin.</summary>
    /// <exception cref="JpoSheetException">A quote is not closed, or there are more cells than
    /// a list may have.</exception>
    internal static List<RawRow> Read(string text, CancellationToken cancellationToken)
    {
        var reader = new CsvReader(text);
        var rows = new List<RawRow>();
        int cells = 0;
        while (reader._at < text.Length)
        {
            if ((rows.Count & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            RawRow row = reader.ReadRow();
            cells += row.Cells.Count;
            if (cells > SheetLimits.MaxCells)
            {
                throw new JpoSheetException(string.Format(
                    CultureInfo.InvariantCulture, Client.SheetMessages.TooManyCells, SheetLimits.MaxCells));
            }

            if (row.Cells.Count > 0)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static char FindSeparator(string text)
    {
        var counts = new int[Separators.Length];
        bool isQuoted = false;
        int lines = 0;
        foreach (char c in text)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c == '\n')
            {
                if (++lines == SheetLimits.HeaderRows)
                {
                    break;
                }
            }
            else if (!isQuoted && Separators.IndexOf(c) is >= 0 and int index)
            {
                counts[index]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            // Semicolons stand between the names of a cell as well: they separate cells only where nothing else does.
            if (counts[i] > counts[best] && (Separators[i] != ';' || counts[best] == 0))
            {
                best = i;
            }
        }

        return Separators[best];
    }

    private RawRow ReadRow()
    {
        var row = new RawRow(_line);
        for (int column = 0; ; column++)
        {
            string cell = _at < _text.Length && _text[_at] == '"' ? ReadQuoted() : ReadPlain();
            if (cell.Length > 0)
            {
                if (column >= SheetLimits.MaxColumns)
                {
                    throw new JpoSheetException(string.Format(
                        CultureInfo.InvariantCulture,
                        Client.SheetMessages.TooManyColumns,
                        row.Number,
                        SheetLimits.MaxColumns));
                }

                row.Add(column, cell);
            }

            if (_at < _text.Length && _text[_at] == _separator)
            {
                _at++;
                continue;
            }

            EndLine();
            return row;
        }
    }

    private string ReadPlain()
    {
        int start = _at;
        while (_at < _text.Length && _text[_at] != _separator && _text[_at] is not ('\r' or '\n'))
        {
            _at++;
        }

        return _text.Substring(start, _at - start);
    }

    private string ReadQuoted()
    {
        int line = _line;
        var cell = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            char c = _text[_at];
            if (c == '"')
            {
                if (_at + 1 < _text.Length && _text[_at + 1] == '"')
                {
                    _at++;
                }
                else
                {
                    _at++;
                    cell.Append(ReadPlain());
                    return cell.ToString();
                }
            }
            else if (c == '\n' || (c == '\r' && (_at + 1 == _text.Length || _text[_at + 1] != '\n')))
            {
                _line++;
            }

            cell.Append(c);
        }

        // The rest of the file in one cell would be rows that vanish.
        throw new JpoSheetException(string.Format(CultureInfo.InvariantCulture, Client.SheetMessages.QuoteOpen, line));
    }

    private void EndLine()
    {
        if (_at < _text.Length && _text[_at] == '\r')
        {
            _at++;
        }

        if (_at < _text.Length && _text[_at] == '\n')
        {
            _at++;
        }

        _line++;
    }
}
