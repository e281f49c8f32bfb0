using System;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.Cases;
using Xunit;

namespace JpoPatent.Tests.Cases;

/// <summary>Rows of users' lists: which case each is, and whose columns are whose.</summary>
public sealed class CaseRowTests
{
    public static TheoryData<string, object?, string, object?, string> Found => new()
    {
        { "出願番号", "特願2020-123456", "備考", null, "特願2020-123456" },
        { " 出願\n番号 ", "2020-123456", "法域", "意匠", "意願2020-123456" },
        { "出願No.", 2020123456.0, "四法", "商標", "商願2020-123456" },
        { "Application No.", 2020123456L, "Law", "Patent", "特願2020-123456" },
        { "AppNo", "2020/123456", "law", JpoLaw.Design, "意願2020-123456" },
        { "登録番号", "7533889", "法域", "特許", "特許第7533889号" },
        { "公開番号", "2021-090037", "法域", "特許", "特開2021-090037" },
        { "国際出願番号", "PCT/JP2019/011858", "x", null, "PCT/JP2019/011858" },
        { "出願番号", "'=\"\"", "登録番号", "特許第7533889号", "" },
        { "出願番号", " 　", "登録番号", "特許第7533889号", "特許第7533889号" },
        { "登録番号", "特許第7533889号", "出願番号", "特願2020-123456", "特願2020-123456" },
        { "出願番号", "特許第7533889号", "x", null, "特許第7533889号" },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void The_case_is_found_by_the_names_that_people_use(string name, object? value, string other, object? otherValue, string display)
    {
        CaseRequest request = Read(null, (name, value), (other, otherValue));

        Assert.Equal(display, request.Number?.Display ?? string.Empty);
        Assert.Equal(display.Length == 0, request.Error != null);
        Assert.Equal(2, request.Own.Count);
    }

    [Fact]
    public void A_number_that_does_not_say_its_law_is_an_error_unless_the_law_is_given()
    {
        Assert.IsType<JpoInvalidNumberException>(Read(null, ("出願番号", "2020-123456")).Error);
        Assert.Equal("意願2020-123456", Read(JpoLaw.Design, ("出願番号", "2020-123456")).Number!.Display);

        // What the row says comes before what is said for all rows.
        Assert.Equal("商願2020-123456", Read(JpoLaw.Design, ("出願番号", "2020-123456"), ("法域", "商標")).Number!.Display);
        Assert.Equal("特願2020-123456", Read(JpoLaw.Design, ("出願番号", "特願2020-123456")).Number!.Display);
    }

    [Theory]
    [InlineData("法域", "意匠", "特願2020-123456")]
    [InlineData("法域", "実用新案", "2020-123456")]
    [InlineData("国", "US", "2020-123456")]
    [InlineData("x", null, "US.201314768239.A")]
    [InlineData("x", null, "#N/A")]
    [InlineData("x", null, "2.02E+09")]
    public void What_does_not_go_together_is_an_error(string name, object? value, string number) => Assert.NotNull(Read(null, ("出願番号", number), (name, value)).Error);

    [Fact]
    public void A_docket_that_looks_like_an_application_is_not_taken_for_one()
    {
        Assert.IsType<JpoInvalidNumberException>(Read(JpoLaw.Patent, ("案件番号", "2020-000012"), ("出願番号", null)).Error);
        Assert.Equal("特願2020-000012", Read(null, ("案件番号", "特願2020-000012")).Number!.Display);
    }

    [Fact]
    public void A_day_in_place_of_a_number_is_an_error() => Assert.NotNull(Read(JpoLaw.Patent, ("出願番号", new DateTime(2020, 12, 3))).Error);

    [Fact]
    public void Blank_rows_are_skipped_and_rows_with_a_remark_alone_are_not()
    {
        Assert.Null(new CaseRowReader(null).Read(new CaseRow(Cells(("出願番号", null), ("備考", " ")))));
        Assert.NotNull(Read(null, ("出願番号", null), ("備考", "欠番")).Error);
    }

    [Fact]
    public void A_list_without_a_column_for_numbers_says_so()
    {
        CaseRequest request = Read(JpoLaw.Patent, ("蜃ｺ鬘倡分蜿ｷ", "2020-123456"), ("備考", "x"));
        Assert.True(request.LacksColumn);
        Assert.Null(request.Error);
    }

    [Fact]
    public void What_goes_in_again_is_replaced_and_not_doubled()
    {
        CaseRequest first = Read(null, ("整理番号", "P-1"), ("State", "mine"), ("出願番号", "特願2020-123456"));
        (CaseLayout layout, CaseValues values) = Out(first);
        KeyValuePair<string, object?>[] once = [.. layout.Compose(first, values)];
        Assert.Equal(["整理番号", "State", "出願番号", "Number", "Law", "Title", "JpoState", "StateSince"], once.Take(8).Select(cell => cell.Key));

        CaseRequest second = new CaseRowReader(null).Read(new CaseRow(once))!;
        Assert.Equal(["整理番号", "State", "出願番号"], second.Own.Select(cell => cell.Key));
        Assert.Equal(["P-1", "mine", "特願2020-123456"], second.Own.Select(cell => cell.Value));
        Assert.Equal("Registered", second.Known[CaseField.State]);
        (layout, values) = Out(second);
        Assert.Equal(once, layout.Compose(second, values));
    }

    [Fact]
    public void Rows_of_unequal_columns_give_the_union_in_order_of_first_sight()
    {
        var layout = new CaseLayout();
        CaseRequest one = Read(null, ("A", 1), ("出願番号", "特願2020-1"));
        CaseRequest two = Read(null, ("B", 2), ("出願番号", "特願2020-2"), ("a", 3));
        layout.Add(one);
        layout.Add(two);

        Assert.Equal(["A", "出願番号", "B", "Number"], layout.Compose(one, new CaseValues()).Take(4).Select(cell => cell.Key));
        Assert.Equal([3, "特願2020-2", 2, null], layout.Compose(two, new CaseValues()).Take(4).Select(cell => cell.Value));
    }

    [Fact]
    public void Japanese_headings_are_read_as_what_they_say()
    {
        CaseRequest request = Read(null, ("出願番号", "特願2020-123456"), ("JPO出願番号", "特願2020-123456"), ("法域", "特許"), ("状態", "登録（存続中）"), ("エラーID", null), ("サンドボックス", "はい"));

        Assert.Equal(["出願番号"], request.Own.Select(cell => cell.Key));
        Assert.Equal("Registered", request.Known[CaseField.State]);
        Assert.Equal("Patent", request.Known[CaseField.Law]);
        Assert.Equal(true, request.Known[CaseField.IsSandbox]);
    }

    public static TheoryData<object?, object?> Days => new()
    {
        { "2024-02-29", "2024-02-29" },
        { new DateTime(2024, 2, 29), "2024-02-29" },
        { "2024-02-29T00:00:00", "2024-02-29" },
        { "2/29/2024 12:00:00 AM", "2024-02-29" },
        { "2024/02/29 0:00:00", "2024-02-29" },
        { "02/29/2024 00:00:00", "2024-02-29" },
        { "未定", "未定" },
        { " ", null },
        { null, null },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void Days_have_one_form_whatever_a_file_made_of_them(object? written, object? day)
    {
        var values = new CaseValues();
        values[CaseField.DueDate] = written;
        Assert.Equal(day, values[CaseField.DueDate]);
    }

    [Fact]
    public void A_day_that_json_made_universal_time_of_is_the_day_it_was()
    {
        DateTime local = new(2024, 2, 29, 0, 0, 0, DateTimeKind.Local);
        var values = new CaseValues();
        values[CaseField.DueDate] = local.ToUniversalTime();
        values[CaseField.ExpireDate] = "/Date(" + new DateTimeOffset(local).ToUnixTimeMilliseconds() + ")/";
        Assert.Equal("2024-02-29", values[CaseField.DueDate]);
        Assert.Equal("2024-02-29", values[CaseField.ExpireDate]);
    }

    internal static KeyValuePair<string, object?>[] Cells(params (string Name, object? Value)[] cells) =>
        [.. cells.Select(cell => new KeyValuePair<string, object?>(cell.Name, cell.Value))];

    private static CaseRequest Read(JpoLaw? law, params (string Name, object? Value)[] cells) => new CaseRowReader(law).Read(new CaseRow(Cells(cells)))!;

    private static (CaseLayout Layout, CaseValues Values) Out(CaseRequest request)
    {
        var layout = new CaseLayout();
        layout.Add(request);
        CaseValues values = CaseFacts.Identity(request);
        values[CaseField.State] = "Registered";
        values[CaseField.RetrievedAt] = new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.FromHours(9));
        values[CaseField.IsSandbox] = true;
        return (layout, values);
    }
}
