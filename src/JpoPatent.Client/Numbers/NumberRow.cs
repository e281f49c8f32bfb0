using System;
using System.Collections;
using System.Collections.Generic;

namespace JpoPatent.Numbers;

/// <summary>
/// A row of a list, or an object, in which numbers stand below known headings.
/// An empty column does not hide a filled one.
/// </summary>
internal sealed class NumberRow
{
    private readonly List<(NumberColumn Column, List<string> Texts)> _cells = [];
    private readonly Func<int, object?> _valueAt;

    /// <summary>
    /// Reads the cells that help to find a case, and no others: a property of an object may cost something to read.
    /// </summary>
    /// <param name="headings">The headings, in the order of the columns.</param>
    /// <param name="valueAt">The value below a heading, out of its wrappers; a list holds several numbers.</param>
    public NumberRow(IReadOnlyList<string> headings, Func<int, object?> valueAt)
    {
        Headings = headings;
        _valueAt = valueAt;
        string? perhapsLaw = null;
        for (int i = 0; i < headings.Count; i++)
        {
            NumberColumn column = NumberColumns.Of(headings[i]);
            if (column == NumberColumn.None)
            {
                continue;
            }

            List<string> texts = Texts(valueAt(i));
            string? first = texts.Count == 0 ? null : texts[0];
            switch (column)
            {
                case NumberColumn.Law:
                    Law ??= first;
                    break;
                case NumberColumn.PerhapsLaw:
                    perhapsLaw ??= LawWords.Read(first) == ToldLaw.Unknown ? null : first;
                    break;
                case NumberColumn.Country:
                    Country ??= first;
                    break;
                default:
                    _cells.Add((column, texts));
                    break;
            }
        }

        Law ??= perhapsLaw;
    }

    /// <summary>The law beside the number, as it is written; null where none is.</summary>
    public string? Law { get; }

    /// <summary>Country or office beside the number, as it is written; null where none is.</summary>
    public string? Country { get; }

    /// <summary>All headings, in their order.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>
    /// Whether every cell is empty, as in the rows between and behind the lines of a sheet.
    /// A single empty cell is a number that is missing.
    /// </summary>
    public bool IsBlank
    {
        get
        {
            for (int i = 0; i < Headings.Count; i++)
            {
                if (Texts(_valueAt(i)).Count > 0)
                {
                    return false;
                }
            }

            return Headings.Count > 1;
        }
    }

    /// <summary>The numbers in the first of the wanted columns that is not empty.</summary>
    /// <param name="wanted">Columns, the preferred one first.</param>
    /// <param name="kind">The kind that the column says; null where the numbers must say it themselves.</param>
    /// <returns>The numbers: none where all of these columns are empty, null where the row has none of them.</returns>
    public IReadOnlyList<string>? Find(IReadOnlyList<NumberColumn> wanted, out JpoNumberKind? kind)
    {
        kind = null;
        bool hasColumn = false;
        foreach (NumberColumn column in wanted)
        {
            foreach ((NumberColumn at, List<string> texts) in _cells)
            {
                hasColumn |= at == column;
                if (at == column && texts.Count > 0)
                {
                    kind = NumberColumns.KindOf(column);
                    return texts;
                }
            }
        }

        return hasColumn ? [] : null;
    }

    private static List<string> Texts(object? value)
    {
        var texts = new List<string>(1);
        if (value is not string && value is IEnumerable list)
        {
            foreach (object? item in list)
            {
                Add(texts, item);
            }
        }
        else
        {
            Add(texts, value);
        }

        return texts;
    }

    private static void Add(List<string> texts, object? value)
    {
        string? text = NumberCell.Text(value);
        if (!NumberText.Trim(text).IsEmpty)
        {
            texts.Add(text!);
        }
    }
}
