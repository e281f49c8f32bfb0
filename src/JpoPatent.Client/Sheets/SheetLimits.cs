namespace JpoPatent.Sheets;

/// <summary>
/// What a list may hold. Excel's own bounds where it has some; the others keep a hostile file
/// from taking the machine's memory.
/// </summary>
internal static class SheetLimits
{
    /// <summary>Rows of a worksheet in Excel.</summary>
    internal const int MaxRows = 1_048_576;

    /// <summary>Columns of a worksheet in Excel, A to XFD.</summary>
    internal const int MaxColumns = 16_384;

    /// <summary>Characters of a cell in Excel.</summary>
    internal const int MaxCellLength = 32_767;

    /// <summary>Links of a worksheet in Excel.</summary>
    internal const int MaxLinks = 65_530;

    /// <summary>Cells with a value, and likewise cells of the rows as they come out, empty ones included.</summary>
    internal const int MaxCells = 20_000_000;

    /// <summary>Parts of a workbook.</summary>
    internal const int MaxParts = 10_000;

    /// <summary>Bytes of a file, and of one part of a workbook when it is unpacked.</summary>
    internal const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>The header stands in one of so many rows from the top.</summary>
    internal const int HeaderRows = 10;
}
