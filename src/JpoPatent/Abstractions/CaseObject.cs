using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Cases;
using JpoPatent.Deadlines;

namespace JpoPatent.Abstractions;

/// <summary>Makes the objects that stand for rows.</summary>
internal static class CaseObject
{
    /// <summary>A row with its columns.</summary>
    /// <param name="layout">The columns of the list.</param>
    /// <param name="request">The row as it came.</param>
    /// <param name="values">What is said of its case.</param>
    /// <param name="answer">The answers behind it; null if absent.</param>
    internal static PSObject Make(CaseLayout layout, CaseRequest request, CaseValues values, CaseAnswer? answer)
    {
        var row = new PSObject(new JpoCase(values.Text(CaseField.Number) ?? string.Empty, answer));
        foreach (KeyValuePair<string, object?> cell in layout.Compose(request, values))
        {
            row.Properties.Add(new PSNoteProperty(cell.Key, cell.Value), preValidated: true);
        }

        return row;
    }
}
