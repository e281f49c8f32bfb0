using System.Collections.Generic;
using JpoPatent.Numbers;

namespace JpoPatent.Cases;

/// <summary>A case as one state of a list has it: under which numbers it is found, and what was known of it.</summary>
internal sealed class CaseEntry
{
    internal CaseEntry(
        IReadOnlyList<CaseKey> keys, CaseValues values, IReadOnlyCollection<CaseField> fields, bool hasFailed)
    {
        Keys = keys;
        Values = values;
        Fields = fields;
        HasFailed = hasFailed;
    }

    /// <summary>
    /// The numbers of the case: its application, its registration, and the one under which the list has it.
    /// </summary>
    internal IReadOnlyList<CaseKey> Keys { get; }

    internal CaseValues Values { get; }

    /// <summary>The columns that the list had: a column that is not there says nothing.</summary>
    internal IReadOnlyCollection<CaseField> Fields { get; }

    /// <summary>Whether there was no answer: what is not known is no change.</summary>
    internal bool HasFailed { get; }

    /// <summary>The user's own columns.</summary>
    internal IReadOnlyList<KeyValuePair<string, object?>> Own { get; init; } = [];

    /// <summary>Reads a row that came from the module; null where its case cannot be told.</summary>
    internal static CaseEntry? Of(CaseRow row)
    {
        var reader = new CaseRowReader(law: null);
        bool[] has = new bool[CaseFields.All.Count];
        CaseSplit.Of(row, new CaseValues(), has);
        if (reader.Read(row) is not { } request)
        {
            return null;
        }

        CaseValues known = request.Known;
        var keys = new List<CaseKey>(3);
        var told = new NumberTold { Law = known.Text(CaseField.Law), Kind = JpoNumberKind.Application };
        if (NumberReader.TryRead(known.Text(CaseField.Number), told, null, null, out JpoNumber? number, out _))
        {
            Add(keys, CaseKey.Of(number));
        }

        if (request.Key is { } own)
        {
            Add(keys, own);
        }

        told = told with { Kind = JpoNumberKind.Registration };
        if (NumberReader.TryRead(
            known.Text(CaseField.RegistrationNumber),
            told,
            JpoNumberKind.Registration,
            null,
            out JpoNumber? registration,
            out _))
        {
            Add(keys, CaseKey.Of(registration));
        }

        if (keys.Count == 0)
        {
            return null;
        }

        var fields = new List<CaseField>();
        foreach (CaseField field in CaseFields.All)
        {
            if (has[(int)field])
            {
                fields.Add(field);
            }
        }

        return new CaseEntry(keys, known, fields, known[CaseField.ProblemId] != null) { Own = request.Own };
    }

    private static void Add(List<CaseKey> keys, CaseKey key)
    {
        if (!keys.Contains(key))
        {
            keys.Add(key);
        }
    }
}
