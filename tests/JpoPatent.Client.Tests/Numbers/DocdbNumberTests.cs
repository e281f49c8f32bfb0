using System;
using Xunit;

namespace JpoPatent.Tests;

public sealed class DocdbNumberTests
{
    private const JpoNumberKind A = JpoNumberKind.Application;
    private const JpoNumberKind P = JpoNumberKind.Publication;

    [Theory]
    [InlineData("JP.6249966.B2", "JP.6249966.B2", P)]
    [InlineData("jp.6249966.b2", "JP.6249966.B2", P)]
    [InlineData("ＪＰ．６２４９９６６．Ｂ２", "JP.6249966.B2", P)]
    [InlineData("JP.2015500001.A", "JP.2015500001.A", null)]
    [InlineData("US.201314768239.A", "US.201314768239.A", A)]
    [InlineData("EP.06834636.A", "EP.06834636.A", A)]
    [InlineData("CN.201010126185.A", "CN.201010126185.A", A)]
    [InlineData("CN.101234567.A", "CN.101234567.A", P)]
    [InlineData("KR.20087017015.A", "KR.20087017015.A", null)]
    [InlineData("US.2015378098.A1", "US.2015378098.A1", P)]
    [InlineData("US.9459406.B2", "US.9459406.B2", P)]
    [InlineData("JP.2019011858.W", "JP.2019011858.W", A)]
    [InlineData("DE.102019123456.**", "DE.102019123456.**", null)]
    [InlineData("特願2020-123456", "JP.2020123456.A", A)]
    [InlineData("特開2021-090037", "JP.2021090037.A", P)]
    [InlineData("特表2015-508823", "JP.2015508823.A", P)]
    [InlineData("特許第6249966号", "JP.6249966.B2", P)]
    [InlineData("JP6249966B2", "JP.6249966.B2", P)]
    [InlineData("WO2020/123456A1", "WO.2020123456.A1", P)]
    [InlineData("US9459406B2", "US.9459406.B2", P)]
    [InlineData("US 9,459,406 B2", "US.9459406.B2", P)]
    [InlineData("us10123456b2", "US.10123456.B2", P)]
    [InlineData("US2015378098A1", "US.2015378098.A1", P)]
    [InlineData("US20150378098A1", "US.2015378098.A1", P)]
    [InlineData("US 2015/0378098 A1", "US.2015378098.A1", P)]
    [InlineData("US2015/378098A1", "US.2015378098.A1", P)]
    [InlineData("EP1834636A1", "EP.1834636.A1", P)]
    [InlineData("EP 1 834 636 B1", "EP.1834636.B1", P)]
    [InlineData("EP06834636.5", "EP.06834636.A", A)]
    [InlineData("EP06834636A", "EP.06834636.A", A)]
    [InlineData("CN101234567A", "CN.101234567.A", P)]
    [InlineData("CN101234567B", "CN.101234567.B", P)]
    [InlineData("CN201010126185", "CN.201010126185.A", A)]
    [InlineData("CN201010126185.X", "CN.201010126185.A", A)]
    [InlineData("CN201010126185A", "CN.201010126185.A", A)]
    [InlineData("KR10-2008-7017015", "KR.20087017015.A", null)]
    [InlineData("KR 10-2008-0012345 A", "KR.20080012345.A", null)]
    [InlineData("KR20080012345A", "KR.20080012345.A", null)]
    [InlineData("KR10-1234567B1", "KR.101234567.B1", P)]
    [InlineData("KR101234567B1", "KR.101234567.B1", P)]
    public void ReadsWithoutAnExpectation(string text, string value, JpoNumberKind? kind)
    {
        JpoDocdbNumber number = JpoDocdbNumber.Parse(text);

        Assert.Equal((value, kind), (number.Value, number.Kind));
        Assert.Equal(value.Substring(0, 2), number.Country);
        Assert.Equal(value, number.ToString());
    }

    [Theory]
    [InlineData("JP.2015500001.A", A, "JP.2015500001.A")]
    [InlineData("JP.2015500001.A", P, "JP.2015500001.A")]
    [InlineData("2015-500001", A, "JP.2015500001.A")]
    [InlineData("2015500001", P, "JP.2015500001.A")]
    [InlineData("JP2015500001A", P, "JP.2015500001.A")]
    [InlineData("特許第6249966号", P, "JP.6249966.B2")]
    [InlineData("KR10-2008-7017015", A, "KR.20087017015.A")]
    public void AnExpectationFillsWhatTheTextLeavesOpen(string text, JpoNumberKind kind, string value)
    {
        JpoDocdbNumber number = JpoDocdbNumber.Parse(text, kind);

        Assert.Equal((value, kind), (number.Value, number.Kind));
        Assert.Equal(kind, number.RequireKind());
    }

    [Fact]
    public void ARegistrationGoesInAsAPublication()
    {
        Assert.Equal(P, JpoDocdbNumber.Parse("6249966", JpoNumberKind.Registration).Kind);
        Assert.Equal(P, JpoDocdbNumber.Parse("JP.6249966.B2", JpoNumberKind.Registration).Kind);
    }

    [Fact]
    public void AKindThatNobodyToldIsAskedFor()
    {
        JpoInvalidNumberException error = Assert.Throws<JpoInvalidNumberException>(() => JpoDocdbNumber.Parse("JP.2015500001.A").RequireKind());

        Assert.Contains("application and a publication", error.Message, StringComparison.Ordinal);
        Assert.Contains("-Kind Application", error.RecommendedAction!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("JP.6249966.B2", A, "a publication number")]
    [InlineData("JP2015500001A", A, "a publication number")]
    [InlineData("特許第6249966号", A, "a publication number")]
    [InlineData("US.201314768239.A", P, "an application number")]
    [InlineData("特願2020-123456", P, "an application number")]
    [InlineData("US 14/768,239", null, "US.201314768239.A")]
    [InlineData("US9459406", null, "DOCDB")]
    [InlineData("US14/768239B2", null, "DOCDB")]
    [InlineData("US20151378098A1", null, "DOCDB")]
    [InlineData("EP1834636", null, "DOCDB")]
    [InlineData("EP06834636", null, "DOCDB")]
    [InlineData("CN98123456.7", null, "DOCDB")]
    [InlineData("KR20087017015", null, "DOCDB")]
    [InlineData("KR10-1234567", null, "DOCDB")]
    [InlineData("DE102019123456A1", null, "DOCDB")]
    [InlineData("JP.H10123456.A", null, "DOCDB")]
    [InlineData("JP.2015500001.A11", null, "DOCDB")]
    [InlineData("JP..A", null, "DOCDB")]
    [InlineData("abc", null, "DOCDB")]
    [InlineData("特願平10-123456", null, "no certain DOCDB form")]
    [InlineData("PCT/JP2019/011858", null, "no certain DOCDB form")]
    [InlineData("WO2020/123456", null, "no certain DOCDB form")]
    [InlineData("意願2020-015234", null, "a design application number")]
    [InlineData("2020-123456", null, "can be more than one")]
    [InlineData("20208423", A, "not ten digits")]
    [InlineData("JP.2015500001.A?x", null, "'?'")]
    [InlineData("", null, "empty")]
    [InlineData(null, null, "empty")]
    public void WhatCannotBeConvertedSaysSo(string? text, JpoNumberKind? kind, string told)
    {
        Assert.False(JpoDocdbNumber.TryParse(text, kind, out JpoDocdbNumber? number, out JpoInvalidNumberException? error));

        Assert.Null(number);
        Assert.Contains(told, error!.Message, StringComparison.Ordinal);
        Assert.Equal(text ?? string.Empty, error.Input);
        NumberAssert.IsFitToPrint(error);
    }

    [Fact]
    public void TheLongestNumberOfTheApiIsAccepted()
    {
        Assert.Equal(100, JpoDocdbNumber.Parse("JP." + new string('1', 94) + ".A1").Value.Length);
        Assert.False(JpoDocdbNumber.TryParse("JP." + new string('1', 95) + ".A1", null, out _, out _));
    }
}
