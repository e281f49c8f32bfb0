using System;
using System.IO;
using System.Linq;
using System.Threading;
using JpoPatent.Cases;
using JpoPatent.Sheets;

namespace JpoPatent.Frameworks;

/// <summary>Lists of cases through workbooks, separated values and snapshots.</summary>
internal static class Lists
{
    // 出願番号,備考 and a row with 髙 and ①, as Excel in Japan saves them.
    private static readonly byte[] ShiftJis =
    [
        0x8F, 0x6F, 0x8A, 0xE8, 0x94, 0xD4, 0x8D, 0x86, 0x2C, 0x94, 0xF5, 0x8D, 0x6C, 0x0D, 0x0A, 0x93, 0xC1, 0x8A, 0xE8, 0x32, 0x30, 0x32, 0x30, 0x2D, 0x31, 0x2C, 0xFB, 0xFC,
        0x87, 0x40, 0x0D, 0x0A,
    ];

    internal static void Add(Record record, string folder)
    {
        Directory.CreateDirectory(folder);
        string text = Path.Combine(folder, "list.csv");
        File.WriteAllBytes(text, ShiftJis);
        AddTable(record, text);

        var sheet = new CaseSheet(isRaw: false);
        foreach (int serial in Enumerable.Range(1, 3))
        {
            sheet.Add(new CaseRow(
            [
                new("整理番号", "0000" + serial), new("備考", "=1+1\r\n髙"), new("出願日", new DateTime(2020, 2, 29).AddDays(serial)), new("金額", serial / 7.0), new("済", true),
                new("Number", "特願2020-00000" + serial), new("Law", "Patent"), new("State", "Registered"), new("DueDate", "2027-01-19"), new("RetrievedAt", "2026-11-26 03:00:00 +09:00"),
                new("IsSandbox", true), new("ProblemId", null),
            ]));
        }

        foreach (string ending in new[] { ".xlsx", ".csv" })
        {
            string path = Path.Combine(folder, "out" + ending);
            foreach (bool replaces in new[] { false, true })
            {
                new SheetOutput(path, replaces).Write(sheet.Build(), isRaw: false, CancellationToken.None);
            }

            AddTable(record, path);
        }

        SheetTable table = SheetFile.Read(Path.Combine(folder, "out.xlsx"), null, null, CaseRowReader.IsNumberHeading, CancellationToken.None);
        CaseEntry[] entries = [.. CaseRowReader.Rows(table).Select(CaseEntry.Of).OfType<CaseEntry>()];
        string snapshot = Path.Combine(folder, "snapshot.json");
        CaseSnapshot.Write(snapshot, entries);
        CaseSnapshot.Write(snapshot, entries);
        record.Add("snapshot", File.ReadAllText(snapshot).Replace("\r", string.Empty));
        record.Add("changes", CaseComparer.Compare(CaseSnapshot.Read(snapshot)!, entries).Count());
    }

    private static void AddTable(Record record, string path)
    {
        SheetTable table = SheetFile.Read(path, null, null, CaseRowReader.IsNumberHeading, CancellationToken.None);
        record.Add(table.FileName + " encoding", table.EncodingName);
        foreach (SheetRow row in table.Rows)
        {
            for (int i = 0; i < table.Headings.Count; i++)
            {
                record.Add(table.FileName + " " + table.PlaceOf(row, i) + " " + table.Headings[i], row.Values[i]?.GetType().Name + " " + CellText.Of(row.Values[i]));
            }
        }

        var reader = new CaseRowReader(law: null);
        foreach (CaseRow row in CaseRowReader.Rows(table))
        {
            CaseRequest? request = reader.Read(row);
            record.Add(table.FileName + " number", request?.Number?.Display ?? request?.Error?.Message);
            record.Add(table.FileName + " own", string.Join("|", request!.Own.Select(static cell => cell.Key)));
        }
    }
}
