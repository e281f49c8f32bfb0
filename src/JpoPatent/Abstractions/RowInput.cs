using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Cases;
using JpoPatent.Numbers;

namespace JpoPatent.Abstractions;

/// <summary>
/// Rows in whatever form the shell has them: objects of Import-Csv and its kin, hashtables,
/// texts, typed numbers, objects of this module.
/// </summary>
internal static class RowInput
{
    private const string OwnPrefix = "JpoPatent.";

    /// <summary>The rows of one input.</summary>
    internal static IEnumerable<CaseRow> Of(PSObject? input)
    {
        object? value = input?.BaseObject;
        switch (value)
        {
            case null:
                break;
            case string or ValueType:
                yield return new CaseRow(new JpoNumberInput(NumberCell.Text(value)));
                break;
            case IDictionary row:
                yield return new CaseRow(Cells(row));
                break;
            case PSCustomObject or JpoCase:
                foreach (CaseRow row in OfObject(input!, IsCase(input!)))
                {
                    yield return row;
                }

                break;
            case IEnumerable list:
                foreach (object? item in list)
                {
                    foreach (CaseRow row in Of(item == null ? null : PSObject.AsPSObject(item)))
                    {
                        yield return row;
                    }
                }

                break;
            default:
                foreach (CaseRow row in OfObject(input!, isCase: false))
                {
                    yield return row;
                }

                break;
        }
    }

    /// <summary>The columns of an object, each with its value as it is.</summary>
    internal static IReadOnlyList<KeyValuePair<string, object?>> Cells(PSObject row)
    {
        var cells = new List<KeyValuePair<string, object?>>();
        foreach (PSPropertyInfo property in row.Properties)
        {
            object? value;
            try
            {
                value = property.Value;
            }
            catch (GetValueException)
            {
                // A property that throws holds nothing that could go out.
                value = null;
            }

            cells.Add(new(
                property.Name,
                value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value));
        }

        return cells;
    }

    /// <summary>An object as a row of all its columns, whatever it is.</summary>
    internal static CaseRow AsColumns(PSObject row) =>
        row.BaseObject is IDictionary table ? new CaseRow(Cells(table)) : new CaseRow(Cells(row), IsCase(row));

    private static IEnumerable<CaseRow> OfObject(PSObject row, bool isCase)
    {
        if (!isCase && IsOwn(row))
        {
            // The answer of another command stands for its case; its properties are no columns of the user's.
            foreach (JpoNumberInput number in NumberTransformationAttribute.Read(row))
            {
                yield return new CaseRow(number);
            }
        }
        else
        {
            yield return new CaseRow(Cells(row), isCase);
        }
    }

    private static List<KeyValuePair<string, object?>> Cells(IDictionary row)
    {
        var cells = new List<KeyValuePair<string, object?>>(row.Count);
        foreach (DictionaryEntry cell in row)
        {
            object? value = cell.Value is PSObject { BaseObject: not PSCustomObject } wrapped
                ? wrapped.BaseObject
                : cell.Value;
            cells.Add(new(cell.Key.ToString() ?? string.Empty, value));
        }

        return cells;
    }

    private static bool IsCase(PSObject row) =>
        HasType(row, static name => name.EndsWith(OwnPrefix + nameof(JpoCase), StringComparison.Ordinal));

    private static bool IsOwn(PSObject row) =>
        HasType(
            row,
            static name => name.StartsWith(OwnPrefix, StringComparison.Ordinal)
                || name.StartsWith("Deserialized." + OwnPrefix, StringComparison.Ordinal));

    private static bool HasType(PSObject row, Func<string, bool> isWanted)
    {
        foreach (string name in row.TypeNames)
        {
            if (isWanted(name))
            {
                return true;
            }
        }

        return false;
    }
}
