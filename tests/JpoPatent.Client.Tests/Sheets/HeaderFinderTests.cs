using System;
using System.IO;
using System.Linq;
using System.Threading;
using JpoPatent.Cases;
using JpoPatent.Sheets;
using Xunit;

namespace JpoPatent.Tests.Sheets;

/// <summary>Headings in two rows, as Japanese lists have them, and rows of a list that must never be taken for headings.</summary>
public sealed class HeaderFinderTests
{
    [Theory]

    // The number in a group of its own, which both rows name together.
    [InlineData("整理番号,出願,,登録,|,番号,日,番号,日|P-1,特願2020-123456,2020/7/1,7533889,2024/1/5", "整理番号|出願番号|出願・日|登録番号|登録・日")]
    [InlineData("台帳|整理番号,法域,出願,,備考|,,番号,日,|P-1,特許,2020-123456,2020/7/1,甲", "整理番号|法域|出願番号|日|備考")]

    // The lower row alone names it; what is beside the groups has its heading above.
    [InlineData("整理番号,出願情報,,担当|,出願番号,出願日,|P-1,特願2020-123456,2020/7/1,甲", "整理番号|出願番号|出願日|担当")]
    [InlineData("出願,,権利者|出願番号,出願日,氏名|特願2020-123456,2020/7/1,甲", "出願番号|出願日|氏名")]

    // The upper row names it, and two rows together another number.
    [InlineData("出願番号,登録,|,番号,日|特願2020-123456,7533889,2024/1/5", "出願番号|登録番号|日")]
    public void Headings_of_two_rows_are_one(string list, string headings)
    {
        SheetTable table = Read(list);

        Assert.Equal(headings.Split('|'), table.Headings);
        SheetRow row = Assert.Single(table.Rows);
        Assert.Equal(list.Split('|').Last().Split(','), row.Values.Select(value => (string?)value));
    }

    [Theory]

    // A case that is not filed yet, below a header with columns that have no heading.
    [InlineData("整理番号,出願番号,名称,|P-1,,塔,メモ|P-2,特願2020-123456,橋,", "整理番号|出願番号|名称|ColumnD", 2)]
    [InlineData("出願番号,名称,|,塔,メモ|特願2020-123456,橋,", "出願番号|名称|ColumnC", 2)]
    [InlineData("出願番号,登録番号,|特願2020-123456,特許第7533889号,メモ", "出願番号|登録番号|ColumnC", 1)]

    // What stands above a header that is whole changes nothing.
    [InlineData("特許台帳,,作成 佐藤|整理番号,出願番号,名称|P-1,特願2020-123456,橋", "整理番号|出願番号|名称", 1)]
    [InlineData("特許台帳,,,,作成 佐藤|整理番号,出願番号,名称|P-1,特願2020-123456,橋", "整理番号|出願番号|名称", 1)]
    public void A_row_of_the_list_is_no_heading(string list, string headings, int rows)
    {
        SheetTable table = Read(list);

        Assert.Equal(headings.Split('|'), table.Headings);
        Assert.Equal(rows, table.Rows.Count);
    }

    [Fact]
    public void Joined_cells_tell_a_second_row_of_headings_that_names_no_number()
    {
        const string Rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>整理番号</v></c><c r=\"B1\" t=\"str\"><v>出願番号</v></c><c r=\"C1\" t=\"str\"><v>期限</v></c></row>"
            + "<row r=\"2\"><c r=\"C2\" t=\"str\"><v>応答</v></c><c r=\"D2\" t=\"str\"><v>年金</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>P-1</v></c><c r=\"B3\" t=\"str\"><v>特願2020-123456</v></c><c r=\"D3\" t=\"str\"><v>2027/1/1</v></c></row>";
        SheetTable joined = new WorkbookForge { Merged = ["A1:A2", "B1:B2", "C1:D1"] }.Sheet("台帳", Rows).Read();
        SheetTable apart = new WorkbookForge { Merged = ["C1:D1"] }.Sheet("台帳", Rows).Read();

        Assert.Equal(["整理番号", "出願番号", "応答", "年金"], joined.Headings);
        Assert.Equal(["P-1", "特願2020-123456", null, "2027/1/1"], Assert.Single(joined.Rows).Values);
        Assert.Equal("台帳!D3", joined.PlaceOf(joined.Rows[0], 3));
        Assert.Equal(2, apart.Rows.Count);
    }

    private static SheetTable Read(string list)
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "list.csv");
        File.WriteAllText(path, list.Replace("|", "\r\n", StringComparison.Ordinal));
        return SheetFile.Read(path, null, null, CaseRowReader.IsNumberHeading, CancellationToken.None);
    }
}
