using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using JpoPatent.Cases;

namespace JpoPatent.Abstractions;

/// <summary>The user's own columns of a row, which go on to what is said of its case.</summary>
internal static class OwnColumns
{
    /// <summary>The columns that are neither the module's nor the watch's.</summary>
    internal static IReadOnlyList<KeyValuePair<string, object?>> Of(PSObject row)
    {
        CaseRow columns = RowInput.AsColumns(row);
        return [.. CaseSplit.Of(columns, new CaseValues())
            .Select(i => columns.Cells[i])
            .Where(static cell => cell.Key.Length > 0 && !Enum.IsDefined(typeof(WatchColumn), cell.Key))];
    }

    /// <summary>The columns that an object carries beside its own properties.</summary>
    internal static IReadOnlyList<KeyValuePair<string, object?>> Carried(PSObject shown) =>
        [.. shown.Properties.OfType<PSNoteProperty>()
            .Where(static column => column.IsInstance)
            .Select(static column => new KeyValuePair<string, object?>(column.Name, column.Value))];

    /// <summary>
    /// An object with columns beside its properties. A property keeps its name, since scripts rely on it; a column of
    /// that name gets a prefix.
    /// </summary>
    internal static PSObject Beside(object shown, IEnumerable<KeyValuePair<string, object?>> columns)
    {
        // The shell keeps such columns with the object itself: one that carries them already,
        // in a pipeline for the second time, has them again.
        var row = new PSObject(shown);
        if (Carried(row).Count > 0)
        {
            return row;
        }

        foreach (KeyValuePair<string, object?> column in columns)
        {
            Add(row, column.Key, column.Value);
        }

        return row;
    }

    /// <summary>Adds a column under its name, or the next one that is free.</summary>
    internal static void Add(PSObject shown, string name, object? value)
    {
        while (shown.Properties[name] != null)
        {
            name = "Jpo" + name;
        }

        shown.Properties.Add(new PSNoteProperty(name, value));
    }
}
