using System;
using System.Collections.Generic;

namespace JpoPatent.Cases;

/// <summary>
/// The columns of a list that goes out: every column of the user's rows in order of first sight, then the module's.
/// </summary>
internal sealed class CaseLayout
{
    private readonly List<string> _own = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.OrdinalIgnoreCase);
    private string[]? _names;

    /// <summary>The user's columns.</summary>
    internal IReadOnlyList<string> Own => _own;

    /// <summary>Takes the columns of a row in.</summary>
    internal void Add(CaseRequest request)
    {
        foreach (KeyValuePair<string, object?> cell in request.Own)
        {
            if (!_index.ContainsKey(cell.Key))
            {
                _index.Add(cell.Key, _own.Count);
                _own.Add(cell.Key);
                _names = null;
            }
        }
    }

    /// <summary>The name of one of the module's columns.</summary>
    internal string NameOf(CaseField field)
    {
        if (_names == null)
        {
            _names = new string[CaseFields.All.Count];
            foreach (CaseField known in CaseFields.All)
            {
                _names[(int)known] = CaseFields.NameOf(known, _index.Keys);
            }
        }

        return _names[(int)field];
    }

    /// <summary>The name of the column for the whole answer.</summary>
    internal string AnswerName => CaseFields.AnswerName(_index.Keys);

    /// <summary>A row as it goes out: names and values.</summary>
    internal IReadOnlyList<KeyValuePair<string, object?>> Compose(CaseRequest request, CaseValues values)
    {
        var cells = new KeyValuePair<string, object?>[_own.Count + CaseFields.All.Count];
        for (int i = 0; i < _own.Count; i++)
        {
            cells[i] = new(_own[i], null);
        }

        foreach (KeyValuePair<string, object?> cell in request.Own)
        {
            int at = _index[cell.Key];
            cells[at] = new(_own[at], cell.Value);
        }

        foreach (CaseField field in CaseFields.All)
        {
            cells[_own.Count + (int)field] = new(NameOf(field), values[field]);
        }

        return cells;
    }
}
