using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>What stands beside a number in a row, and in which column the number stands.</summary>
public sealed class NumberRowTests
{
    private static readonly NumberColumn[] Applications = [NumberColumn.Application, NumberColumn.AnyNumber];

    [Theory]
    [InlineData("出願番号", NumberColumn.Application)]
    [InlineData(" 出願番号 ", NumberColumn.Application)]
    [InlineData("出願\r\n番号", NumberColumn.Application)]
    [InlineData("出願Ｎｏ．", NumberColumn.Application)]
    [InlineData("出願№", NumberColumn.Application)]
    [InlineData("出願番号（特許）", NumberColumn.Application)]
    [InlineData("ApplicationNumber", NumberColumn.Application)]
    [InlineData("Application No.", NumberColumn.Application)]
    [InlineData("APP_NO", NumberColumn.Application)]
    [InlineData("公開番号", NumberColumn.Publication)]
    [InlineData("Publication Number", NumberColumn.Publication)]
    [InlineData("登録番号", NumberColumn.Registration)]
    [InlineData("特許番号", NumberColumn.Registration)]
    [InlineData("国際出願番号", NumberColumn.InternationalApplication)]
    [InlineData("国際公開番号", NumberColumn.InternationalPublication)]
    [InlineData("法域", NumberColumn.Law)]
    [InlineData("四法", NumberColumn.Law)]
    [InlineData("Law", NumberColumn.Law)]
    [InlineData("種別", NumberColumn.PerhapsLaw)]
    [InlineData("Country", NumberColumn.Country)]
    [InlineData("整理番号", NumberColumn.None)]
    [InlineData("出願日", NumberColumn.None)]
    [InlineData("", NumberColumn.None)]
    [InlineData(null, NumberColumn.None)]
    public void Headings_are_known_in_the_ways_in_which_people_write_them(string? heading, object column) => Assert.Equal(column, NumberColumns.Of(heading));

    [Theory]
    [InlineData("特許", ToldLaw.Patent)]
    [InlineData("Patent", ToldLaw.Patent)]
    [InlineData("1", ToldLaw.Patent)]
    [InlineData("PATENT ", ToldLaw.Patent)]
    [InlineData("意匠", ToldLaw.Design)]
    [InlineData("design", ToldLaw.Design)]
    [InlineData("３", ToldLaw.Design)]
    [InlineData("商標", ToldLaw.Trademark)]
    [InlineData("Trade Mark", ToldLaw.Trademark)]
    [InlineData("4", ToldLaw.Trademark)]
    [InlineData("実用新案", ToldLaw.UtilityModel)]
    [InlineData("utility model", ToldLaw.UtilityModel)]
    [InlineData("2", ToldLaw.UtilityModel)]
    [InlineData("著作権", ToldLaw.Unknown)]
    [InlineData("", ToldLaw.NotTold)]
    [InlineData("　", ToldLaw.NotTold)]
    [InlineData(null, ToldLaw.NotTold)]
    public void Words_for_laws_are_known(string? word, object law) => Assert.Equal(law, LawWords.Read(word));

    [Fact]
    public void An_empty_column_does_not_hide_a_filled_one()
    {
        Assert.Equal("2020-123456", One(Row(("AppNo", " "), ("出願番号", "2020-123456")), Applications).Text);
        Assert.Equal("意匠", One(Row(("Law", null), ("法域", "意匠"), ("出願番号", "2020-123456")), Applications).Told.Law);
    }

    [Fact]
    public void A_number_of_another_kind_is_taken_where_the_wanted_columns_are_empty_and_says_what_it_is()
    {
        JpoNumberInput found = One(Row(("出願番号", string.Empty), ("登録番号", "7533889")), Applications);

        Assert.Equal(("7533889", JpoNumberKind.Registration), (found.Text, found.Told.Kind));
        Assert.False(NumberReader.TryRead(found.Text, found.Told, JpoNumberKind.Application, JpoLaw.Patent, out _, out JpoException? error));
        Assert.Contains("a registration number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_such_a_column_says_so_and_an_empty_one_gives_an_empty_number()
    {
        Assert.Null(new JpoNumberInput(Row(("登録番号", "7533889"), ("名称", "x"))).In(Applications));
        Assert.Null(One(Row(("出願番号", string.Empty), ("名称", "x")), Applications).Text);
        Assert.True(Row(("出願番号", string.Empty), ("名称", "　")).IsBlank);
        Assert.False(Row(("出願番号", string.Empty), ("名称", "x")).IsBlank);
    }

    [Fact]
    public void Only_columns_with_a_known_heading_are_read()
    {
        var read = new List<int>();
        _ = new NumberRow(["名称", "出願番号", "備考", "法域"], i =>
        {
            read.Add(i);
            return null;
        });

        Assert.Equal([1, 3], read);
    }

    [Fact]
    public void A_list_in_a_cell_gives_each_of_its_numbers()
    {
        JpoNumberInput[] found = [.. new JpoNumberInput(Row(("ApplicationNumber", new[] { "2020-1", "2020-2" }), ("Law", JpoLaw.Design))).In(Applications)!];

        Assert.Equal(["2020-1", "2020-2"], found.Select(input => input.Text));
        Assert.All(found, input => Assert.Equal("Design", input.Told.Law));
    }

    [Theory]
    [InlineData(2020123456d, "2020123456")]
    [InlineData(2020123456L, "2020123456")]
    [InlineData(2020123456, "2020123456")]
    [InlineData(2020.5d, "2020.5")]
    [InlineData("2020-123456", "2020-123456")]
    [InlineData(null, null)]
    public void Typed_cells_become_the_text_that_they_show(object? value, string? text)
    {
        Assert.Equal(text, NumberCell.Text(value));
        Assert.Equal("2020123456", NumberCell.Text(2020123456m));
        Assert.Equal("2020/12/3", NumberCell.Text(new DateTime(2020, 12, 3)));
    }

    [Theory]
    [InlineData("意匠", "2018-000194", JpoLaw.Patent, "a design case", "Get-JpoDesignProgress")]
    [InlineData("Trademark", "2018009480", JpoLaw.Patent, "a trademark case", "Get-JpoTrademarkProgress")]
    [InlineData("特許", "2018-000194", JpoLaw.Design, "a patent case", "Get-JpoPatentProgress")]
    [InlineData("1", "2018-000194", JpoLaw.Trademark, "a patent case", "Get-JpoPatentProgress")]
    [InlineData("意匠", "特願2018-000194", JpoLaw.Patent, "a design case", "Get-JpoDesign")]
    [InlineData("著作権", "2018-000194", JpoLaw.Patent, "where its law should stand", "ForEach-Object")]
    public void A_law_beside_the_number_that_does_not_fit_is_refused(string beside, string text, JpoLaw wanted, string told, string action)
    {
        Assert.False(NumberReader.TryRead(text, new NumberTold { Law = beside }, JpoNumberKind.Application, wanted, out JpoNumber? number, out JpoException? error));

        Assert.Null(number);
        JpoInvalidNumberException invalid = Assert.IsType<JpoInvalidNumberException>(error);
        Assert.Equal(text, invalid.Input);
        Assert.Contains(told, invalid.Message, StringComparison.Ordinal);
        Assert.Contains(action, invalid.RecommendedAction!, StringComparison.Ordinal);
        NumberAssert.IsFitToPrint(invalid);
    }

    [Theory]
    [InlineData("意匠", "特願2018-000194")]
    [InlineData("特許", "商標登録第6210000号")]
    public void A_text_and_a_law_that_contradict_each_other_are_refused_where_any_law_would_do(string beside, string text)
    {
        Assert.False(NumberReader.TryRead(text, new NumberTold { Law = beside }, null, null, out _, out JpoException? error));

        Assert.Contains("one of the two is wrong", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_law_beside_a_number_tells_whose_it_is()
    {
        Assert.True(NumberReader.TryRead("2018-000194", new NumberTold { Law = "意匠" }, JpoNumberKind.Application, null, out JpoNumber? number, out _));

        Assert.Equal("意願2018-000194", number.Display);
    }

    [Fact]
    public void Utility_models_are_not_covered()
    {
        Assert.False(NumberReader.TryRead("2018-000194", new NumberTold { Law = "実用新案" }, JpoNumberKind.Application, JpoLaw.Patent, out _, out JpoException? error));

        Assert.Equal("2018-000194", Assert.IsType<JpoNotCoveredException>(error).Input);
    }

    [Theory]
    [InlineData("JP", true)]
    [InlineData("日本", true)]
    [InlineData("Japan", true)]
    [InlineData("", true)]
    [InlineData("US", false)]
    [InlineData("米国", false)]
    [InlineData("WO", false)]
    [InlineData("ドイツ", false)]
    public void A_country_beside_the_number_that_is_not_Japan_is_refused(string country, bool isDue)
    {
        var told = new NumberTold { Country = country };

        Assert.Equal(isDue, NumberReader.TryRead("2020123456", told, JpoNumberKind.Application, JpoLaw.Patent, out _, out _));
        Assert.Equal(isDue, NumberReader.TryReadDocdb("2020123456", told, JpoNumberKind.Application, out _, out _));
    }

    [Fact]
    public void A_number_of_another_office_is_taken_with_its_own_country_only()
    {
        Assert.True(NumberReader.TryReadDocdb("US.201314768239.A", new NumberTold { Country = "米国" }, JpoNumberKind.Application, out _, out _));
        Assert.False(NumberReader.TryReadDocdb("US.201314768239.A", new NumberTold { Country = "CN" }, JpoNumberKind.Application, out _, out _));
        Assert.False(NumberReader.TryReadDocdb("2021090037", new NumberTold { Kind = JpoNumberKind.Publication }, JpoNumberKind.Application, out _, out _));
        Assert.True(NumberReader.TryReadDocdb("2021090037", new NumberTold { Kind = JpoNumberKind.Publication }, null, out JpoDocdbNumber? number, out _));
        Assert.Equal(JpoNumberKind.Publication, number.Kind);
    }

    private static NumberRow Row(params (string Heading, object? Value)[] cells) =>
        new([.. cells.Select(cell => cell.Heading)], i => cells[i].Value);

    private static JpoNumberInput One(NumberRow row, NumberColumn[] wanted) => Assert.Single(new JpoNumberInput(row).In(wanted)!);
}
