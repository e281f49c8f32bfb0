using System;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Periods and days in the spellings that documents have.</summary>
public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("この通知書の発送の日から６０日以内に意見書を提出してください。", 60, PeriodUnit.Days)]
    [InlineData("この通知書の発送の日から60日以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日から４０日以内に", 40, PeriodUnit.Days)]
    [InlineData("発送の日から３月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から３か月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から３ヶ月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から３ケ月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から３カ月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から３ヵ月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から３箇月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から３個月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から３ｹ月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から三月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から三か月以内に", 3, PeriodUnit.Months)]
    [InlineData("発送の日から六十日以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日から六〇日以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日から四十日以内に", 40, PeriodUnit.Days)]
    [InlineData("発送の日から十日以内に", 10, PeriodUnit.Days)]
    [InlineData("発送の日から百二十日以内に", 120, PeriodUnit.Days)]
    [InlineData("発送日から３０日以内に", 30, PeriodUnit.Days)]
    [InlineData("発送日より３０日以内に", 30, PeriodUnit.Days)]
    [InlineData("発送した日から６０日以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日から起算して６０日以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日から６０日間以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日の翌日から６０日以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日から、６０日以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日から６０日（在外者にあっては、３月）以内に", 60, PeriodUnit.Days)]
    [InlineData("　発送の\r\n日から　６\r\n０ 日以\n内に", 60, PeriodUnit.Days)]
    public void Spellings(string text, int number, PeriodUnit unit)
    {
        ResponsePeriod? period = PeriodText.Find(text);
        Assert.NotNull(period);
        Assert.Equal((number, unit), (period.Number, period.Unit));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("令和５年６月１日発送の拒絶理由通知書に対し")]
    [InlineData("謄本の送達があった日から３月以内に審判を請求することができます。")]
    [InlineData("発送の日から速やかに")]
    [InlineData("発送の日から０日以内に")]
    [InlineData("発送の日から９９９９９９９９９９９９９９９日以内に")]
    [InlineData("発送の日から十十十百百百百百百百百百百百百日以内に")]
    public void No_period(string? text) => Assert.Null(PeriodText.Find(text));

    [Theory]
    [InlineData("令和　６年　２月２０日", "2024-02-20")]
    [InlineData("令和元年５月１日", "2019-05-01")]
    [InlineData("平成３１年　４月３０日", "2019-04-30")]
    [InlineData("平成15年7月1日", "2003-07-01")]
    [InlineData("昭和６４年１月７日", "1989-01-07")]
    [InlineData("起案日　　２０２４年２月２０日", "2024-02-20")]
    [InlineData("令和６年１３月１日", null)]
    [InlineData("令和５年２月２９日", null)]
    [InlineData("昨日", null)]
    public void Days_of_eras(string text, string? day) => Assert.Equal(day, EraDate.Find(text)?.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("2024-02-20", "令和　６年　２月２０日")]
    [InlineData("2019-05-01", "令和元年　５月　１日")]
    [InlineData("2019-04-30", "平成３１年　４月３０日")]
    [InlineData("1989-01-07", "昭和６４年　１月　７日")]
    public void Days_as_printed(string day, string text) => Assert.Equal(text, EraDate.Write(DateTime.Parse(day)));
}
