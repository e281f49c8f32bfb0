using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using JpoPatent.Sheets;
using Xunit;

namespace JpoPatent.Tests.Sheets;

/// <summary>Text files as Excel in Japan writes and opens them.</summary>
public sealed class CsvTests
{
    private const string List = "整理番号,出願番号,名称\r\nP-1,特願2020-123456,\"髙い\"\"塔\"\"、\r\n①と㈱\"\r\n,,\r\n\r\nP-2,2020-000001,\r\n";

    public static TheoryData<string, byte[]> Files => new()
    {
        { "utf-8", new UTF8Encoding(false).GetBytes(List) },
        { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(List)] },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(List)] },
        { "utf-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(List)] },
        { "utf-16", Encoding.Unicode.GetBytes(List.Replace(',', '\t')) },
        { "shift_jis", CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(List) },
        { "shift_jis", CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(List.Replace(',', '\t').Replace("\r\n", "\n")) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_encoding_is_found_by_looking(string encoding, byte[] bytes)
    {
        SheetTable table = WorkbookForge.Read(bytes);

        Assert.Equal(encoding, table.EncodingName);
        Assert.Equal(["整理番号", "出願番号", "名称"], table.Headings);
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal("髙い\"塔\"、\n①と㈱", ((string)table.Rows[0].Values[2]!).Replace("\r\n", "\n"));
        Assert.Equal(["P-2", "2020-000001", null], table.Rows[1].Values);
        Assert.Contains("6", table.PlaceOf(table.Rows[1], 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sep=;\r\n出願番号;x\r\n1;a,b\r\n", "a,b")]
    [InlineData("出願番号;x\n1;b", "b")]
    [InlineData("出願番号,x\n1,甲;乙;丙;丁", "甲;乙;丙;丁")]
    [InlineData("出願番号,x\r1,b", "b")]
    [InlineData("出願番号,x\n1,5\" disc", "5\" disc")]
    [InlineData("出願番号,x\n1,\"a\"b", "ab")]
    [InlineData("台帳\n\n出願番号,x\n1,b", "b")]
    public void Separators_quotes_and_titles_are_told_apart(string text, string last) =>
        Assert.Equal(last, Assert.Single(WorkbookForge.Read(Encoding.UTF8.GetBytes(text)).Rows).Values[1]);

    [Fact]
    public void A_quote_that_is_never_closed_does_not_swallow_the_rows_below() =>
        Assert.Contains("3", Assert.Throws<JpoSheetException>(() => WorkbookForge.Read("出願番号,x\n1,2\n3,\"4\n5,6"u8.ToArray())).Message, StringComparison.Ordinal);

    [Fact]
    public void The_encoding_that_is_asked_for_is_used() =>
        Assert.Equal(["出願番号", "x"], WorkbookForge.Read(Encoding.UTF32.GetBytes("出願番号,x\n1,2"), encoding: Encoding.UTF32).Headings);

    [Theory]
    [InlineData("=LOVE", "'=LOVE")]
    [InlineData("+1", "'+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("'=LOVE", "''=LOVE")]
    [InlineData("-", "-")]
    [InlineData("'98 vintage", "'98 vintage")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void What_runs_as_a_formula_gets_an_apostrophe_and_loses_it_again(string text, string safe)
    {
        Assert.Equal(safe, FormulaGuard.Protect(text));
        Assert.Equal(text, FormulaGuard.Unprotect(safe));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        object?[] values = ["特願2020-123456", "=1+1", "a\r\n\"b\",c", new DateTime(2024, 2, 27), 00002, true, null, new SheetLink("意願2020-015234", new Uri("https://example.com/a"))];
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, new SheetContent("x", ["出願番号", "b", "c", "d", "e", "f", "g", "h"], [values, values]), isRaw: false, CancellationToken.None);
        byte[] bytes = stream.ToArray();

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        SheetTable table = WorkbookForge.Read(bytes);
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal(["特願2020-123456", "'=1+1", "a\n\"b\",c", "2024-02-27", "2", "True", null, "意願2020-015234"], table.Rows[1].Values);
    }
}
