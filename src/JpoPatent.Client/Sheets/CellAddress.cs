namespace JpoPatent.Sheets;

/// <summary>Cells as Excel names them: <c>C53</c>.</summary>
internal static class CellAddress
{
    /// <summary>The letters of a column, counted from 0.</summary>
    internal static string Letters(int column)
    {
        string letters = string.Empty;
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>
    /// The column of an address, counted from 0; -1 where there are no letters, or more than Excel has.
    /// </summary>
    internal static int Column(string address)
    {
        int column = 0;
        int length = 0;
        while (length < address.Length && (uint)((address[length] & ~0x20) - 'A') <= 25)
        {
            column = (column * 26) + (address[length] & ~0x20) - 'A' + 1;
            if (++length > 3)
            {
                return -1;
            }
        }

        return column is > 0 and <= SheetLimits.MaxColumns ? column - 1 : -1;
    }
}
