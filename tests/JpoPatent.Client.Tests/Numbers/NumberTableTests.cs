using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using JpoPatent.Tests.Models;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Tables of spellings with what each means, or that it is refused: a wrong number is never right, a refusal needs a reason.</summary>
public sealed class NumberTableTests
{
    private const string Error = "ERR";

    [Fact]
    public void Our_own_table_is_read_as_it_is_due() => Holds(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Numbers", "spellings.tsv")), 200);

    [SharedFact]
    public void The_table_that_was_handed_out_is_read_as_it_is_due() =>
        Holds(File.ReadLines(Path.Combine(Path.GetDirectoryName(Shared.Folder)!, "cases", "number-spellings.tsv")), 240);

    /// <summary>特表 are counted from 500001 in every year: 500000 is the last that cannot be one.</summary>
    [Theory]
    [InlineData("2015-499999", "特開2015-499999")]
    [InlineData("2015-500000", "特開2015-500000")]
    [InlineData("2015-500001", "特表2015-500001")]
    public void The_series_of_a_publication_that_does_not_say_it_follows_from_the_serial_number(string text, string display) =>
        Assert.Equal(display, JpoNumber.Parse(text, JpoNumberKind.Publication).Display);

    [Theory]
    [InlineData("2020/12/3", JpoNumberKind.Application, JpoLaw.Patent, "looks like a date", "特願2020-123456")]
    [InlineData("Dec-20", JpoNumberKind.Application, JpoLaw.Design, "looks like a date", "意願2020-015234")]
    [InlineData("20-Dec", JpoNumberKind.Registration, JpoLaw.Trademark, "looks like a date", "商標登録第6210000号")]
    [InlineData("２０２０年１２月３日", JpoNumberKind.Publication, JpoLaw.Patent, "looks like a date", "特開2021-090037")]
    [InlineData("令和2年12月3日", JpoNumberKind.Application, JpoLaw.Patent, "looks like a date", "特願2020-123456")]
    [InlineData("2020/12/3 0:00", JpoNumberKind.Application, JpoLaw.Patent, "looks like a date", "特願2020-123456")]
    [InlineData("#N/A", JpoNumberKind.Registration, JpoLaw.Patent, "error value of the spreadsheet", "特許第7533889号")]
    [InlineData("#REF!", JpoNumberKind.Application, JpoLaw.Patent, "error value of the spreadsheet", "特願2020-123456")]
    [InlineData("2.02E+09", JpoNumberKind.Application, JpoLaw.Patent, "rounded", "特願2020-123456")]
    [InlineData("（未出願）", JpoNumberKind.Application, JpoLaw.Trademark, "no number yet", "商願2024-123456")]
    [InlineData("なし", JpoNumberKind.Application, JpoLaw.Patent, "no number yet", "特願2020-123456")]
    [InlineData("特許第7533889号、特許第7533890号", JpoNumberKind.Registration, JpoLaw.Patent, "more than one number", "特許第7533889号")]
    [InlineData("特願2020-123456\n特願2020-123457", JpoNumberKind.Application, JpoLaw.Patent, "line break", "特願2020-123456")]
    [InlineData("商標登録第1234567号の2", JpoNumberKind.Registration, JpoLaw.Trademark, "another case", "商願2024-123456")]
    [InlineData("意匠登録第1234567号の類似1", JpoNumberKind.Registration, JpoLaw.Design, "another case", "意願2020-015234")]
    [InlineData("商標登録第4567890-01号", null, null, "another case", "商願2024-123456")]
    [InlineData("特願2020-123456の分割", JpoNumberKind.Application, JpoLaw.Patent, "another case", "特願2020-123456")]
    [InlineData("審判2020-12345", null, null, "appeal or a trial", "特願2020-123456")]
    [InlineData("再審2020-950001", null, null, "appeal or a trial", "特願2020-123456")]
    [InlineData("補正2020-500001", null, null, "appeal or a trial", "特願2020-123456")]
    [InlineData("IR1234567", JpoNumberKind.Registration, JpoLaw.Trademark, "international registration", "商願2024-123456")]
    [InlineData("DM/012345", JpoNumberKind.Registration, JpoLaw.Design, "international registration", "意願2020-015234")]
    [InlineData("商公平4-12345", null, null, "gazette", "商願2024-123456")]
    [InlineData("平成30年（行ケ）第10001号", null, null, "court", "特願2020-123456")]
    [InlineData("書換登録申請", null, null, "another proceeding", "商願2024-123456")]
    [InlineData("特許75338890", null, null, "not a registration number", "特許第7533889号")]
    [InlineData("特開2021-0900371", null, null, "more than six digits", "特開2021-090037")]
    public void What_is_no_number_is_told_what_it_looks_like_with_an_example_of_what_is_asked_for(string text, JpoNumberKind? kind, JpoLaw? law, string told, string example)
    {
        JpoInvalidNumberException error = Assert.Throws<JpoInvalidNumberException>(() => JpoNumber.Parse(text, kind, law));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Contains(example, error.Message, StringComparison.Ordinal);
        if (told == "another case")
        {
            Assert.DoesNotContain("the number alone,", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2020/12/3", "日付のようです")]
    [InlineData("特願2020-1\n特願2020-2", "セル内で改行されています")]
    [InlineData("特許第7533889号、特許第7533890号", "2つ以上")]
    [InlineData("#N/A", "エラー値")]
    [InlineData("（未出願）", "番号がまだない")]
    [InlineData("商標登録第1234567号の2", "別の案件になります")]
    public void The_same_is_said_in_Japanese(string text, string told)
    {
        CultureInfo reader = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
        try
        {
            Assert.Contains(told, Assert.Throws<JpoInvalidNumberException>(() => JpoNumber.Parse(text, JpoNumberKind.Application, JpoLaw.Patent)).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }

    [Theory]
    [InlineData("2020-12", true)]
    [InlineData("2020/1", true)]
    [InlineData("2020-13", false)]
    [InlineData("2020-012", false)]
    [InlineData("特願2020-12", false)]
    [InlineData("JP2020-12", false)]
    [InlineData("平10-12", false)]
    public void What_could_be_a_month_is_read_with_a_word_of_doubt(string text, bool isDoubtful)
    {
        JpoNumber number = JpoNumber.Parse(text, JpoNumberKind.Application, JpoLaw.Patent);

        Assert.Equal(isDoubtful, NumberErrors.Doubt(text, number) != null);
    }

    [Theory]
    [InlineData("US-9459406-B2", "US.9459406.B2")]
    [InlineData("EP-1834636-A1", "EP.1834636.A1")]
    [InlineData("WO-2020123456-A1", "WO.2020123456.A1")]
    [InlineData("CN-101234567-A", "CN.101234567.A")]
    [InlineData("JP-7533889-B2", "JP.7533889.B2")]
    [InlineData("JP-2020123456-A", "JP.2020123456.A")]
    [InlineData("US-20150378098-A1", "US.2015378098.A1")]
    public void What_public_databases_write_becomes_DOCDB(string text, string docdb) => Assert.Equal(docdb, JpoDocdbNumber.Parse(text).Value);

    private static void Holds(IEnumerable<string> lines, int atLeast)
    {
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split('\t')).Where(row => row.Length >= 3)];

        Assert.True(rows.Length >= atLeast, $"{rows.Length} rows");
        Assert.Empty(rows.Select(row => (Row: row, Given: Read(row[0], row[2]))).Where(pair => pair.Given != pair.Row[1]).Select(pair => string.Join(" | ", pair.Row) + " gave " + pair.Given));
    }

    private static string Read(string text, string expectation)
    {
        string[] parts = expectation.Split('/');
        JpoNumberKind? kind = parts[0].Length == 0 ? null : Enum.Parse<JpoNumberKind>(parts[0]);
        JpoLaw? law = parts[1].Length == 0 ? null : Enum.Parse<JpoLaw>(parts[1]);
        if (JpoNumber.TryParse(text, kind, law, out JpoNumber? number, out JpoInvalidNumberException? error))
        {
            NumberAssert.RoundTrips(number);
            return $"{number.Kind}/{number.Law}/{number.Value}";
        }

        NumberAssert.IsFitToPrint(error!);
        return Error;
    }
}
