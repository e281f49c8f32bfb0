using System.Collections.Generic;

namespace JpoPatent.Sheets;

/// <summary>A row as it stands in the file, before a header is known. Only cells with a value are there.</summary>
internal sealed class RawRow
{
    private readonly List<KeyValuePair<int, object>> _cells = [];

    internal RawRow(int number) => Number = number;

    /// <summary>The number of the row or, in text, of its first line, counted from 1.</summary>
    internal int Number { get; }

    /// <summary>Whether the sheet has joined a cell of this row with the one below it.</summary>
    internal bool IsJoinedToNext { get; set; }

    /// <summary>Column, counted from 0, and value; columns rise.</summary>
    internal IReadOnlyList<KeyValuePair<int, object>> Cells => _cells;

    internal void Add(int column, object value)
    {
        int last = _cells.Count - 1;
        if (last >= 0 && _cells[last].Key >= column)
        {
            // Cells out of order are against the format. The place that they name is what counts.
            int at = _cells.FindIndex(cell => cell.Key >= column);
            if (_cells[at].Key == column)
            {
                _cells[at] = new(column, value);
                return;
            }

            _cells.Insert(at, new(column, value));
            return;
        }

        _cells.Add(new(column, value));
    }
}
