using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using JpoPatent.Numbers;

namespace JpoPatent.Abstractions;

/// <summary>
/// Takes whatever a user gives for a number: texts, typed cells, rows of a table, objects of this module. Without it
/// the shell would make a text of a whole row before it looks at the row's columns.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc />
    public override bool TransformNullOptionalParameters => true;

    /// <inheritdoc />
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var inputs = new List<JpoNumberInput>(1);
        Add(inputs, inputData);
        return inputs.ToArray();
    }

    /// <summary>What one object stands for.</summary>
    internal static IReadOnlyList<JpoNumberInput> Read(object? given)
    {
        var inputs = new List<JpoNumberInput>(1);
        Add(inputs, given);
        return inputs;
    }

    private static void Add(List<JpoNumberInput> inputs, object? given)
    {
        object? value = Unwrap(given);
        switch (value)
        {
            case JpoNumberInput known:
                inputs.Add(known);
                break;
            case JpoNumber number:
                inputs.Add(new JpoNumberInput(
                    number.Display, new NumberTold { Law = number.Law.ToString(), Kind = number.Kind }));
                break;
            case PatentDivisional family:
                AddChildren(inputs, family);
                break;
            case PSCustomObject:
                inputs.Add(OfObject(PSObject.AsPSObject(given)));
                break;
            case IDictionary row:
                inputs.Add(OfDictionary(row));
                break;
            case string or ValueType or ScriptBlock or null:
                inputs.Add(new JpoNumberInput(NumberCell.Text(value)));
                break;
            case IEnumerable list:
                foreach (object? item in list)
                {
                    Add(inputs, item);
                }

                break;
            default:
                inputs.Add(OfObject(PSObject.AsPSObject(given)));
                break;
        }
    }

    /// <summary>
    /// A user asks for the divisionals of a case to get the children, not that case again:
    /// the family stands for the children.
    /// </summary>
    private static void AddChildren(List<JpoNumberInput> inputs, PatentDivisional family)
    {
        // The service lists the whole family, ancestors and the case itself included;
        // its children are what came after it.
        int own = 0;
        foreach (DivisionalApplication member in family.DivisionalApplications)
        {
            own = member.ApplicationNumber == family.ApplicationNumber ? member.DivisionalGeneration ?? 0 : own;
        }

        var told = new NumberTold { Law = family.Law.ToString(), Kind = JpoNumberKind.Application };
        int before = inputs.Count;
        foreach (DivisionalApplication member in family.DivisionalApplications)
        {
            bool isAncestor = member.ApplicationNumber == family.ParentApplication?.ApplicationNumber
                || member.DivisionalGeneration <= own;
            if (member.ApplicationNumber != null && member.ApplicationNumber != family.ApplicationNumber && !isAncestor)
            {
                inputs.Add(new JpoNumberInput(member.ApplicationNumber, told));
            }
        }

        if (inputs.Count == before)
        {
            inputs.Add(new JpoNumberInput(family.ApplicationNumber, told) { HasNothingToAsk = true });
        }
    }

    private static JpoNumberInput OfDictionary(IDictionary row)
    {
        var headings = new List<string>(row.Count);
        var values = new List<object?>(row.Count);
        foreach (DictionaryEntry cell in row)
        {
            headings.Add(cell.Key.ToString() ?? string.Empty);
            values.Add(Unwrap(cell.Value));
        }

        return new JpoNumberInput(new NumberRow(headings, i => values[i]));
    }

    private static JpoNumberInput OfObject(PSObject row)
    {
        var properties = new List<PSPropertyInfo>();
        var headings = new List<string>();

        // The number of a document's group has ten digits and no law, and may count something else: it finds no case.
        bool hasNumberOfGroup = Is(row, nameof(DocumentEntry)) || Is(row, nameof(BibliographyGroup));
        foreach (PSPropertyInfo property in row.Properties)
        {
            if (!hasNumberOfGroup || property.Name != nameof(DocumentEntry.Number))
            {
                properties.Add(property);
                headings.Add(property.Name);
            }
        }

        return new JpoNumberInput(new NumberRow(headings, i => ValueOf(properties[i]))) { Cited = CitedBy(row) };
    }

    /// <summary>
    /// What a citation cites, from an object of this session or one that was saved or came from a job.
    /// </summary>
    private static JpoNumberInput? CitedBy(PSObject row)
    {
        bool isDomestic = Is(row, nameof(PatentCitation));
        if (!isDomestic && !Is(row, nameof(OpdCitation)))
        {
            return null;
        }

        string? number = Text(row, isDomestic ? nameof(PatentCitation.PublicationNumber) : nameof(OpdCitation.Number));
        string? shown = isDomestic
            ? Text(row, nameof(PatentCitation.DocumentNumber))
                ?? Text(row, nameof(PatentCitation.PaperTitle))
                ?? Text(row, nameof(PatentCitation.PublicationName))
            : Text(row, nameof(OpdCitation.Text));
        return new JpoNumberInput(
            number ?? shown, new NumberTold { Kind = number == null ? null : JpoNumberKind.Publication });
    }

    private static bool Is(PSObject row, string name)
    {
        foreach (string type in row.TypeNames)
        {
            if (type.EndsWith("JpoPatent." + name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Text(PSObject row, string name) =>
        row.Properties[name] is { } property ? NumberCell.Text(ValueOf(property)) : null;

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return Unwrap(property.Value);
        }
        catch (GetValueException)
        {
            // A property that throws is no number.
            return null;
        }
    }

    private static object? Unwrap(object? value) =>
        value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject
        : value is PSObject custom ? custom.BaseObject
        : value;
}
