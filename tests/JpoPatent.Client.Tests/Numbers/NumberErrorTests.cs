using System;
using System.Linq;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>What is not a number, not certainly one, or not the one that was asked for.</summary>
public sealed class NumberErrorTests
{
    [Theory]
    [InlineData("2020-123456", "特願2020-123456", "特開2020-123456", "意願2020-123456", "商願2020-123456")]
    [InlineData("2020123456", "特願2020-123456", "特開2020-123456", "意願2020-123456", "商願2020-123456")]
    [InlineData("JP2020-123456", "特願2020-123456", "特開2020-123456", "PCT/JP2020/123456")]
    [InlineData("JP.2020123456.A", "特願2020-123456", "特開2020-123456")]
    [InlineData("JP2019011858", "特願2019-011858", "特開2019-011858", "PCT/JP2019/011858")]
    [InlineData("平10-123456", "特願平10-123456", "特開平10-123456")]
    [InlineData("7533889", "特許第7533889号", "意匠登録第7533889号", "商標登録第7533889号")]
    [InlineData("JP7533889", "特許第7533889号", "意匠登録第7533889号", "商標登録第7533889号")]
    [InlineData("登録番号7533889", "特許第7533889号", "意匠登録第7533889号", "商標登録第7533889号")]
    [InlineData("出願番号2020-123456", "特願2020-123456", "意願2020-123456", "商願2020-123456")]
    public void AmbiguousTextsNameTheChoices(string text, params string[] choices)
    {
        JpoInvalidNumberException error = Fails(text);

        Assert.All(choices, choice => Assert.Contains(choice, error.Message, StringComparison.Ordinal));
        Assert.NotNull(error.RecommendedAction);
    }

    [Theory]
    [InlineData("2020-123456", null, JpoLaw.Patent)]
    [InlineData("2020123456", null, JpoLaw.Patent)]
    [InlineData("2020-123456", JpoNumberKind.Application, null)]
    [InlineData("7533889", JpoNumberKind.Registration, null)]
    public void HalfAnExpectationIsNotEnough(string text, JpoNumberKind? kind, JpoLaw? law)
        => Assert.Contains("does not tell which", Fails(text, kind, law).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("7533889", JpoLaw.Patent, "特許第7533889号")]
    [InlineData("7533889B2", null, "特許第7533889号")]
    [InlineData("1680736", JpoLaw.Design, "意匠登録第1680736号")]
    public void PlainDigitsAreNoRegistrationUntilSomebodySaysSo(string text, JpoLaw? law, string choice)
    {
        string message = Fails(text, null, law).Message;

        Assert.Contains("does not tell what kind", message, StringComparison.Ordinal);
        Assert.Contains(choice, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("特開2021-090037", JpoNumberKind.Application, "a publication number", "Get-JpoPatentNumber -PublicationNumber '特開2021-090037'")]
    [InlineData("特許第7533889号", JpoNumberKind.Application, "a patent registration number", "Get-JpoPatentNumber -RegistrationNumber '特許第7533889号'")]
    [InlineData("特願2020-123456", JpoNumberKind.Publication, "a patent application number", "Get-JpoPatentNumber -ApplicationNumber '特願2020-123456'")]
    [InlineData("JP2021090038A", JpoNumberKind.Application, "a publication number", "Get-JpoPatentNumber -PublicationNumber '特開2021-090038'")]
    [InlineData("JP 2021-090038 A", JpoNumberKind.Application, "a publication number", "Get-JpoPatentNumber -PublicationNumber '特開2021-090038'")]
    [InlineData("JPH11231209A", JpoNumberKind.Application, "a publication number", "Get-JpoPatentNumber -PublicationNumber '特開平11-231209'")]
    [InlineData("PCT/JP2019/011858", JpoNumberKind.Application, "PCT international application", "Get-JpoPctNationalPhase -InternationalApplicationNumber")]
    [InlineData("WO2020/123456", JpoNumberKind.Application, "PCT international publication", "Get-JpoPctNationalPhase -InternationalPublicationNumber")]
    [InlineData("特願2020-123456", JpoNumberKind.InternationalApplication, "a patent application number", null)]
    public void TheWrongKind(string text, JpoNumberKind kind, string told, string? action)
    {
        JpoInvalidNumberException error = Fails(text, kind, JpoLaw.Patent);

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Contains(action ?? string.Empty, error.RecommendedAction ?? string.Empty, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("意願2020-015234", JpoLaw.Patent, "Get-JpoDesign")]
    [InlineData("意匠登録第1680736号", JpoLaw.Patent, "Get-JpoDesign")]
    [InlineData("商願2024-123456", JpoLaw.Patent, "Get-JpoTrademark")]
    [InlineData("商標登録第6210000号", JpoLaw.Design, "Get-JpoTrademark")]
    [InlineData("特願2020-123456", JpoLaw.Design, "Get-JpoPatent")]
    [InlineData("特開2021-090037", JpoLaw.Trademark, "Get-JpoPatent")]
    [InlineData("PCT/JP2019/011858", JpoLaw.Design, "Get-JpoPctNationalPhase")]
    public void TheWrongLaw(string text, JpoLaw law, string action)
        => Assert.Contains(action, Fails(text, JpoNumberKind.Application, law).RecommendedAction!, StringComparison.Ordinal);

    [Theory]
    [InlineData("実願2020-000123")]
    [InlineData("実開平5-012345")]
    [InlineData("実公平5-012345")]
    [InlineData("実登3123456")]
    [InlineData("登録実用新案第3123456号")]
    [InlineData("実用新案登録第3123456号")]
    [InlineData("JP3123456U")]
    public void UtilityModelsAreNotCovered(string text)
        => Assert.Contains("utility model", Fails(text, JpoNumberKind.Application, JpoLaw.Patent).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("20208423", "not ten digits")]
    [InlineData("特願20208423", "not ten digits")]
    [InlineData("特願12345678901", "not ten digits")]
    [InlineData("特願7533889", "not ten digits")]
    [InlineData("特願2020-1234567", "more than six digits")]
    [InlineData("特願2020-000000", "serial number 0")]
    [InlineData("2020000000", "serial number 0")]
    [InlineData("特願20-123456", "four digits")]
    [InlineData("20-123456", "four digits")]
    [InlineData("202-123456", "four digits")]
    [InlineData("特願2200-123456", "a year in which")]
    [InlineData("9999-999999", "a year in which")]
    [InlineData("特願0010-123456", "a year in which")]
    [InlineData("特願平40-123456", "Heisei")]
    [InlineData("特願平32-123456", "Heisei")]
    [InlineData("特願昭70-123456", "Showa")]
    [InlineData("令和0年特許願第123456号", "Reiwa")]
    [InlineData("特願平100-123456", "Heisei")]
    [InlineData("特願平40123456", "Heisei")]
    [InlineData("特願平1123456", "where the year of the era ends")]
    [InlineData("特願平元123456", "where the year of the era ends")]
    [InlineData("特願", "lacks the digits")]
    [InlineData("特願2020-", "lacks the digits")]
    [InlineData("特願2020年", "lacks the digits")]
    [InlineData("特願2020--123456", "lacks the digits")]
    [InlineData("abc", "does not begin")]
    [InlineData("JPX 2021-090037", "does not begin")]
    [InlineData("特願2020-123456 特願2020-123457", "more than one number")]
    [InlineData("特願2020-123456-7", "something after the number")]
    [InlineData("商標登録第6210000号の2", "would be another case")]
    [InlineData("特開2021-090037B2", "kind code")]
    [InlineData("JP2020123456B2", "kind code")]
    [InlineData("JP7533889B9", "kind code")]
    [InlineData("意願2020-015234A", "two kinds")]
    [InlineData("特許第7533889号公開", "something after the number")]
    [InlineData("特願意願2020-123456", "two kinds")]
    [InlineData("出願番号 特開2021-090037", "two kinds")]
    [InlineData("不服2021-001234", "appeal")]
    [InlineData("国際登録第1234567号", "international registration")]
    [InlineData("US9459406B2", "not a Japanese number")]
    [InlineData("US.9459406.B2", "not a Japanese number")]
    [InlineData("JP.2020.123456", "not a DOCDB number")]
    [InlineData("PCT/JP20/123456", "four digits")]
    [InlineData("PCT/JP1950/123456", "a year in which")]
    [InlineData("WO50/12345", "four digits")]
    [InlineData("PCT/2019/011858", "PCT")]
    [InlineData("PCT/WO2019/011858", "PCT")]
    [InlineData("特許第75,33889号", "commas")]
    [InlineData("特願2,020-123456", "commas")]
    [InlineData("特許第0号", "registration number 0")]
    [InlineData("特許2020-123456", "not a registration number")]
    [InlineData("特許第12345678号", "not a registration number")]
    [InlineData("特願⑩-123456", "'⑩' (U+2469)")]
    [InlineData("特願2020-12345²", "U+00B2")]
    [InlineData("特願٢٠٢٠-123456", "U+0662")]
    [InlineData("特願2020-123\u0000456", "does not show (U+0000)")]
    [InlineData("特願2020-\r\n123456", "line break")]
    [InlineData("特願2020\t123456", "U+0009")]
    [InlineData("特願2020-123456,特願2020-123457", "more than one number")]
    [InlineData("特願2020-123456;1", "';'")]
    [InlineData("特願2020:123456", "':'")]
    [InlineData("特願2020|123456", "'|'")]
    [InlineData("2020123456?x=1", "'?'")]
    [InlineData("2020123456#", "'#'")]
    [InlineData("2020%2f123456", "'%'")]
    [InlineData("../2020123456", "does not begin")]
    [InlineData("2020123456/../x", "four digits")]
    [InlineData("特願2020-123456\U0001F600", "U+1F600")]
    [InlineData("特願2020-12345\u202E6", "does not show (U+202E)")]
    [InlineData("", "empty")]
    [InlineData("　\t\r\n", "empty")]
    public void MalformedTextsSayWhatIsWrong(string text, string told)
        => Assert.Contains(told, Fails(text).Message, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("20208423", JpoNumberKind.Application, JpoLaw.Patent, "not ten digits")]
    [InlineData("7533889", JpoNumberKind.Application, JpoLaw.Patent, "not ten digits")]
    [InlineData("2020-123456", JpoNumberKind.Registration, JpoLaw.Patent, "not a registration number")]
    [InlineData("2020123456", JpoNumberKind.Registration, JpoLaw.Patent, "not a registration number")]
    [InlineData("2019/011858", JpoNumberKind.InternationalApplication, JpoLaw.Patent, "PCT/JP2019/011858")]
    [InlineData("JPH10-123456", JpoNumberKind.InternationalApplication, JpoLaw.Patent, "PCT/JP2019/011858")]
    [InlineData("JP2020/123456", JpoNumberKind.InternationalPublication, JpoLaw.Patent, "WO2020/123456")]
    [InlineData("2020-015234", JpoNumberKind.Publication, JpoLaw.Design, "designs and trademarks")]
    [InlineData("7533889B2", JpoNumberKind.Application, JpoLaw.Patent, "not ten digits")]
    [InlineData("2021090038A", JpoNumberKind.Application, JpoLaw.Patent, "the kind code of a publication")]
    [InlineData("0007533889", JpoNumberKind.Application, JpoLaw.Patent, "a year in which")]
    [InlineData("0312345678", JpoNumberKind.Application, JpoLaw.Design, "a year in which")]
    [InlineData("1234567890", JpoNumberKind.Application, JpoLaw.Trademark, "a year in which")]
    [InlineData("9999999999", JpoNumberKind.Application, JpoLaw.Patent, "a year in which")]
    [InlineData("特願0007533889", JpoNumberKind.Application, JpoLaw.Patent, "a year in which")]
    public void DigitsThatDoNotFitTheExpectation(string text, JpoNumberKind kind, JpoLaw law, string told)
        => Assert.Contains(told, Fails(text, kind, law).Message, StringComparison.OrdinalIgnoreCase);

    // Not in the table: an attribute is stored as UTF-8, which has no half pairs.
    [Fact]
    public void HalfASurrogatePairIsNamed() => Assert.Contains("does not show (U+D83D)", Fails("特願2020-123456\uD83D").Message, StringComparison.Ordinal);

    [Fact]
    public void NullIsEmpty() => Assert.Equal(string.Empty, Fails(null).Input);

    [Fact]
    public void TheSentenceShowsTheRightExample()
    {
        Assert.Contains("\"20208423\" is not ten digits: write the year, a dash and the serial number, such as 特願2020-123456.", Fails("20208423", JpoNumberKind.Application, JpoLaw.Patent).Message, StringComparison.Ordinal);
        Assert.Contains("意願2020-015234", Fails("20208423", JpoNumberKind.Application, JpoLaw.Design).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HugeTextsFailWithLittleWorkAndAreNotEchoed()
    {
        foreach (string text in new[] { new string('9', 1 << 20), new string('特', 1 << 20), new string('\u0007', 1 << 20), new string(' ', 1 << 20), new string(' ', 1 << 20) + "x" })
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.InRange(Fails(text).Message.Length, 10, 250);

            // Copied a few times at most, and never a piece for each character.
            Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / text.Length, 0, 32);
        }
    }

    [Fact]
    public void AMessageDoesNotSplitASurrogatePair()
    {
        for (int length = 50; length < 70; length++)
        {
            Fails(new string('x', length) + string.Concat(Enumerable.Repeat("\U0001F600", 20)));
        }
    }

    private static JpoInvalidNumberException Fails(string? text, JpoNumberKind? kind = null, JpoLaw? law = null)
    {
        JpoInvalidNumberException thrown = Assert.Throws<JpoInvalidNumberException>(() => JpoNumber.Parse(text, kind, law));
        Assert.False(JpoNumber.TryParse(text, kind, law, out JpoNumber? number, out JpoInvalidNumberException? error));
        Assert.Null(number);
        Assert.Equal(thrown.Message, error!.Message);
        Assert.Equal(text ?? string.Empty, error.Input);
        NumberAssert.IsFitToPrint(error);
        return error;
    }
}
