using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using JpoPatent.Numbers;
using JpoPatent.Sheets;

namespace JpoPatent.Cases;

/// <summary>
/// Reads the rows of one run: which case each is, by the columns that people keep numbers in. No I/O.
/// </summary>
internal sealed class CaseRowReader
{
    /// <summary>The columns in which a case is looked for: those that lead to it with fewer accesses first.</summary>
    internal static readonly NumberColumn[] Wanted =
    [
        NumberColumn.Application, NumberColumn.Registration, NumberColumn.Publication,
        NumberColumn.InternationalApplication, NumberColumn.InternationalPublication,
        NumberColumn.AnyNumber,
    ];

    private readonly JpoLaw? _law;
    private bool _hasSeenColumn;

    /// <summary>Begins a run.</summary>
    /// <param name="law">The law of rows that say none; null where they must.</param>
    internal CaseRowReader(JpoLaw? law) => _law = law;

    /// <summary>Whether a heading is one that a list of cases must have.</summary>
    internal static bool IsNumberHeading(string heading) =>
        NumberColumns.HasNumbers(NumberColumns.Of(heading))
        || CaseFields.Find(heading) is { Field: CaseField.Number };

    /// <summary>The rows of a file.</summary>
    internal static IEnumerable<CaseRow> Rows(SheetTable table)
    {
        foreach (SheetRow row in table.Rows)
        {
            var cells = new KeyValuePair<string, object?>[table.Headings.Count];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = new(table.Headings[i], row.Values[i]);
            }

            yield return new CaseRow(cells, placeOf: column => table.PlaceOf(row, column));
        }
    }

    /// <summary>Reads a row; null where it is blank.</summary>
    internal CaseRequest? Read(CaseRow row)
    {
        var known = new CaseValues();
        if (row.Number != null)
        {
            _hasSeenColumn = true;
            return ReadAlone(row, row.Number, known);
        }

        IReadOnlyList<int> at = CaseSplit.Of(row, known);
        KeyValuePair<string, object?>[] own = [.. at.Select(
            i => new KeyValuePair<string, object?>(row.Cells[i].Key, Plain(row.Cells[i].Value)))];
        var cells = new NumberRow([.. own.Select(static cell => cell.Key)], i => own[i].Value);
        if (cells.IsBlank && known.IsEmpty)
        {
            return null;
        }

        IReadOnlyList<string>? texts = cells.Find(Wanted, out JpoNumberKind? kind);
        string? number = texts is { Count: > 0 } ? string.Join(" ", texts) : known.Text(CaseField.Number);
        bool hasColumn = texts != null || number != null;
        if (!hasColumn && !_hasSeenColumn)
        {
            return new CaseRequest { Row = row, Own = own, Known = known, LacksColumn = true, Place = row.PlaceOf(-1) };
        }

        _hasSeenColumn |= hasColumn;
        // Below a heading that says no kind, such as 案件番号, a year and a serial number can be a docket's:
        // there the number must say itself what it is.
        kind ??= texts is { Count: > 0 } ? null : JpoNumberKind.Application;
        var told = new NumberTold
        {
            Law = cells.Law ?? known.Text(CaseField.Law),
            Country = cells.Country,
            Kind = kind,
        };
        return Make(row, own, known, number, told, row.PlaceOf(PlaceOf(own, at, number)));
    }

    private CaseRequest? ReadAlone(CaseRow row, JpoNumberInput given, CaseValues known)
    {
        if (given.Row is { IsBlank: true })
        {
            return null;
        }

        JpoNumberInput number = given.In(Wanted) is { Count: > 0 } numbers ? numbers[0] : given;

        // A year and a serial number alone are an application wherever this module takes numbers.
        NumberTold told = number.Told with { Kind = number.Told.Kind ?? JpoNumberKind.Application };
        return NumberText.Trim(number.Text).IsEmpty && given.Row == null
            ? null
            : Make(row, [], known, number.Text, told, null);
    }

    private CaseRequest Make(
        CaseRow row,
        IReadOnlyList<KeyValuePair<string, object?>> own,
        CaseValues known,
        string? written,
        NumberTold told,
        string? place)
    {
        if (!NumberReader.TryRead(written, told, null, null, out JpoNumber? number, out JpoException? error)
            && _law is { } law
            && NumberText.Trim(told.Law).IsEmpty)
        {
            // What the text says of its law counts; what was said for all rows is for those that say nothing.
            NumberReader.TryRead(written, told, null, law, out number, out error);
        }

        if (number == null && error is JpoInvalidNumberException && IsOfDossier(written, out JpoDocdbNumber? docdb))
        {
            error = new JpoInvalidNumberException(
                written!,
                string.Format(CultureInfo.InvariantCulture, Client.CaseMessages.DossierNumber, written, docdb!.Country),
                Client.CaseMessages.ActionDossierNumber);
        }

        return new CaseRequest
        {
            Row = row,
            Own = own,
            Known = known,
            Written = written,
            Number = number,
            Error = error,
            Place = place,
        };
    }

    /// <summary>Whether a text is a number of another office, as the One Portal Dossier takes it.</summary>
    private static bool IsOfDossier(string? written, out JpoDocdbNumber? docdb) =>
        JpoDocdbNumber.TryParse(written, null, out docdb, out _) && docdb.Country != OfficeWords.Japan;

    private static int PlaceOf(IReadOnlyList<KeyValuePair<string, object?>> own, IReadOnlyList<int> at, string? number)
    {
        for (int i = 0; i < own.Count; i++)
        {
            if (number != null && IsNumberHeading(own[i].Key) && NumberCell.Text(own[i].Value) == number)
            {
                return at[i];
            }
        }

        return -1;
    }

    /// <summary>Text without the apostrophe that keeps a CSV file from running it.</summary>
    private static object? Plain(object? value) => value is string text ? FormulaGuard.Unprotect(text) : value;
}
