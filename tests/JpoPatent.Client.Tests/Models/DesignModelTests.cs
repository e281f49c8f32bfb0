using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

public sealed class DesignModelTests
{
    private static readonly JpoNumber Number = JpoNumber.Parse("意願2018-004321");

    [Fact]
    public async Task Progress()
    {
        DesignProgress progress = await Canned.AskAsync(
            """
            {"applicationNumber":"2018004321","designArticle":"湯たんぽ","designClass":"D4510","applicantAttorney":[{"applicantAttorneyCd":"000000019","repeatNumber":"1","name":"見本工業株式会社","applicantAttorneyClass":"1"}],"filingDate":"20180115","publicationDate":"20190725","registrationNumber":"1600001","registrationDate":"20200508","principalDesignApplicationNumber":"2018004320","erasureIdentifier":"00","expireDate":"20430115","disappearanceDate":"20390116",
             "priorityRightInformation":[{"parisPriorityApplicationNumber":"30-2017-0001","parisPriorityDate":"20170801","parisPriorityCountryCd":"KR"}],
             "parentApplicationInformation":{"parentApplicationCategory":"10","parentApplicationLawCode":"1","parentApplicationNumber":"2016000555"},
             "bibliographyInformation":[{"numberType":"01","number":"2018004321","documentList":[{"legalDate":"20180115","irirFlg":"0","availabilityFlag":"1","documentCode":"A63","documentDescription":"登録願","documentNumber":"51800000111","versionNumber":"0001","documentSeparator":"S","numberOfPages":"0","sizeOfDocument":"28613"}]}]}
            """,
            "/api/design/v1/app_progress/2018004321",
            client => client.Designs.GetProgressAsync(Number));
        Assert.Equal(("湯たんぽ", "D4510", "2018004320"), (progress.DesignArticle, progress.DesignClass, progress.PrincipalDesignApplicationNumber));
        Assert.Equal(("000000019", 1), (Assert.Single(progress.Applicants).Code, progress.Applicants[0].RepeatNumber));
        Assert.Empty(progress.Attorneys);
        Assert.Equal((JpoLaw.Design, "2018004321", Day.Of("2018-01-15"), Day.Of("2019-07-25")), (progress.Law, progress.ApplicationNumber, progress.FilingDate, progress.PublicationDate));
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
        DesignProgress progress = await Canned.AskAsync(
            """{"applicationNumber":"2018004321","designArticle":"湯たんぽ"}""",
            "/api/design/v1/app_progress_simple/2018004321",
            client => client.Designs.GetProgressSimpleAsync(Number));
        Assert.Equal("湯たんぽ", progress.DesignArticle);
    }

    [Fact]
    public async Task Priority()
    {
        DesignPriority priority = await Canned.AskAsync(
            """{"applicationNumber":"2018004321","priorityRightInformation":[{"parisPriorityApplicationNumber":"29/600001","parisPriorityDate":"20170901","parisPriorityCountryCd":"US"}]}""",
            "/api/design/v1/priority_right_app_info/2018004321",
            client => client.Designs.GetPriorityAsync(Number));
        Assert.Equal((JpoLaw.Design, "2018004321", "29/600001"), (priority.Law, priority.ApplicationNumber, Assert.Single(priority.PriorityRights).ParisPriorityApplicationNumber));
    }

    [Theory]
    [InlineData("意願2018-004321", "application/2018004321")]
    [InlineData("意匠登録第1600001号", "registration/1600001")]
    public async Task Numbers(string text, string parameters)
    {
        NumberReference numbers = await Canned.AskAsync(
            """{"applicationNumber":"2018004321","registrationNumber":"1600001","internationalRegistrationNumber":"DM/100001","designNumber":"002"}""",
            "/api/design/v1/case_number_reference/" + parameters,
            client => client.Designs.GetNumberAsync(JpoNumber.Parse(text)));
        Assert.Equal((JpoLaw.Design, "2018004321", "1600001"), (numbers.Law, numbers.ApplicationNumber, numbers.RegistrationNumber));
        Assert.Equal(("DM/100001", "002", null), (numbers.InternationalRegistrationNumber, numbers.DesignNumber, numbers.PublicationNumber));
    }

    [Fact]
    public async Task Registration()
    {
        DesignRegistration registration = await Canned.AskAsync(
            """
            {"applicationNumber":"2018004321","filingDate":"20180115","registrationNumber":"6700001","registrationDate":"20200508","decisionDate":"20200401","appealTrialDecisiondDate":"20200402",
             "rightPersonInformation":[{"rightPersonCd":"000000019","rightPersonName":"見本工業株式会社"}],"designArticle":"湯たんぽ","expireDate":"20380115",
             "nextPensionPaymentDate":"20260508","lastPaymentYearly":"06","erasureIdentifier":"00","disappearanceDate":"20390116","updateDate":"20230421"}
            """,
            "/api/design/v1/registration_info/2018004321",
            client => client.Designs.GetRegistrationAsync(Number));
        Assert.Equal("湯たんぽ", registration.DesignArticle);
        PatentModelTests.AssertRegistration(registration, JpoLaw.Design);
    }

    [Fact]
    public async Task Url()
    {
        JpoUrl url = await Canned.AskAsync(
            """{"URL":"https://example.test/c1800/DE/JP-2018-004321"}""", "/api/design/v1/jpp_fixed_address/2018004321", client => client.Designs.GetUrlAsync(Number));
        Assert.Equal((JpoLaw.Design, "2018004321"), (url.Law, url.ApplicationNumber));
    }

    [Fact]
    public async Task Applicant_by_code()
    {
        Applicant applicant = await Canned.AskAsync(
            """{"applicantAttorneyName":"見本　一郎"}""", "/api/design/v1/applicant_attorney_cd/000000019", client => client.Designs.GetApplicantAsync("000000019"));
        Assert.Equal((JpoLaw.Design, "000000019", "見本　一郎"), (applicant.Law, applicant.Code, applicant.Name));
    }
}
