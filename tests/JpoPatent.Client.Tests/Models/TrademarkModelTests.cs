using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

public sealed class TrademarkModelTests
{
    private static readonly JpoNumber Number = JpoNumber.Parse("商願2018-004321");

    [Fact]
    public async Task Progress()
    {
        TrademarkProgress progress = await Canned.AskAsync(
            """
            {"applicationNumber":"2018004321","applicantAttorney":[{"applicantAttorneyCd":"000000019","name":"見本工業株式会社","applicantAttorneyClass":"1"},{"applicantAttorneyCd":"100000027","name":"見本　一郎","applicantAttorneyClass":"2"}],"filingDate":"20180115","publicationDate":"20190725","registrationNumber":"1600001","registrationDate":"20200508","trademarkForDisplay":"ＭＩＨＯＮ∞見本","transliteration":{"0":"ミホン","1":"ミホンミホン"},"viennaClass":{"0":"1.17.11.1","1":"26.1.3"},
             "goodsServiceInformation":[{"goodsServiceClass":"09","goodsServiceName":"電子出版物","similarCode":"24E02 26A01"},{"goodsServiceClass":"45","goodsServiceName":"法律相談","similarCode":"42R01"}],"erasureIdentifier":"00","expireDate":"20430115","disappearanceDate":"20390116",
             "priorityRightInformation":[{"parisPriorityApplicationNumber":"30-2017-0001","parisPriorityDate":"20170801","parisPriorityCountryCd":"KR"}],
             "parentApplicationInformation":{"parentApplicationCategory":"10","parentApplicationLawCode":"1","parentApplicationNumber":"2016000555"},
             "bibliographyInformation":[{"numberType":"01","number":"2018004321","documentList":[{"legalDate":"20180115","irirFlg":"0","availabilityFlag":"1","documentCode":"A63","documentDescription":"登録願","documentNumber":"51800000111","versionNumber":"0001","documentSeparator":"S","numberOfPages":"0","sizeOfDocument":"28613"}]}]}
            """,
            "/api/trademark/v1/app_progress/2018004321",
            client => client.Trademarks.GetProgressAsync(Number));
        Assert.Equal("ＭＩＨＯＮ∞見本", progress.TrademarkForDisplay);
        Assert.Equal(["ミホン", "ミホンミホン"], progress.Transliterations);
        Assert.Equal(["1.17.11.1", "26.1.3"], progress.ViennaClasses);
        Assert.Equal([("09", "電子出版物"), ("45", "法律相談")], progress.GoodsServices.Select(goods => (goods.Class, goods.Name)));
        Assert.Equal(["24E02", "26A01"], progress.GoodsServices[0].SimilarCodes);
        Assert.Equal(["42R01"], progress.GoodsServices[1].SimilarCodes);
        Assert.Equal(("000000019", null), (Assert.Single(progress.Applicants).Code, progress.Applicants[0].RepeatNumber));
        Assert.Equal("100000027", Assert.Single(progress.Attorneys).Code);
        Assert.Equal((JpoLaw.Trademark, "2018004321", Day.Of("2018-01-15"), Day.Of("2019-07-25")), (progress.Law, progress.ApplicationNumber, progress.FilingDate, progress.PublicationDate));
        Assert.Equal(("1600001", Day.Of("2020-05-08"), "00"), (progress.RegistrationNumber, progress.RegistrationDate, progress.ErasureIdentifier));
        Assert.Equal((Day.Of("2043-01-15"), Day.Of("2039-01-16")), (progress.ExpireDate, progress.DisappearanceDate));
        PriorityRight priority = Assert.Single(progress.PriorityRights);
        Assert.Equal(("30-2017-0001", Day.Of("2017-08-01"), "KR"), (priority.ParisPriorityApplicationNumber, priority.ParisPriorityDate, priority.ParisPriorityCountryCode));
        Assert.Equal(("10", "1", "2016000555"), (progress.ParentApplication!.Category, progress.ParentApplication.LawCode, progress.ParentApplication.ApplicationNumber));
        Assert.Equal("A63", Assert.Single(progress.Documents).DocumentCode);
        Assert.Same(progress.Documents[0], progress.LatestDocument);
    }

    [Fact]
    public async Task Progress_simple()
    {
        TrademarkProgress progress = await Canned.AskAsync(
            """{"applicationNumber":"2018004321","trademarkForDisplay":"見本","viennaClass":{}}""",
            "/api/trademark/v1/app_progress_simple/2018004321",
            client => client.Trademarks.GetProgressSimpleAsync(Number));
        Assert.Equal("見本", progress.TrademarkForDisplay);
        Assert.Empty(progress.ViennaClasses);
    }

    [Fact]
    public async Task Priority()
    {
        TrademarkPriority priority = await Canned.AskAsync(
            """{"applicationNumber":"2018004321","priorityRightInformation":[{"parisPriorityApplicationNumber":"016000001","parisPriorityDate":"20171130","parisPriorityCountryCd":"EM"}]}""",
            "/api/trademark/v1/priority_right_app_info/2018004321",
            client => client.Trademarks.GetPriorityAsync(Number));
        Assert.Equal((JpoLaw.Trademark, "2018004321", "EM"), (priority.Law, priority.ApplicationNumber, Assert.Single(priority.PriorityRights).ParisPriorityCountryCode));
    }

    [Theory]
    [InlineData("商願2018-004321", "application/2018004321")]
    [InlineData("商標登録第6000001号", "registration/6000001")]
    public async Task Numbers(string text, string parameters)
    {
        NumberReference numbers = await Canned.AskAsync(
            """{"applicationNumber":"2018004321","registrationNumber":"6000001"}""",
            "/api/trademark/v1/case_number_reference/" + parameters,
            client => client.Trademarks.GetNumberAsync(JpoNumber.Parse(text)));
        Assert.Equal((JpoLaw.Trademark, "2018004321", "6000001"), (numbers.Law, numbers.ApplicationNumber, numbers.RegistrationNumber));
    }

    [Fact]
    public async Task Registration()
    {
        TrademarkRegistration registration = await Canned.AskAsync(
            """
            {"applicationNumber":"2018004321","filingDate":"20180115","registrationNumber":"6700001","registrationDate":"20200508","decisionDate":"20200401","appealTrialDecisiondDate":"20200402",
             "rightPersonInformation":[{"rightPersonCd":"000000019","rightPersonName":"見本工業株式会社"}],"trademarkForDisplay":"ＭＩＨＯＮ∞見本","transliteration":{"0":"ミホン","1":"ミホンミホン"},"viennaClass":{"0":"1.17.11.1","1":"26.1.3"},
             "goodsServiceInformation":[{"goodsServiceClass":"09","goodsServiceName":"電子出版物","similarCode":"24E02 26A01"},{"goodsServiceClass":"45","goodsServiceName":"法律相談","similarCode":"42R01"}],"expireDate":"20380115",
             "nextPensionPaymentDate":"20260508","lastPaymentYearly":"06","erasureIdentifier":"00","disappearanceDate":"20390116","updateDate":"20230421"}
            """,
            "/api/trademark/v1/registration_info/2018004321",
            client => client.Trademarks.GetRegistrationAsync(Number));
        Assert.Equal("ＭＩＨＯＮ∞見本", registration.TrademarkForDisplay);
        Assert.Equal(["ミホン", "ミホンミホン"], registration.Transliterations);
        Assert.Equal(["1.17.11.1", "26.1.3"], registration.ViennaClasses);
        Assert.Equal([("09", "電子出版物"), ("45", "法律相談")], registration.GoodsServices.Select(goods => (goods.Class, goods.Name)));
        Assert.Equal(["24E02", "26A01"], registration.GoodsServices[0].SimilarCodes);
        Assert.Equal(["42R01"], registration.GoodsServices[1].SimilarCodes);
        PatentModelTests.AssertRegistration(registration, JpoLaw.Trademark);
    }

    [Fact]
    public async Task Url()
    {
        JpoUrl url = await Canned.AskAsync(
            """{"URL":"https://example.test/c1800/TR/JP-2018-004321"}""", "/api/trademark/v1/jpp_fixed_address/2018004321", client => client.Trademarks.GetUrlAsync(Number));
        Assert.Equal((JpoLaw.Trademark, "https://example.test/c1800/TR/JP-2018-004321"), (url.Law, url.Url));
    }

    [Fact]
    public async Task Applicant_by_code()
    {
        Applicant applicant = await Canned.AskAsync(
            """{"applicantAttorneyName":"見本　一郎"}""", "/api/trademark/v1/applicant_attorney_cd/000000019", client => client.Trademarks.GetApplicantAsync("000000019"));
        Assert.Equal((JpoLaw.Trademark, "000000019", "見本　一郎"), (applicant.Law, applicant.Code, applicant.Name));
    }
}
