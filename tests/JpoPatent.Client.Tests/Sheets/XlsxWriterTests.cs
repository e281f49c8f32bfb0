using System;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using System.Xml.Linq;
using JpoPatent.Sheets;
using Xunit;

namespace JpoPatent.Tests.Sheets;

/// <summary>Workbooks that the module writes: the same values when they are read again, by itself and by another program.</summary>
public sealed class XlsxWriterTests
{
    private static readonly object?[] Values =
    [
        "特願2020-123456", "00002", "06121474433", "=LOVE", "a\r\nb", new DateTime(2024, 2, 29), new DateTime(2024, 2, 29, 13, 5, 7), 12L, 0.25, true, null,
        "𠮷野\u0001_x0041_<&>\"'", new SheetLink("意願2020-015234", new Uri("https://example.com/?a=1&b=2")), new string('長', 40_000), new DateTime(1867, 11, 9), 1234567890123456789L,
        new DateTimeOffset(2024, 2, 29, 15, 0, 0, TimeSpan.Zero),
    ];

    [Fact]
    public void What_is_written_is_read_back()
    {
        SheetTable table = WorkbookForge.Read(Write(Values), "out.xlsx");

        Assert.Equal("台帳_1", table.SheetName);
        Assert.Equal(Headings(Values.Length), table.Headings);
        object?[] read = [.. Assert.Single(table.Rows).Values];
        Assert.Equal(
            ["特願2020-123456", "00002", "06121474433", "=LOVE", "a\nb", new DateTime(2024, 2, 29), new DateTime(2024, 2, 29, 13, 5, 7), 12L, 0.25, true, null, "𠮷野\u0001_x0041_<&>\"'", "意願2020-015234"],
            read.Take(13));
        Assert.Equal(SheetLimits.MaxCellLength, ((string)read[13]!).Length);
        Assert.Equal(["1867-11-09", "1234567890123456789", new DateTime(2024, 3, 1)], read.Skip(14));
    }

    [Fact]
    public void The_sheet_is_ready_for_work()
    {
        using var zip = new ZipArchive(new MemoryStream(Write(Values)));
        string sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open()).ReadToEnd();

        Assert.Contains("state=\"frozen\"", sheet, StringComparison.Ordinal);
        Assert.Contains("<autoFilter ref=\"A1:Q2\"", sheet, StringComparison.Ordinal);
        Assert.Contains("<hyperlink ref=\"M2\"", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", sheet, StringComparison.Ordinal);
        Assert.Contains("https://example.com/?a=1&amp;b=2", new StreamReader(zip.GetEntry("xl/worksheets/_rels/sheet1.xml.rels")!.Open()).ReadToEnd(), StringComparison.Ordinal);
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        double[] widths = [.. XDocument.Parse(sheet).Descendants(main + "col").Select(column => (double)column.Attribute("width")!)];
        Assert.Equal(Values.Length, widths.Length);
        Assert.All(widths, width => Assert.InRange(width, 8, 62));
    }

    [Fact]
    public void The_same_rows_give_the_same_file() => Assert.Equal(Write(Values), Write(Values));

    [Fact]
    public void No_rows_and_no_columns_are_files_too()
    {
        Assert.Empty(WorkbookForge.Read(Write(), "out.xlsx").Rows);
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, new SheetContent(string.Empty, ["a"], []), CancellationToken.None);
        Assert.Equal(["a"], WorkbookForge.Read(stream.ToArray(), "out.xlsx").Headings);
    }

    [Fact]
    public void More_than_excel_takes_is_refused() =>
        Assert.Throws<JpoSheetException>(() => XlsxWriter.Write(new MemoryStream(), new SheetContent("x", Headings(SheetLimits.MaxColumns + 1), []), CancellationToken.None));

    [LibreOfficeFact]
    public void Another_program_sees_the_same_days_and_texts()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "out.xlsx"), Write([.. Values.Take(11)]));
        using Process office = Process.Start(new ProcessStartInfo("soffice")
        {
            // 76: UTF-8; the trailing options: quote text, values as they are shown.
            ArgumentList = { "-env:UserInstallation=file://" + folder.Path + "/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false", "--outdir", folder.Path, Path.Combine(folder.Path, "out.xlsx") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        if (!office.WaitForExit(180_000))
        {
            office.Kill(entireProcessTree: true);
        }

        string shown = File.ReadAllText(Path.Combine(folder.Path, "out.csv")).Replace("\r", string.Empty, StringComparison.Ordinal);
        Assert.Contains("\"特願2020-123456\",\"00002\",\"06121474433\",\"=LOVE\",\"a\nb\",2024-02-29,2024-02-29 13:05:07,12,0.25,TRUE", shown, StringComparison.Ordinal);
    }

    private static byte[] Write(params object?[] values)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, new SheetContent("台帳/1", Headings(values.Length), values.Length == 0 ? [] : [values]), CancellationToken.None);
        return stream.ToArray();
    }

    private static string[] Headings(int count) => [.. Enumerable.Range(0, count).Select(static i => i == 0 ? "出願番号" : "見出し" + i)];
}
