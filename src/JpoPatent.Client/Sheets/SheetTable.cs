using System.Collections.Generic;
using System.Globalization;

namespace JpoPatent.Sheets;

/// <summary>A list as it was read from a file: headings and rows. Rows without any value are left out.</summary>
internal sealed class SheetTable
{
    private readonly IReadOnlyList<int> _columns;

    internal SheetTable(
        string fileName,
        string? sheetName,
        string? encodingName,
        IReadOnlyList<string> headings,
        IReadOnlyList<int> columns,
        IReadOnlyList<SheetRow> rows)
    {
        FileName = fileName;
        SheetName = sheetName;
        EncodingName = encodingName;
        Headings = headings;
        Rows = rows;
        _columns = columns;
    }

    /// <summary>The file's name without its folder.</summary>
    internal string FileName { get; }

    /// <summary>The worksheet; null for text.</summary>
    internal string? SheetName { get; }

    /// <summary>The encoding that the text was read in; null for a workbook.</summary>
    internal string? EncodingName { get; }

    /// <summary>The headings, without line breaks; no two are alike.</summary>
    internal IReadOnlyList<string> Headings { get; }

    internal IReadOnlyList<SheetRow> Rows { get; }

    /// <summary>Where a value stands, for people: <c>台帳!C53</c>, or file, line and column.</summary>
    /// <param name="row">A row of the list.</param>
    /// <param name="column">The index of a heading; -1 for the row as a whole.</param>
    internal string PlaceOf(SheetRow row, int column)
    {
        if (SheetName != null)
        {
            string cell = column < 0 ? string.Empty : CellAddress.Letters(_columns[column]);
            return SheetName + "!" + cell + row.Number.ToString(CultureInfo.InvariantCulture);
        }

        return column < 0
            ? string.Format(CultureInfo.InvariantCulture, Client.SheetMessages.PlaceLine, FileName, row.Number)
            : string.Format(
                CultureInfo.InvariantCulture, Client.SheetMessages.PlaceColumn, FileName, row.Number, Headings[column]);
    }
}
