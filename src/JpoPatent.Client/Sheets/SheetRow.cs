using System.Collections.Generic;

namespace JpoPatent.Sheets;

/// <summary>A row of a list.</summary>
internal sealed class SheetRow
{
    internal SheetRow(int number, object?[] values)
    {
        Number = number;
        Values = values;
    }

    /// <summary>The number of the row in the worksheet or, in text, of its first line, counted from 1.</summary>
    internal int Number { get; }

    /// <summary>The values, one a heading: text, numbers, days, truths; null where the cell is empty.</summary>
    internal IReadOnlyList<object?> Values { get; }
}
