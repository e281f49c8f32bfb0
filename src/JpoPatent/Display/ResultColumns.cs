using System;
using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Cases;
using JpoPatent.Words;

namespace JpoPatent.Display;

/// <summary>
/// What stands at the end of a line of commands, as a sheet shows it to a reader: the user's columns, then the object's
/// under the headings of its table, with JPO's words for what is changed and numbers that lead to J-PlatPat.
/// </summary>
internal static class ResultColumns
{
    private const string HeadingPrefix = "JPO";

    private static readonly WordBook Headings = new("JpoPatent.Headings", typeof(ResultColumns).Assembly);

    /// <summary>The columns of such a result; null for everything else.</summary>
    internal static CaseRow? Of(PSObject result) =>
        result.BaseObject is JpoDueDate or JpoCaseChange or JpoWatchChange or JpoWatchNight or JpoWatchPlanEntry
            ? new CaseRow(Cells(result))
            : null;

    private static List<KeyValuePair<string, object?>> Cells(PSObject result)
    {
        var cells = new List<KeyValuePair<string, object?>>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, object?> column in OwnColumns.Carried(result))
        {
            taken.Add(column.Key);
            cells.Add(column);
        }

        foreach (PSPropertyInfo property in result.Properties)
        {
            // The ten digits are the number once more, for programs.
            if (property is PSNoteProperty || property.Name == nameof(JpoDueDate.ApplicationNumber))
            {
                continue;
            }

            string heading = Heading(result.BaseObject.GetType().Name, property.Name);
            while (!taken.Add(heading))
            {
                heading = HeadingPrefix + heading;
            }

            cells.Add(new(heading, Cell(property, result)));
        }

        return cells;
    }

    private static string Heading(string type, string property) =>
        Headings.InJapanese(type + "." + property) ?? Headings.InJapanese(property) ?? property;

    private static object? Cell(PSPropertyInfo property, PSObject result) => (property.Name, property.Value) switch
    {
        ("Number", string number) => CaseSheet.Link(number, LawOf(result)),
        ("Kind", DueKind kind) => ValueWords.OfDue(kind.ToString(), LawOf(result)),
        ("Property", string name) when Enum.TryParse(name, out CaseField field) => ValueWords.Of(field),
        ("Before" or "After", string value) =>
            JpoView.CaseValue(result.Properties["Property"]?.Value as string, value, LawOf(result)),
        (_, bool truth) when WordBook.IsJapanese => ValueWords.Of(truth),
        (_, object value) => value,
        _ => null,
    };

    private static string? LawOf(PSObject result) => result.Properties["Law"]?.Value?.ToString();
}
