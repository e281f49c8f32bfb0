using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JpoPatent.Sheets;
using JpoPatent.Words;

namespace JpoPatent.Cases;

/// <summary>
/// Rows as a sheet shows them: the user's columns, then the module's and those of the watch under the reader's
/// headings, days as days, numbers that lead to J-PlatPat.
/// </summary>
internal sealed class CaseSheet
{
    private readonly bool _isRaw;
    private readonly List<(IReadOnlyList<KeyValuePair<string, object?>> Own, CaseValues Values)> _rows = [];
    private readonly List<string> _own = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _ofWatch = [];
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
            if (row.IsCase && Enum.IsDefined(typeof(WatchColumn), cell.Key))
            {
                if (!_ofWatch.Contains(cell.Key))
                {
                    _ofWatch.Add(cell.Key);
                }
            }
            else if (!_index.ContainsKey(cell.Key))
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
        string[] headings = [.. _own, .. fields.Select(
            field => _isRaw ? CaseFields.NameOf(field, _index.Keys) : CaseFields.HeadingOf(field, _index.Keys)),
            .. _ofWatch.Select(name => _isRaw ? name : ValueWords.Of<WatchColumn>(name))];
        var rows = new List<IReadOnlyList<object?>>(_rows.Count);
        foreach ((IReadOnlyList<KeyValuePair<string, object?>> own, CaseValues values) in _rows)
        {
            var cells = new object?[headings.Length];
            foreach (KeyValuePair<string, object?> cell in own)
            {
                if (_index.TryGetValue(cell.Key, out int at))
                {
                    cells[at] = Cell(cell.Value);
                }
                else
                {
                    cells[_own.Count + fields.Length + _ofWatch.IndexOf(cell.Key)] = DateTime.TryParseExact(
                        cell.Value as string,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out DateTime day)
                        ? day : Cell(cell.Value);
                }
            }

            for (int i = 0; i < fields.Length; i++)
            {
                cells[_own.Count + i] = Cell(fields[i], values);
            }

            rows.Add(cells);
        }

        return new SheetContent(Client.CaseMessages.SheetName, headings, rows);
    }

    /// <summary>A number that leads to J-PlatPat, where it is one of an application; else the text as it is.</summary>
    internal static object Link(string number, string? law) =>
        Address(number, law) is { } address ? new SheetLink(number, address) : number;

    /// <summary>
    /// J-PlatPat's fixed address of an application. It holds the number alone since 2024,
    /// and asking for it would cost an access per case.
    /// </summary>
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
        null or string or bool or DateTime or DateTimeOffset or SheetLink => value,
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
            CaseField.Number => Link(text, values.Text(CaseField.Law)),
            CaseField.RetrievedAt => DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out DateTimeOffset moment)
                ? moment
                : text,
            CaseField.State => _isRaw ? text : ValueWords.OfState(text, values.Text(CaseField.Law)),
            CaseField.DueKind => _isRaw ? text : ValueWords.OfDue(text, values.Text(CaseField.Law)),
            CaseField.Law => _isRaw ? text : ValueWords.Of<JpoLaw>(text),
            _ => text,
        };
    }
}
