using System;
using System.Collections.Generic;

namespace JpoPatent.Cases;

/// <summary>A row of a user's list as it came: columns with their values, or a number alone.</summary>
internal sealed class CaseRow
{
    private readonly Func<int, string>? _placeOf;

    /// <summary>Takes a row with columns.</summary>
    /// <param name="cells">Names and values in their order.</param>
    /// <param name="isCase">Whether the row is known to have come from this module,
    /// whatever columns it still has.</param>
    /// <param name="placeOf">Says where a column of the row stands, -1 the row as a whole;
    /// null where it came from no file.</param>
    internal CaseRow(
        IReadOnlyList<KeyValuePair<string, object?>> cells, bool isCase = false, Func<int, string>? placeOf = null)
    {
        Cells = cells;
        IsCase = isCase;
        _placeOf = placeOf;
    }

    /// <summary>Takes a number alone, with what came along.</summary>
    internal CaseRow(JpoNumberInput number)
        : this([]) => Number = number;

    /// <summary>The columns.</summary>
    internal IReadOnlyList<KeyValuePair<string, object?>> Cells { get; }

    /// <summary>Whether the row is known to have come from this module.</summary>
    internal bool IsCase { get; }

    /// <summary>The number, where the row is nothing else.</summary>
    internal JpoNumberInput? Number { get; }

    /// <summary>Where the row stands in its file, for people; null where it came from no file.</summary>
    /// <param name="column">The index of a cell; -1 for the row as a whole.</param>
    internal string? PlaceOf(int column) => _placeOf?.Invoke(column);
}
