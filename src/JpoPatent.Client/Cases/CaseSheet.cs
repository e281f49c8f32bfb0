using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JpoPatent.Sheets;
using JpoPatent.Words;

namespace JpoPatent.Cases;

/// <summary>Rows as a sheet shows them: the user's columns, then the module's under the reader's headings, days as days, numbers that lead to J-PlatPat.</summary>
internal sealed class CaseSheet
{
    private readonly bool _isRaw;
    private readonly List<(IReadOnlyList<KeyValuePair<string, object?>> Own, CaseValues Values)> _rows = [];
    private readonly List<string> _own = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool[] _has = new bool[CaseFields.All.Count];

    /// <summary>Begins a sheet.</summary>
    /// <param name="isRaw">Names and values as scripts have them, in every language.</param>
    internal CaseSheet(bool isRaw) => _isRaw = isRaw;

    /// <summary>Takes a row in.</summary>
    internal void Add(CaseRow row)
    {
        var values = new CaseValues();
        IReadOnlyList<int> at = CaseSplit.Of(row, values, _has);
        KeyValuePair<string, object?>[] own = [.. at.Select(i => row.Cells[i])];
        foreach (KeyValuePair<string, object?> cell in own)
        {
            if (!_index.ContainsKey(cell.Key))
            {
                _index.Add(cell.Key, _own.Count);
                _own.Add(cell.Key);
            }
        }

        _rows.Add((own, values));
    }

    /// <summary>Header and rows.</summary>
    internal SheetContent Build()
    {
        CaseField[] fields = [.. CaseFields.All.Where(field => _has[(int)field] || _rows.Count == 0)];
        string[] headings = [.. _own, .. fields.Select(field => _isRaw ? CaseFields.NameOf(field, _index.Keys) : CaseFields.HeadingOf(field, _index.Keys))];
        var rows = new List<IReadOnlyList<object?>>(_rows.Count);
        foreach ((IReadOnlyList<KeyValuePair<string, object?>> own, CaseValues values) in _rows)
        {
            var cells = new object?[headings.Length];
            foreach (KeyValuePair<string, object?> cell in own)
            {
                cells[_index[cell.Key]] = Cell(cell.Value);
            }

            for (int i = 0; i < fields.Length; i++)
            {
                cells[_own.Count + i] = Cell(fields[i], values);
            }

            rows.Add(cells);
        }

        return new SheetContent(Client.CaseMessages.SheetName, headings, rows);
    }

    /// <summary>J-PlatPat's fixed address of an application. It holds the number alone since 2024, and asking for it would cost an access per case.</summary>
    private static Uri? Address(string? number, string? law)
    {
        JpoLaw? known = Enum.TryParse(law, out JpoLaw parsed) ? parsed : null;
        if (!JpoNumber.TryParse(number, JpoNumberKind.Application, known, out JpoNumber? application, out _))
        {
            return null;
        }

        (string collection, string code) = application.Law switch
        {
            JpoLaw.Design => ("DE", "30"),
            JpoLaw.Trademark => ("TR", "40"),
            _ => ("PU", "10"),
        };
        string value = application.Value.Substring(0, 4) + "-" + application.Value.Substring(4);
        return new Uri("https://www.j-platpat.inpit.go.jp/c1801/" + collection + "/JP-" + value + "/" + code + "/ja");
    }

    private object? Cell(object? value) => value switch
    {
        null or string or bool or DateTime or DateTimeOffset => value,
        Enum word => _isRaw ? word.ToString() : ValueWords.Of(word),
        IConvertible => value,
        IDictionary => value.ToString(),

        // Our own lists and types read as texts by themselves; a plain array does not.
        Array list => string.Join("; ", list.Cast<object?>().Select(CellText.Of)),
        List<object> list => string.Join("; ", list.Select(CellText.Of)),
        _ => value.ToString(),
    };

    private object? Cell(CaseField field, CaseValues values)
    {
        object? value = values[field];
        if (value is not string text)
        {
            return value is bool truth && !_isRaw && WordBook.IsJapanese ? ValueWords.Of(truth) : value;
        }

        if (CaseFields.IsDay(field))
        {
            return values.Day(field) is { } day ? day : text;
        }

        return field switch
        {
            CaseField.Number => Address(text, values.Text(CaseField.Law)) is { } address ? new SheetLink(text, address) : text,
            CaseField.RetrievedAt => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset moment) ? moment : text,
            CaseField.State => _isRaw ? text : ValueWords.OfState(text, values.Text(CaseField.Law)),
            CaseField.DueKind => _isRaw ? text : ValueWords.OfDue(text, values.Text(CaseField.Law)),
            CaseField.Law => _isRaw ? text : ValueWords.Of<JpoLaw>(text),
            _ => text,
        };
    }
}
