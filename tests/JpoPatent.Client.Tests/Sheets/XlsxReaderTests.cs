using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using JpoPatent.Sheets;
using Xunit;

namespace JpoPatent.Tests.Sheets;

/// <summary>What Japanese workbooks hold, and what hostile ones do.</summary>
public sealed class XlsxReaderTests
{
    // 2018-04-12 14:30:00 and the day alone.
    private const string Moment = "43202.604166666664";
    private const string Day = "43202";

    public static TheoryData<string> DayFormats => new(
        "yyyy/m/d", "yyyy\\-mm\\-dd", "yyyy\"年\"m\"月\"d\"日\"", "yyyy/m/d;@", "[$-411]ge.m.d;@", "[$-411]ggge\"年\"m\"月\"d\"日\";@", "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@",
        "[DBNum1][$-411]ggge\"年\"m\"月\"d\"日\";@", "mmm-yy", "m/d", "m\"月\"d\"日\"", "[Red]yyyy/mm/dd", "d-mmm", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy/m/d(aaa)", "e/m/d");

    public static TheoryData<string> NumberFormats => new(
        "General", "G/標準", "#,##0", "#,##0\"円\"", "0.00E+00", "[Red]-0", "\"day\"0", "0\\d", "_-* #,##0_-", "\"y\"#,##0;\"m\"0", "[>=100]0;0", "General\"件\"", "G/標準\"年\"", "0", "0%");

    [Theory]
    [MemberData(nameof(DayFormats))]
    public void A_day_is_a_day_in_every_format(string code)
    {
        var forge = new WorkbookForge();
        Assert.Equal(new DateTime(2018, 4, 12), Value(forge, $"s=\"{forge.Style(code)}\"", Day));
    }

    [Fact]
    public void Every_built_in_format_is_what_excel_in_japan_makes_of_it()
    {
        for (int id = 0; id < 82; id++)
        {
            var forge = new WorkbookForge();
            object? value = Value(forge, $"s=\"{forge.Style(id)}\"", Moment);
            bool isTime = id is >= 18 and <= 21 or 32 or 33 or 45 or 46 or 47 or 75 or 76 or 78 or 79 or 80;
            bool isDay = !isTime && id is >= 14 and <= 22 or 27 or 28 or 29 or 30 or 31 or 34 or 35 or 36 or (>= 50 and <= 58) or (>= 71 and <= 74) or 77 or 81;
            if (isTime)
            {
                Assert.Equal((id, id is 46 or 79 ? "1036862:30" : "14:30"), (id, value));
            }
            else if (isDay)
            {
                Assert.Equal((id, new DateTime(2018, 4, 12, 14, 30, 0)), (id, value));
            }
            else
            {
                Assert.Equal(Moment, id == 49 ? value : ((double)value!).ToString("R", System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    [Theory]
    [MemberData(nameof(NumberFormats))]
    public void A_number_stays_a_number(string code)
    {
        var forge = new WorkbookForge();
        Assert.Equal(2020123456L, Value(forge, $"s=\"{forge.Style(code)}\"", "2020123456"));
    }

    [Theory]
    [InlineData("0000000", "123", "0000123")]
    [InlineData("00000", "2", "00002")]
    [InlineData("0000\\-000000", "2020123456", "2020-123456")]
    [InlineData("0000-000000", "2020008423", "2020-008423")]
    [InlineData("\"特願\"0000\"-\"000000", "2020123456", "特願2020-123456")]
    [InlineData("\"0\"000", "7", "0007")]
    [InlineData("00", "12345", "12345")]
    [InlineData("\"第\"0000000\"号\"", "7533889", "第7533889号")]
    public void Zeros_in_front_stay(string code, string written, string shown)
    {
        var forge = new WorkbookForge();
        Assert.Equal(shown, Value(forge, $"s=\"{forge.Style(code)}\"", written));
    }

    [Theory]
    [InlineData("t=\"b\"", "1", true)]
    [InlineData("t=\"b\"", "0", false)]
    [InlineData("t=\"e\"", "#N/A", "#N/A")]
    [InlineData("t=\"str\"", "特願_x000A_2020-1", "特願\n2020-1")]
    [InlineData("", "2.02E9", 2020000000L)]
    [InlineData("", "0.5", 0.5)]
    [InlineData("t=\"n\"", "-7", -7L)]
    public void Other_types_of_cells_are_read(string attributes, string written, object value) => Assert.Equal(value, Value(new WorkbookForge(), attributes, written));

    [Fact]
    public void Days_count_from_1904_where_the_workbook_says_so()
    {
        var forge = new WorkbookForge { IsFrom1904 = true };
        Assert.Equal(new DateTime(2022, 4, 13), Value(forge, $"s=\"{forge.Style(14)}\"", Day));
    }

    [Theory]
    [InlineData("1", 1900, 1, 1)]
    [InlineData("59", 1900, 2, 28)]
    [InlineData("61", 1900, 3, 1)]
    [InlineData("2958465", 9999, 12, 31)]
    public void Days_at_the_ends_of_the_calendar_are_right(string written, int year, int month, int day)
    {
        var forge = new WorkbookForge();
        Assert.Equal(new DateTime(year, month, day), Value(forge, $"s=\"{forge.Style(14)}\"", written));
    }

    [Fact]
    public void A_number_that_is_no_day_stays_a_number()
    {
        var forge = new WorkbookForge();
        Assert.Equal(2020123456L, Value(forge, $"s=\"{forge.Style(14)}\"", "2020123456"));
        forge = new WorkbookForge();
        Assert.Equal(-1L, Value(forge, $"s=\"{forge.Style(14)}\"", "-1"));
    }

    [Fact]
    public void Readings_are_left_out_and_runs_are_joined()
    {
        var forge = new WorkbookForge
        {
            Strings = "<si><t>出願番号</t><rPh sb=\"0\" eb=\"2\"><t>シュツガン</t></rPh><phoneticPr fontId=\"1\"/></si>"
                + "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">特願 </t></r><r><t>2020-123456</t></r><rPh sb=\"0\" eb=\"1\"><t>トク</t></rPh></si><si/><si><t/></si>",
        };
        SheetTable table = forge.Sheet("台帳", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>3</v></c></row>").Read();

        Assert.Equal(["出願番号"], table.Headings);
        Assert.Equal("特願 2020-123456", Assert.Single(table.Rows).Values[0]);
    }

    [Fact]
    public void Cells_stand_where_their_address_says_and_blank_rows_are_skipped()
    {
        SheetTable table = new WorkbookForge().Sheet(
            "台帳",
            "<row r=\"3\"><c r=\"D3\" t=\"inlineStr\"><is><t>出願番号</t></is></c><c t=\"inlineStr\"><is><t>備考</t></is></c></row>"
            + "<row r=\"9\"><c r=\"D9\"/><c r=\"E9\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> 　</t></is></c></row>"
            + "<row r=\"53\"><c r=\"E53\"><v>1</v></c><c r=\"D53\"><v>2020123456</v></c></row>").Read();

        SheetRow row = Assert.Single(table.Rows);
        Assert.Equal([2020123456L, 1L], row.Values);
        Assert.Equal("台帳!D53", table.PlaceOf(row, 0));
        Assert.Equal("台帳!E53", table.PlaceOf(row, 1));
    }

    [Fact]
    public void The_header_may_stand_below_a_title_and_its_line_breaks_do_not_count()
    {
        SheetTable table = new WorkbookForge().Sheet(
            "Sheet1",
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>知財管理台帳</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>作成</t></is></c><c r=\"B2\"><v>1</v></c></row>"
            + "<row r=\"10\"><c r=\"A10\" t=\"inlineStr\"><is><t>整理番号</t></is></c><c r=\"B10\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> 出願&#10;番号 </t></is></c>"
            + "<c r=\"C10\" t=\"inlineStr\"><is><t>Grant&#10;Date</t></is></c><c r=\"E10\" t=\"inlineStr\"><is><t>整理番号</t></is></c></row>"
            + "<row r=\"11\"><c r=\"A11\" t=\"inlineStr\"><is><t>P-1</t></is></c><c r=\"B11\" t=\"inlineStr\"><is><t>特願2020-123456</t></is></c><c r=\"D11\"><v>5</v></c></row>").Read();

        Assert.Equal(["整理番号", "出願番号", "Grant Date", "ColumnD", "整理番号_2"], table.Headings);
        Assert.Equal(["P-1", "特願2020-123456", null, 5L, null], Assert.Single(table.Rows).Values);
    }

    [Fact]
    public void The_first_worksheet_in_sight_is_read_or_the_one_named()
    {
        WorkbookForge forge = new WorkbookForge().Sheet("設定", Header("A"), "hidden").Sheet("特許", Header("B")).Sheet("商標", Header("C"));

        Assert.Equal("特許", forge.Read().SheetName);
        Assert.Equal("商標", forge.Read("商標 ").SheetName);
        Assert.Equal("設定", forge.Read("設定").SheetName);
        string words = Assert.Throws<JpoSheetException>(() => forge.Read("意匠")).Message;
        Assert.Contains("設定, 特許, 商標", words, StringComparison.Ordinal);
        Assert.Contains("list.xlsx", words, StringComparison.Ordinal);

        static string Header(string more) => $"<row><c t=\"inlineStr\"><is><t>出願番号</t></is></c><c t=\"inlineStr\"><is><t>{more}</t></is></c></row>";
    }

    [Theory]
    [InlineData("<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1048577\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"-1\"><c><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c t=\"s\"><v>4</v></c></row>")]
    [InlineData("<row r=\"1\"><c><v>1</v></row>")]
    public void A_workbook_that_cannot_be_is_an_error_and_no_crash(string rows) =>
        Assert.Contains("list.xlsx", Assert.Throws<JpoSheetException>(() => new WorkbookForge().Sheet("A", rows).Read()).Message, StringComparison.Ordinal);

    [Fact]
    public void Entities_are_refused()
    {
        var forge = new WorkbookForge { Declaration = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" };
        Assert.Throws<JpoSheetException>(() => forge.Sheet("A", "<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>").Read());
    }

    [Fact]
    public void A_part_that_unpacks_to_more_than_it_may_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream stream = zip.CreateEntry("xl/workbook.xml", System.IO.Compression.CompressionLevel.Fastest).Open();
            byte[] blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            stream.Write(Encoding.ASCII.GetBytes("<workbook>"));
            for (long written = 0; written <= SheetLimits.MaxBytes; written += blanks.Length)
            {
                stream.Write(blanks);
            }
        }

        Assert.Contains("256", Assert.Throws<JpoSheetException>(() => WorkbookForge.Read(bytes.ToArray(), "list.xlsx")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_another_kind_are_told_apart()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0];
        Assert.Contains(".xls", Assert.Throws<JpoSheetException>(() => WorkbookForge.Read(old, "list.xlsx")).Message, StringComparison.Ordinal);
        Assert.Throws<JpoSheetException>(() => WorkbookForge.Read([(byte)'P', (byte)'K', 3, 4, 0, 0, 0, 0], "list.xlsx"));
        Assert.Throws<JpoSheetException>(() => WorkbookForge.Read("出願番号,a"u8.ToArray(), "list.csv", worksheet: "A"));
    }

    private static object? Value(WorkbookForge forge, string attributes, string written)
    {
        forge.Sheet("A", $"<row><c t=\"inlineStr\"><is><t>出願番号</t></is></c><c t=\"inlineStr\"><is><t>x</t></is></c></row><row><c {attributes}><v>{written}</v></c><c><v>1</v></c></row>");
        return Assert.Single(forge.Read().Rows).Values[0];
    }
}
