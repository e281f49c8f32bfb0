using System.Collections.Generic;

namespace JpoPatent.Sheets;

/// <summary>
/// What is to be written: a header and rows of text, numbers, days, truths and <see cref="SheetLink"/>.
/// </summary>
internal sealed class SheetContent
{
    internal SheetContent(string name, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        Name = name;
        Headings = headings;
        Rows = rows;
    }

    /// <summary>The worksheet's name.</summary>
    internal string Name { get; }

    internal IReadOnlyList<string> Headings { get; }

    /// <summary>The rows, each with as many values as there are headings.</summary>
    internal IReadOnlyList<IReadOnlyList<object?>> Rows { get; }
}
