using System;
using System.Linq;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>Periods and days in the spellings that documents have.</summary>
public sealed class PeriodTextTests
{
    private static readonly PeriodSetter Notice = PeriodSetter.Of("A131", null);

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
    [InlineData("発送の日から「６０日以内」に", 60, PeriodUnit.Days)]
    [InlineData("発送の日から「６０日」以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日から２週間以内に", 2, PeriodUnit.Weeks)]
    [InlineData("発送の日から二週間以内に", 2, PeriodUnit.Weeks)]
    [InlineData("発送日（令和６年２月２７日）から６０日以内に", 60, PeriodUnit.Days)]
    [InlineData("発送の日（令和６年２月２７日）の翌日から６０日以内に", 60, PeriodUnit.Days)]
    [InlineData("発送日である令和６年２月２７日から６０日以内に", 60, PeriodUnit.Days)]
    [InlineData("応答期間は、発送の日から６０日です。", 60, PeriodUnit.Days)]
    [InlineData("発送の日から３０日を経過する日までに", 30, PeriodUnit.Days)]
    [InlineData("上記の拒絶理由について意見があれば、発送の日から６０日以内に", 60, PeriodUnit.Days)]
    [InlineData("この出願の令和５年６月１日付け拒絶理由は解消しました。この通知書の発送の日から３０日以内に", 30, PeriodUnit.Days)]
    [InlineData("　発送の\r\n日から　６\r\n０ 日以\n内に", 60, PeriodUnit.Days)]
    public void Spellings(string text, int number, PeriodUnit unit)
    {
        JpoPeriod period = PeriodFinder.Find(text, Notice)[0];
        Assert.Equal(
            (number, unit, PeriodStart.Dispatch, PeriodPurpose.Response, false, false, true),
            (period.Number, period.Unit, period.RunsFrom, period.Purpose, period.IsEarliest, period.IsForResidentsAbroad, period.IsStated));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("令和５年６月１日発送の拒絶理由通知書に対し")]
    [InlineData("謄本の送達があった日から３月以内に審判を請求することができます。")]
    [InlineData("令和５年６月１日付け拒絶理由通知書の発送の日から６０日以内に意見書が提出されなかった。")]
    [InlineData("令和５年６月１日付け拒絶理由通知書に対し、その発送の日から６０日以内に意見書を提出した。")]
    [InlineData("先の拒絶理由通知書の発送の日から６０日以内に意見書を提出すべきところ、")]
    [InlineData("拒絶査定の謄本の送達があった日から３月以内に審判を請求することができます。")]
    [InlineData("特許査定の謄本の送達があった日から３０日以内に特許料を納付してください。")]
    [InlineData("面接を希望される場合は、この通知書の発送の日から２週間以内に審査官までご連絡ください。")]
    [InlineData("発送の日から速やかに")]
    [InlineData("発送の日から０日以内に")]
    [InlineData("発送の日から９９９９９９９９９９９９９９９日以内に")]
    [InlineData("発送の日から十十十百百百百百百百百百百百百日以内に")]
    public void No_period(string? text) => Assert.Empty(PeriodFinder.Find(text, Notice));

    [Theory]
    [InlineData("A02", null, "この査定に不服があるときは、この査定の謄本の送達があった日から３月以内（在外者にあっては、４月以内）に、特許庁長官に対して、審判を請求することができます（特許法第１２１条第１項）。", "3 Months Service Appeal;4 Months Service Appeal abroad")]
    [InlineData("A02", null, "謄本の送達があった日から３か月以内に審判を請求することができます。", "3 Months Service Appeal")]
    [InlineData("A02", null, "令和５年６月１日付け拒絶理由通知書の発送の日から６０日以内に意見書を提出するよう求めたが、応答がなかった。謄本の送達があった日から３月以内に審判を請求できる。", "3 Months Service Appeal")]
    [InlineData("A02", null, "この通知書の発送の日から６０日以内に意見書を提出してくださいと通知した。", "")]
    [InlineData(null, "拒絶査定", "この査定に不服があるときは、査定の謄本の送達があつた日から三月以内に審判を請求することができる。", "3 Months Service Appeal")]
    [InlineData("A01", null, "特許料は、この査定の謄本の送達があった日から３０日以内に納付してください。", "30 Days Service Payment")]
    [InlineData(null, "登録査定", "登録料は、この査定の謄本の送達のあった日から３０日以内に納めてください。", "30 Days Service Payment")]
    [InlineData("A01", null, "分割出願は、この査定の謄本の送達があった日から３０日以内にすることができます。", "")]
    [InlineData(null, "審決", "この審決に対する訴えは、この審決の謄本の送達があった日から３０日（附加期間がある場合は、その日数を附加します。）以内に、特許庁長官を被告として、提起することができます。", "30 Days Service Court")]
    [InlineData(null, "審決", "訴えは、審決の謄本の送達があった日から３０日（在外者に対しては、附加期間として９０日を附加する。）以内に提起できる。", "30 Days Service Court;120 Days Service Court abroad")]
    [InlineData(null, "異議の決定", "この決定に対する訴えは、この決定の謄本の送達があった日から３０日以内に、提起することができます。", "30 Days Service Court")]
    [InlineData("A191", "補正の却下の決定", "この決定に不服があるときは、この決定の謄本の送達があった日から３月以内に審判を請求することができます。", "3 Months Service Appeal")]
    [InlineData("A192", "補正の却下の決定", "この決定に対しては、不服を申し立てることができません。", "")]
    [InlineData(null, "手続却下の処分", "この処分に不服があるときは、この処分があったことを知った日の翌日から３月以内に審査請求をすることができます。", "3 Months Service Appeal")]
    [InlineData(null, "手続補正指令書", "この指令書の発送の日から３０日以内に手続の補正をしてください。", "30 Days Dispatch Response")]
    [InlineData(null, "審尋", "この審尋の送達の日から４０日以内に回答書を提出してください。", "40 Days Service Response")]
    [InlineData(null, "通知書", "この書面の受領の日から２週間以内に弁明書を提出してください。", "2 Weeks Service Response")]
    [InlineData(null, "通知書", "この通知を受けた日から１４日以内に届け出てください。", "14 Days Service Response")]
    [InlineData("A131", null, "この通知書の発送の日から６０日（在外者にあっては、３月）以内に意見書を提出してください。", "60 Days Dispatch Response;3 Months Dispatch Response abroad")]
    [InlineData("A131", null, "この通知書の発送の日から６０日以内（在外者（外国に居所を有する者）の場合は３か月以内）に意見書を提出してください。", "60 Days Dispatch Response;3 Months Dispatch Response abroad")]
    [InlineData("A131", null, "この通知書の発送の日から６０日以内に意見書を提出してください。在外者の場合は、この通知書の発送の日から３月以内です。", "60 Days Dispatch Response;3 Months Dispatch Response abroad")]
    [InlineData("A131", null, "この通知書の発送の日から６０日以内に意見書を提出してください。応答がないときは、この通知書の発送の日から６０日以内に意見書の提出がなかったものとします。", "60 Days Dispatch Response")]
    [InlineData("A02", null, "謄本の送達があった日から３月以内", "3 Months Service Appeal")]
    [InlineData("A01", null, "この査定の謄本の送達があった日から３０日以内", "30 Days Service Payment")]
    [InlineData(null, "審決", "この審決の謄本の送達があった日から３０日以内", "30 Days Service Court")]
    [InlineData(null, "異議の決定", "決定の謄本の送達があった日から３０日以内", "30 Days Service Court")]
    [InlineData("A191", "補正の却下の決定", "この決定の謄本の送達があった日から３月以内", "3 Months Service Appeal")]
    [InlineData(null, "補正却下の決定", "この決定の謄本の送達があつた日から３０日以内に審判を請求できます", "30 Days Service Appeal")]
    [InlineData(null, "補正の却下の決定", "この決定に不服があるときは、特許庁長官に対し、この決定の謄本の送達があった日から３月以内に、意匠法第４７条第１項の審判を請求することができます", "3 Months Service Appeal")]
    [InlineData(null, "補正の却下の決定", "決定の謄本の送達があった日から３月以内に補正後の意匠について新たな意匠登録出願をしたときは、", "")]
    [InlineData(null, "拒絶査定", "この査定に不服があるときは、この査定の謄本の送達があった日から３月以内（在外者にあっては、４月以内）に特許庁長官に対して審判請求をすることができます。（意匠法第４６条第１項）", "3 Months Service Appeal;4 Months Service Appeal abroad")]
    [InlineData(null, "商標登録異議の申立てについての決定", "この決定に対する訴えは、この決定の謄本の送達があった日から３０日（附加期間がある場合は、その日数を附加する。）以内に、特許庁長官を被告として、提起することができる。", "30 Days Service Court")]
    [InlineData(null, "登録査定", "この査定の謄本の送達があった日から３０日以内に登録料（分割納付の場合は前期分）を納付してください。", "30 Days Service Payment")]
    [InlineData(null, "取消理由通知書", "この通知書の発送の日から６０日（在外者にあっては９０日）以内に意見書を提出してください。", "60 Days Dispatch Response;90 Days Dispatch Response abroad")]
    [InlineData(null, "拒絶査定", "この査定に不服があるときは、謄本送達日から３月以内に審判を請求できます", "3 Months Service Appeal")]
    [InlineData("A131", null, "これについて意見がありましたら、この通知書の発送の日から「６０日以内」に意見書を提出してください。", "60 Days Dispatch Response")]
    [InlineData("A131", null, "これについて意見がある場合には、この通知書の発送日（令和６年２月２７日）から６０日以内に意見書を提出して下さい。", "60 Days Dispatch Response")]
    [InlineData("A131", null, "これについて意見がありましたら、この通知書発送の日から６０日以内に意見書を提出してください。", "60 Days Dispatch Response")]
    [InlineData("A131", null, "意見があれば、この通知書の発送の日からかぞえて６０日以内に意見書を提出してください。", "60 Days Dispatch Response")]
    [InlineData("A131", null, "意見書の提出期間は、この通知の発送の日から６０日（国内居住者）、３か月（在外者）です。", "60 Days Dispatch Response;3 Months Dispatch Response abroad")]
    [InlineData("A131", null, "国内居住者は発送の日から６０日以内に、在外者は発送の日から３月以内に意見書を提出してください。", "60 Days Dispatch Response;3 Months Dispatch Response abroad")]
    [InlineData("A131", null, "この通知書の発送の日から、国内居住者にあっては６０日以内に、在外者にあっては３月以内に意見書を提出してください。", "60 Days Dispatch Response;3 Months Dispatch Response abroad")]
    [InlineData("A131", null, "この通知書の発送の日から６０日以内、外国に居住する方は３か月以内に意見書を提出してください。", "60 Days Dispatch Response;3 Months Dispatch Response abroad")]
    [InlineData("A131", null, "意見書は、この通知書の発送の日から３か月（在外者）、６０日（国内居住者）以内に提出してください。", "3 Months Dispatch Response abroad;60 Days Dispatch Response")]
    [InlineData("A131", null, "この通知書の発送の日から在外者の場合は３月以内に、国内居住者の場合は６０日以内に意見書を提出してください。", "3 Months Dispatch Response abroad;60 Days Dispatch Response")]
    public void Purposes(string? code, string? name, string text, string periods) => Assert.Equal(
        periods,
        string.Join(';', PeriodFinder.Find(text, PeriodSetter.Of(code, name)).Select(p => $"{p.Number} {p.Unit} {p.RunsFrom} {p.Purpose}{(p.IsForResidentsAbroad ? " abroad" : "")}")));

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
