using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

public sealed class PatentModelTests
{
    private static readonly JpoNumber Number = JpoNumber.Parse("特願2018-004321");

    [Fact]
    public async Task Progress()
    {
        PatentProgress progress = await Canned.AskAsync(
            """
            {"applicationNumber":"2018004321","inventionTitle":"雪かき用の櫛","applicantAttorney":[
              {"applicantAttorneyCd":"000000019","repeatNumber":"1","name":"見本工業株式会社","applicantAttorneyClass":"1"},
              {"applicantAttorneyCd":"100000027","repeatNumber":"2","name":"見本　一郎","applicantAttorneyClass":"2"}],
             "filingDate":"20180115","publicationNumber":"501012345","ADPublicationNumber":"2019012345","nationalPublicationNumber":"501512346","ADNationalPublicationNumber":"2019512346",
             "publicationDate":"20190725","registrationNumber":"6700001","registrationDate":"20200508","internationalApplicationNumber":"JP2017004320","internationalPublicationNumber":"WO2018004322",
             "internationalPublicationDate":"20180719","erasureIdentifier":"00","expireDate":"20380115","disappearanceDate":"20390116",
             "priorityRightInformation":[
              {"parisPriorityApplicationNumber":"62/400,001","parisPriorityDate":"20170120","parisPriorityCountryCd":"US","nationalPriorityLawCd":"","nationalPriorityApplicationNumber":"","nationalPriorityInternationalApplicationNumber":"","nationalPriorityDate":""},
              {"parisPriorityApplicationNumber":"","parisPriorityDate":"","parisPriorityCountryCd":"","nationalPriorityLawCd":"1","nationalPriorityApplicationNumber":"2017000777","nationalPriorityInternationalApplicationNumber":"JP2017000778","nationalPriorityDate":"20170202"}],
             "parentApplicationInformation":{"parentApplicationNumber":"2016000555","filingDate":"20160404"},
             "divisionalApplicationInformation":[{"applicationNumber":"2020000888","publicationNumber":"502098765","ADPublicationNumber":"2020098765","nationalPublicationNumber":"502598766","ADNationalPublicationNumber":"2020598766",
               "registrationNumber":"6900002","internationalApplicationNumber":"JP2019000889","internationalPublicationNumber":"WO2019000890","erasureIdentifier":"01","expireDate":"20380116","disappearanceDate":"20250601","divisionalGeneration":"2"}],
             "bibliographyInformation":[
              {"numberType":"01","number":"2018004321","documentList":[
                {"legalDate":"20180115","irirFlg":"0","availabilityFlag":"1","documentCode":"A63","documentDescription":"特許願","documentNumber":"51800000111","versionNumber":"0001","documentSeparator":"S","numberOfPages":"3","sizeOfDocument":"3497183"},
                {"legalDate":"20200408","irirFlg":"1","availabilityFlag":"0","documentCode":"A61","documentDescription":"登録料納付","documentNumber":"BBBBBBBBBBB","versionNumber":"0000","documentSeparator":" ","numberOfPages":"0","sizeOfDocument":"0"}]},
              {"numberType":"02","number":"501012345","documentList":[]},
              {"numberType":"06","number":"6700001","documentList":[
                {"legalDate":"20200408","irirFlg":"0","availabilityFlag":"0","documentCode":"R150","documentDescription":"特許証","documentNumber":"99999999999","versionNumber":"0000","documentSeparator":" ","numberOfPages":"0","sizeOfDocument":"0"}]}]}
            """,
            "/api/patent/v1/app_progress/2018004321",
            client => client.Patents.GetProgressAsync(Number));

        Assert.Equal(JpoLaw.Patent, progress.Law);
        Assert.Equal("2018004321", progress.ApplicationNumber);
        Assert.Equal("雪かき用の櫛", progress.InventionTitle);
        Assert.Equal(Day.Of("2018-01-15"), progress.FilingDate);
        Assert.Equal(DateTimeKind.Unspecified, progress.FilingDate!.Value.Kind);
        Assert.Equal("2019012345", progress.PublicationNumber);
        Assert.Equal("501012345", progress.EraPublicationNumber);
        Assert.Equal("2019512346", progress.NationalPublicationNumber);
        Assert.Equal("501512346", progress.EraNationalPublicationNumber);
        Assert.Equal(Day.Of("2019-07-25"), progress.PublicationDate);
        Assert.Equal("6700001", progress.RegistrationNumber);
        Assert.Equal(Day.Of("2020-05-08"), progress.RegistrationDate);
        Assert.Equal("JP2017004320", progress.InternationalApplicationNumber);
        Assert.Equal("WO2018004322", progress.InternationalPublicationNumber);
        Assert.Equal(Day.Of("2018-07-19"), progress.InternationalPublicationDate);
        Assert.Equal("00", progress.ErasureIdentifier);
        Assert.Equal(Day.Of("2038-01-15"), progress.ExpireDate);
        Assert.Equal(Day.Of("2039-01-16"), progress.DisappearanceDate);

        ApplicantAttorney applicant = Assert.Single(progress.Applicants);
        Assert.Equal(("000000019", "見本工業株式会社", 1, "1"), (applicant.Code, applicant.Name, applicant.RepeatNumber, applicant.ApplicantAttorneyClass));
        Assert.Equal(("100000027", "見本　一郎"), (Assert.Single(progress.Attorneys).Code, progress.Attorneys[0].Name));

        Assert.Equal(2, progress.PriorityRights.Count);
        PriorityRight paris = progress.PriorityRights[0];
        Assert.Equal(("62/400,001", Day.Of("2017-01-20"), "US"), (paris.ParisPriorityApplicationNumber, paris.ParisPriorityDate, paris.ParisPriorityCountryCode));
        Assert.Null(paris.NationalPriorityLawCode);
        Assert.Null(paris.NationalPriorityDate);
        PriorityRight domestic = progress.PriorityRights[1];
        Assert.Equal(
            ("1", "2017000777", "JP2017000778", Day.Of("2017-02-02")),
            (domestic.NationalPriorityLawCode, domestic.NationalPriorityApplicationNumber, domestic.NationalPriorityInternationalApplicationNumber, domestic.NationalPriorityDate));

        Assert.Equal(("2016000555", Day.Of("2016-04-04")), (progress.ParentApplication!.ApplicationNumber, progress.ParentApplication.FilingDate));
        AssertDivisional(Assert.Single(progress.DivisionalApplications));

        Assert.Equal(["01", "02", "06"], progress.BibliographyInformation.Select(group => group.NumberType));
        Assert.Equal(3, progress.Documents.Count);
        DocumentEntry first = progress.Documents[0];
        Assert.Equal(("01", "2018004321", Day.Of("2018-01-15"), "A63", "特許願"), (first.NumberType, first.Number, first.LegalDate, first.DocumentCode, first.DocumentDescription));
        Assert.Equal(("51800000111", "0001", "S", 3, 3497183L), (first.DocumentNumber, first.VersionNumber, first.DocumentSeparator, first.NumberOfPages, first.SizeOfDocument));
        Assert.True(first.IsAvailable);
        Assert.False(first.IsInternationalBureauDocument);
        DocumentEntry placeholder = progress.Documents[1];
        Assert.Equal((null, null, null), (placeholder.DocumentNumber, placeholder.VersionNumber, placeholder.DocumentSeparator));
        Assert.False(placeholder.IsAvailable);
        Assert.True(placeholder.IsInternationalBureauDocument);
        Assert.Null(progress.Documents[2].DocumentNumber);
        Assert.Equal("R150", progress.LatestDocument!.DocumentCode);
    }

    [Fact]
    public async Task Progress_simple()
    {
        PatentProgress progress = await Canned.AskAsync(
            """{"applicationNumber":"2018004321","inventionTitle":"雪かき用の櫛"}""",
            "/api/patent/v1/app_progress_simple/2018004321",
            client => client.Patents.GetProgressSimpleAsync(Number));
        Assert.Equal(("2018004321", "雪かき用の櫛"), (progress.ApplicationNumber, progress.InventionTitle));
        Assert.Empty(progress.PriorityRights);
        Assert.Null(progress.ParentApplication);
        Assert.Null(progress.LatestDocument);
    }

    [Fact]
    public async Task Divisional()
    {
        PatentDivisional divisional = await Canned.AskAsync(
            """
            {"applicationNumber":"2018004321","parentApplicationInformation":{"parentApplicationNumber":"2016000555","filingDate":"20160404"},
             "divisionalApplicationInformation":[{"applicationNumber":"2020000888","publicationNumber":"502098765","ADPublicationNumber":"2020098765","nationalPublicationNumber":"502598766","ADNationalPublicationNumber":"2020598766",
               "registrationNumber":"6900002","internationalApplicationNumber":"JP2019000889","internationalPublicationNumber":"WO2019000890","erasureIdentifier":"01","expireDate":"20380116","disappearanceDate":"20250601","divisionalGeneration":"2"}]}
            """,
            "/api/patent/v1/divisional_app_info/2018004321",
            client => client.Patents.GetDivisionalAsync(Number));
        Assert.Equal("2018004321", divisional.ApplicationNumber);
        Assert.Equal("2016000555", divisional.ParentApplication!.ApplicationNumber);
        AssertDivisional(Assert.Single(divisional.DivisionalApplications));
    }

    [Fact]
    public async Task Priority()
    {
        PatentPriority priority = await Canned.AskAsync(
            """{"applicationNumber":"2018004321","priorityRightInformation":[{"nationalPriorityLawCd":"2","nationalPriorityApplicationNumber":"2017000777","nationalPriorityDate":"20170202"}]}""",
            "/api/patent/v1/priority_right_app_info/2018004321",
            client => client.Patents.GetPriorityAsync(Number));
        Assert.Equal((JpoLaw.Patent, "2018004321"), (priority.Law, priority.ApplicationNumber));
        Assert.Equal("2", Assert.Single(priority.PriorityRights).NationalPriorityLawCode);
    }

    [Fact]
    public async Task Applicant_by_code_knows_the_code_that_was_asked_for()
    {
        Applicant applicant = await Canned.AskAsync(
            """{"applicantAttorneyName":"見本工業株式会社"}""",
            "/api/patent/v1/applicant_attorney_cd/000000019",
            client => client.Patents.GetApplicantAsync("０００000019"));
        Assert.Equal((JpoLaw.Patent, "000000019", "見本工業株式会社"), (applicant.Law, applicant.Code, applicant.Name));
    }

    [Fact]
    public async Task Applicants_by_name()
    {
        using Canned canned = Canned.Json(
            """{"applicantAttorney":[{"applicantAttorneyCd":"000000019","name":"見本　一郎"},{"applicantAttorneyCd":"500000028","name":"見本　一郎"}]}""");
        var applicants = await canned.Client.Designs.FindApplicantsAsync("見本　一郎");
        Assert.Equal("/api/design/v1/applicant_attorney/" + Uri.EscapeDataString("見本　一郎"), canned.OnlyPath);
        Assert.Equal(["000000019", "500000028"], applicants.Select(applicant => applicant.Code));
        Assert.All(applicants, applicant =>
        {
            Assert.Equal(("見本　一郎", JpoLaw.Design, false), (applicant.Name, applicant.Law, applicant.FromCache));
            Assert.NotEqual(default, applicant.RetrievedAt);
        });
        Assert.All(await canned.Client.Designs.FindApplicantsAsync("見本　一郎"), applicant => Assert.True(applicant.FromCache));
    }

    [Theory]
    [InlineData("特願2018-004321", "application/2018004321")]
    [InlineData("特開2019-012345", "publication/2019012345")]
    [InlineData("特許第6700001号", "registration/6700001")]
    public async Task Numbers(string text, string parameters)
    {
        NumberReference numbers = await Canned.AskAsync(
            """{"applicationNumber":"2018004321","publicationNumber":"2019012345","nationalPublicationNumber":"2019512346","registrationNumber":"6700001","internationalPublicationNumber":"WO2018004322"}""",
            "/api/patent/v1/case_number_reference/" + parameters,
            client => client.Patents.GetNumberAsync(JpoNumber.Parse(text)));
        Assert.Equal((JpoLaw.Patent, "2018004321", "2019012345"), (numbers.Law, numbers.ApplicationNumber, numbers.PublicationNumber));
        Assert.Equal(("2019512346", "6700001", "WO2018004322"), (numbers.NationalPublicationNumber, numbers.RegistrationNumber, numbers.InternationalPublicationNumber));
        Assert.Equal((null, null), (numbers.InternationalRegistrationNumber, numbers.DesignNumber));
    }

    [Fact]
    public async Task Citations()
    {
        using Canned canned = Canned.Json(
            """
            {"applicationNumber":"2018004321","patentDoc":[
              {"draftDate":"20190901","citationType":"19","citationOrder":"1","documentNumber":"JPA 414233033"},
              {"draftDate":"20190901","citationType":"19","citationOrder":"02","documentNumber":"US  07654321A1"}],
             "nonPatentDoc":[
              {"draftDate":"20200228","citationType":"31","citationOrder":"3","documentType":"101","authorName":"見本　花子","paperTitle":"櫛の研究","publicationName":"見本学会誌","issueCountryCd":"JP","publisher":"見本学会","issueDate":"20150600","issueDateType":"2","issueNumber":"12巻3号","citationPages":"45-48"},
              {"draftDate":"20200228","citationType":"31","citationOrder":"4","issueDate":"20140501"}]}
            """);
        var citations = await canned.Client.Patents.GetCitationsAsync(Number);
        Assert.Equal("/api/patent/v1/cite_doc_info/2018004321", canned.OnlyPath);
        Assert.Equal([CitationKind.Patent, CitationKind.Patent, CitationKind.NonPatent, CitationKind.NonPatent], citations.Select(citation => citation.Kind));
        Assert.All(citations, citation =>
        {
            Assert.Equal("2018004321", citation.ApplicationNumber);
            Assert.NotEqual(default, citation.RetrievedAt);
        });

        PatentCitation japanese = citations[0];
        Assert.Equal((Day.Of("2019-09-01"), "19", 1), (japanese.DraftDate, japanese.CitationType, japanese.CitationOrder));
        Assert.Equal(("JPA 414233033", "2002233033"), (japanese.DocumentNumber, japanese.PublicationNumber));
        Assert.Equal(("US  07654321A1", null, 2), (citations[1].DocumentNumber, citations[1].PublicationNumber, citations[1].CitationOrder));

        PatentCitation paper = citations[2];
        Assert.Equal((null, null, "101", "見本　花子", "櫛の研究"), (paper.DocumentNumber, paper.PublicationNumber, paper.DocumentType, paper.AuthorName, paper.PaperTitle));
        Assert.Equal(("見本学会誌", "JP", "見本学会"), (paper.PublicationName, paper.IssueCountryCode, paper.Publisher));
        Assert.Equal((null, "20150600", "2", "12巻3号", "45-48"), (paper.IssueDate, paper.IssueDateText, paper.IssueDateType, paper.IssueNumber, paper.CitationPages));
        Assert.Equal(Day.Of("2014-05-01"), citations[3].IssueDate);
    }

    [Fact]
    public async Task Registration()
    {
        PatentRegistration registration = await Canned.AskAsync(
            """
            {"applicationNumber":"2018004321","filingDate":"20180115","registrationNumber":"6700001","registrationDate":"20200508","decisionDate":"20200401","appealTrialDecisiondDate":"20200402",
             "rightPersonInformation":[{"rightPersonCd":"000000019","rightPersonName":"見本工業株式会社"}],"inventionTitle":"雪かき用の櫛","numberOfClaims":"005","expireDate":"20380115",
             "nextPensionPaymentDate":"20260508","lastPaymentYearly":"06","erasureIdentifier":"00","disappearanceDate":"20390116","updateDate":"20230421"}
            """,
            "/api/patent/v1/registration_info/2018004321",
            client => client.Patents.GetRegistrationAsync(Number));
        Assert.Equal(("雪かき用の櫛", 5), (registration.InventionTitle, registration.NumberOfClaims));
        AssertRegistration(registration, JpoLaw.Patent);
    }

    [Fact]
    public async Task Url()
    {
        JpoUrl url = await Canned.AskAsync(
            """{"URL":"https://example.test/c1800/PU/JP-2018-004321"}""",
            "/api/patent/v1/jpp_fixed_address/2018004321",
            client => client.Patents.GetUrlAsync(Number));
        Assert.Equal((JpoLaw.Patent, "2018004321", "https://example.test/c1800/PU/JP-2018-004321"), (url.Law, url.ApplicationNumber, url.Url));
    }

    [Theory]
    [InlineData("PCT/JP2017/004320", "international_application/JP2017004320", "JP2017004320", null)]
    [InlineData("WO2018/004322", "international_publication/WO2018004322", null, "WO2018004322")]
    public async Task National_phase_knows_what_was_asked_for(string text, string parameters, string? application, string? publication)
    {
        PctNationalPhase phase = await Canned.AskAsync(
            """{"applicationNumber":"2018500001"}""",
            "/api/patent/v1/pct_national_phase_application_number/" + parameters,
            client => client.Patents.GetPctNationalPhaseAsync(JpoNumber.Parse(text)));
        Assert.Equal(("2018500001", application, publication), (phase.ApplicationNumber, phase.InternationalApplicationNumber, phase.InternationalPublicationNumber));
    }

    internal static void AssertRegistration(CaseRegistration registration, JpoLaw law)
    {
        Assert.Equal((law, "2018004321", Day.Of("2018-01-15")), (registration.Law, registration.ApplicationNumber, registration.FilingDate));
        Assert.Equal(("6700001", Day.Of("2020-05-08")), (registration.RegistrationNumber, registration.RegistrationDate));
        Assert.Equal((Day.Of("2020-04-01"), Day.Of("2020-04-02")), (registration.DecisionDate, registration.AppealTrialDecisionDate));
        Assert.Equal(("000000019", "見本工業株式会社"), (Assert.Single(registration.RightPersons).Code, registration.RightPersons[0].Name));
        Assert.Equal((Day.Of("2038-01-15"), Day.Of("2026-05-08"), 6), (registration.ExpireDate, registration.NextPensionPaymentDate, registration.LastPaymentYearly));
        Assert.Equal(("00", Day.Of("2039-01-16"), Day.Of("2023-04-21")), (registration.ErasureIdentifier, registration.DisappearanceDate, registration.UpdateDate));
    }

    private static void AssertDivisional(DivisionalApplication divisional)
    {
        Assert.Equal(("2020000888", "2020098765", "502098765"), (divisional.ApplicationNumber, divisional.PublicationNumber, divisional.EraPublicationNumber));
        Assert.Equal(("2020598766", "502598766", "6900002"), (divisional.NationalPublicationNumber, divisional.EraNationalPublicationNumber, divisional.RegistrationNumber));
        Assert.Equal(("JP2019000889", "WO2019000890", "01"), (divisional.InternationalApplicationNumber, divisional.InternationalPublicationNumber, divisional.ErasureIdentifier));
        Assert.Equal((Day.Of("2038-01-16"), Day.Of("2025-06-01"), 2), (divisional.ExpireDate, divisional.DisappearanceDate, divisional.DivisionalGeneration));
    }
}
