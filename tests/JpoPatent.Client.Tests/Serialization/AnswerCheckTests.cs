using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.Catalog;
using JpoPatent.Tests.Documents;
using JpoPatent.Tests.Models;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>An answer is no success by its status code alone: it has something in it, and it is about what was asked for. Every API.</summary>
public sealed class AnswerCheckTests
{
    private static readonly JpoNumber Patent = JpoNumber.Parse("特願2019-000123");
    private static readonly JpoNumber Registration = JpoNumber.Parse("特許第7533889号");
    private static readonly JpoNumber Publication = JpoNumber.Parse("特開2021-090037");

    public static IEnumerable<object[]> Apis => ApiCatalog.All.Where(api => api.Answer == ApiAnswer.Zip || Doors.All.ContainsKey(api)).Select(api => new object[] { api.Id });

    /// <summary>Those whose answer repeats the application number that was asked for.</summary>
    public static IEnumerable<object[]> ApisThatRepeatTheNumber => Doors.All.Keys
        .Where(static api => api.Answer == ApiAnswer.Json && api.Parameter is ApiParameter.Application or ApiParameter.CaseNumber && !api.Id.EndsWith("/jpp_fixed_address", StringComparison.Ordinal))
        .Select(static api => new object[] { api.Id });

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Success_with_nothing_in_it_is_an_invalid_answer_and_is_not_kept(string id)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        foreach (Canned empty in Empties(api))
        {
            using Canned canned = empty;
            await AssertInvalidAsync(canned, api, () => Ask(api)(canned.Client));
        }
    }

    [Theory]
    [MemberData(nameof(ApisThatRepeatTheNumber))]
    public async Task An_answer_about_another_case_is_an_invalid_answer_and_is_not_kept(string id)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        using Canned canned = Canned.Json("""{"inventionTitle":"他人の発明","applicationNumber":"2019999999","priorityRightInformation":[{"applicationNumber":"2019000123"}]}""");
        JpoException error = await AssertInvalidAsync(canned, api, () => Ask(api)(canned.Client));
        Assert.Contains("2019999999", error.Message, StringComparison.Ordinal);
        Assert.Contains("2019000123", error.Message, StringComparison.Ordinal);

        using Canned right = Canned.Json("""{"inventionTitle":"自分の発明","applicationNumber":" 2019000123 "}""");
        await Ask(api)(right.Client);
        await Ask(api)(right.Client);
        Assert.Single(right.Transport.Paths);
    }

    [Theory]
    [InlineData("registration", """{"applicationNumber":"2020123456","registrationNumber":"7533889"}""", true)]
    [InlineData("registration", """{"applicationNumber":"2020123456","registrationNumber":"0007533889"}""", true)]
    [InlineData("registration", """{"applicationNumber":"2020123456","registrationNumber":"7533880"}""", false)]
    [InlineData("publication", """{"applicationNumber":"2020123456","publicationNumber":"2021090037"}""", true)]
    [InlineData("publication", """{"applicationNumber":"2020123456","publicationNumber":"","nationalPublicationNumber":"2021090037"}""", true)]
    [InlineData("publication", """{"applicationNumber":"2021090037","publicationNumber":"2022000001"}""", false)]
    public async Task A_number_is_looked_for_where_its_kind_stands(string kind, string data, bool isRight)
    {
        using Canned canned = Canned.Json(data);
        Task<NumberReference> Asked() => canned.Client.Patents.GetNumberAsync(kind == "registration" ? Registration : Publication);
        if (isRight)
        {
            Assert.Equal(kind == "registration" ? "2020123456" : "2020123456", (await Asked()).ApplicationNumber);
        }
        else
        {
            await AssertInvalidAsync(canned, ApiCatalog.PatentNumber, Asked);
        }
    }

    [Theory]
    [InlineData("""{"applicantAttorney":[{"applicantAttorneyCd":"000000019","name":"見本－株式会社"}]}""", true)]
    [InlineData("""{"applicantAttorney":[{"applicantAttorneyCd":"000000018","name":"別の名前"},{"applicantAttorneyCd":"000000019","name":"見本ー 株式会社"}]}""", true)]
    [InlineData("""{"applicantAttorney":[{"applicantAttorneyCd":"000000019","name":"他人株式会社"}]}""", false)]
    public async Task A_name_is_compared_by_its_letters(string data, bool isRight)
    {
        using Canned canned = Canned.Json(data);
        if (isRight)
        {
            Assert.NotEmpty(await canned.Client.Patents.FindApplicantsAsync("見本-株式会社"));
        }
        else
        {
            await AssertInvalidAsync(canned, ApiCatalog.PatentApplicantByName, () => canned.Client.Patents.FindApplicantsAsync("見本-株式会社"));
        }
    }

    [Theory]
    [InlineData("JP.2019000123.A", true, "<application-number><document-number>JP.2019000123.A</document-number></application-number>", true)]
    [InlineData("JP.2019000123.A", true, "<application-number><document-number>JP.2018000123.A</document-number></application-number>", false)]
    [InlineData("JP.2019000123.A", true, "<application-number><document-number>US.201314768239.A</document-number></application-number>", true)]
    [InlineData("US.201314768239.A", true, "<application-number><document-number>US.14768239.A</document-number></application-number>", true)]
    [InlineData("US.201314768239.A", true, "<application-number><document-number>US.14768230.A</document-number></application-number>", false)]
    [InlineData("JP.6249966.B2", false, "<application-number><document-number>JP.2014560041.A</document-number></application-number><registration-numbers><registration-number><document-number>JP.6249966.B2</document-number></registration-number></registration-numbers>", true)]
    [InlineData("JP.6249966.B2", false, "<application-number><document-number>JP.2014560041.A</document-number></application-number><registration-numbers><registration-number><document-number>JP.6249960.B2</document-number></registration-number></registration-numbers>", false)]
    [InlineData("WO.2013129113.A1", false, "<application-number><document-number>JP.2014560041.A</document-number></application-number>", true)]
    public async Task A_family_holds_the_number_of_the_office_that_was_asked_for(string asked, bool isApplication, string numbers, bool isRight)
    {
        JpoDocdbNumber number = JpoDocdbNumber.Parse(asked, isApplication ? JpoNumberKind.Application : JpoNumberKind.Publication);
        foreach (string form in new[]
        {
            "<family-data><families><family><country>JP</country><family-items><family-item>" + numbers + "</family-item></family-items></family></families></family-data>",
            "<family-list-data><family-lists><family-list id=\"1\">" + numbers + "</family-list></family-lists></family-list-data>",
        })
        {
            using Canned canned = Canned.Xml(form);
            bool isList = form.StartsWith("<family-list", StringComparison.Ordinal);
            Func<Task> ask = () => isList ? canned.Client.Opd.GetFamilyListAsync(number) : canned.Client.Opd.GetFamilyAsync(number);
            if (isRight)
            {
                await ask();
            }
            else
            {
                await AssertInvalidAsync(canned, isList ? ApiCatalog.OpdFamilyList : ApiCatalog.OpdFamily, ask);
            }
        }
    }

    [Theory]
    [InlineData("JP.2019000123.A", true)]
    [InlineData("JP.2018000123.A", false)]
    public async Task The_reference_of_citations_is_the_case_and_the_cited_are_others(string reference, bool isRight)
    {
        using Canned canned = Canned.Xml(
            "<citation-and-classification-data><reference><application-number><document-number>" + reference + "</document-number></application-number></reference>"
            + "<citation><patent-literatures><patent-literature><application-number><document-number>JP.2001000001.A</document-number></application-number></patent-literature></patent-literatures></citation>"
            + "</citation-and-classification-data>");
        JpoDocdbNumber number = JpoDocdbNumber.Parse("JP.2019000123.A", JpoNumberKind.Application);
        if (isRight)
        {
            Assert.Single(await canned.Client.Opd.GetCitationsAsync(number));
        }
        else
        {
            await AssertInvalidAsync(canned, ApiCatalog.OpdCitation, () => canned.Client.Opd.GetCitationsAsync(number));
        }
    }

    [Theory]
    [InlineData("docContRefusalReason_2019000123.zip", true)]
    [InlineData("docContRefusalReason_2018000123.zip", false)]
    [InlineData("docCont_1.zip", true)]
    [InlineData(null, true)]
    public async Task A_zip_is_told_by_its_name(string? name, bool isRight)
    {
        using Canned canned = Canned.File(ZipForge.Honest(("06123001234-jpntce.xml", Paper.Jis(Paper.Notice(true, "本文")))), "application/zip", name);
        foreach (JpoLaw law in Enum.GetValues<JpoLaw>())
        {
            DomesticApis apis = canned.Client.Of(law);
            var number = new JpoNumber(JpoNumberKind.Application, law, NumberSeries.None, "2019000123", "2019-000123", null);
            if (isRight)
            {
                (await apis.GetDocumentsAsync(number, DocumentKind.Refusal)).Dispose();
            }
            else
            {
                await AssertInvalidAsync(canned, apis.Documents(DocumentKind.Refusal), () => apis.GetDocumentsAsync(number, DocumentKind.Refusal));
            }
        }
    }

    private static Func<JpoClient, Task> Ask(ApiDescriptor api)
    {
        if (Doors.All.TryGetValue(api, out Func<JpoClient, Task<object>>? door))
        {
            return door;
        }

        DocumentKind kind = Enum.GetValues<DocumentKind>().First(kind => Apis(api).Documents(kind) == api);
        var number = new JpoNumber(JpoNumberKind.Application, api.Law, NumberSeries.None, "2019000123", "2019-000123", null);
        return client => client.Of(api.Law).GetDocumentsAsync(number, kind);

        static DomesticApis Apis(ApiDescriptor api)
        {
            using Canned any = Canned.Json("{}");
            return any.Client.Of(api.Law);
        }
    }

    private static IEnumerable<Canned> Empties(ApiDescriptor api)
    {
        switch (api.Answer)
        {
            case ApiAnswer.Json:
                yield return Canned.Json("{}");
                yield return Canned.Json("""{"applicationNumber":"","inventionTitle":null,"bibliographyInformation":[],"parentApplicationInformation":{},"viennaClass":[{}]}""");
                break;
            case ApiAnswer.Xml:
                yield return Canned.Xml(string.Empty);
                yield return Canned.Xml("<family-data><families/></family-data><document-list-data><document-lists/></document-list-data><citation-and-classification-data> </citation-and-classification-data>");
                break;
            case ApiAnswer.Zip:
                yield return Canned.File(ZipForge.Zip(), "application/zip", null);
                yield return Canned.File(ZipForge.Zip(new ForgedEntry("A53_52400900476/", [])), "application/zip", null);
                yield return Canned.Json("{}");
                break;
            default:
                yield return Canned.Json("{}");
                break;
        }
    }

    /// <summary>The error, which names the API; asked again the service is asked again, because nothing was kept; every try was booked.</summary>
    private static async Task<JpoException> AssertInvalidAsync(Canned canned, ApiDescriptor api, Func<Task> ask)
    {
        int before = canned.Transport.Paths.Count;
        JpoException error = await Assert.ThrowsAsync<JpoInvalidAnswerException>(ask);
        Assert.Same(api, error.Api);
        Assert.Equal(1, error.Attempts);
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(ask);
        Assert.Equal(before + 2, canned.Transport.Paths.Count);
        return error;
    }
}
