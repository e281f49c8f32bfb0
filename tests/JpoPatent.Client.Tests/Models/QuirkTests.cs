using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>What the live service sends otherwise than it is described, and what it might.</summary>
public sealed class QuirkTests
{
    private static readonly JpoNumber Patent = JpoNumber.Parse("特願2018-004321");
    private static readonly JpoNumber Trademark = JpoNumber.Parse("商願2018-004321");

    [Theory]
    [InlineData("""["ア","イ"]""", "ア,イ")]
    [InlineData("""{"0":"ア","1":"イ"}""", "ア,イ")]
    [InlineData("""{"name":"ア"}""", "ア")]
    [InlineData("\"ア\"", "ア")]
    [InlineData("""["ア","",null,7,{"x":"y"}]""", "ア,7")]
    [InlineData("12", "12")]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("true", "")]
    public async Task A_list_of_texts_in_any_form(string value, string expected)
    {
        using Canned canned = Canned.Json("{\"transliteration\":" + value + ",\"viennaClass\":" + value + ",\"trademarkForDisplay\":\"後\"}");
        TrademarkProgress progress = await canned.Client.Trademarks.GetProgressAsync(Trademark);
        Assert.Equal(expected, string.Join(",", progress.Transliterations));
        Assert.Equal(expected, string.Join(",", progress.ViennaClasses));
        Assert.Equal("後", progress.TrademarkForDisplay);
    }

    [Theory]
    [InlineData("""[{"similarCode":"11C01","goodsServiceClass":"09"},{"goodsServiceClass":"16"}]""", "09,16")]
    [InlineData("""{"0":{"goodsServiceClass":"09"},"1":{"goodsServiceClass":"16"}}""", "09,16")]
    [InlineData("""{"goodsServiceClass":"09"}""", "09")]
    [InlineData("""[{},{"goodsServiceClass":"09"},null,"",7]""", "09")]
    [InlineData("{}", "")]
    [InlineData("[]", "")]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    public async Task A_list_of_objects_in_any_form(string value, string expected)
    {
        using Canned canned = Canned.Json("{\"goodsServiceInformation\":" + value + ",\"trademarkForDisplay\":\"後\"}");
        TrademarkProgress progress = await canned.Client.Trademarks.GetProgressAsync(Trademark);
        Assert.Equal(expected, string.Join(",", progress.GoodsServices.Select(goods => goods.Class)));
        Assert.Equal("後", progress.TrademarkForDisplay);
    }

    [Theory]
    [InlineData("""{"documentNumber":"JPA 501012345"}""", 1)]
    [InlineData("""[{"documentNumber":"JPA 501012345"}]""", 1)]
    [InlineData("""{"0":{"documentNumber":"JPA 501012345"},"1":{"documentNumber":"JPA 501012346"}}""", 2)]
    [InlineData("{}", 0)]
    [InlineData("[]", 0)]
    [InlineData("\"\"", 0)]
    public async Task Cited_documents_in_any_form(string value, int count)
    {
        using Canned canned = Canned.Json("{\"applicationNumber\":\"2018004321\",\"patentDoc\":" + value + ",\"nonPatentDoc\":{}}");
        var citations = await canned.Client.Patents.GetCitationsAsync(Patent);
        Assert.Equal(count, citations.Count);
        Assert.All(citations, citation => Assert.StartsWith("20190123", citation.PublicationNumber));
    }

    [Theory]
    [InlineData("""{"parentApplicationNumber":"2016000555"}""", "2016000555")]
    [InlineData("""[{"parentApplicationNumber":"2016000555"}]""", "2016000555")]
    [InlineData("{}", null)]
    [InlineData("[]", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task An_object_that_may_be_absent(string value, string? expected)
    {
        using Canned canned = Canned.Json("{\"parentApplicationInformation\":" + value + ",\"applicationNumber\":\"2018004321\"}");
        PatentDivisional divisional = await canned.Client.Patents.GetDivisionalAsync(Patent);
        Assert.Equal(expected, divisional.ParentApplication?.ApplicationNumber);
        Assert.Equal("2018004321", divisional.ApplicationNumber);
    }

    [Theory]
    [InlineData("\"24E02 26A01\"", "24E02,26A01")]
    [InlineData("\"24E02,26A01\"", "24E02,26A01")]
    [InlineData("\"24E02　26A01 \"", "24E02,26A01")]
    [InlineData("""["24E02","26A01"]""", "24E02,26A01")]
    [InlineData("""{"0":"24E02","1":"26A01"}""", "24E02,26A01")]
    [InlineData("\"\"", "")]
    [InlineData("{}", "")]
    [InlineData("null", "")]
    public async Task Similar_codes_in_any_form(string value, string expected)
    {
        using Canned canned = Canned.Json("{\"goodsServiceInformation\":[{\"goodsServiceClass\":\"09\",\"similarCode\":" + value + "}]}");
        TrademarkProgress progress = await canned.Client.Trademarks.GetProgressAsync(Trademark);
        Assert.Equal(expected, string.Join(",", Assert.Single(progress.GoodsServices).SimilarCodes));
    }

    [Fact]
    public async Task Numbers_in_place_of_texts()
    {
        PatentRegistration registration = await RegistrationAsync(
            """{"applicationNumber":2018004321,"filingDate":20180115,"numberOfClaims":5,"lastPaymentYearly":6,"inventionTitle":12.5}""");
        Assert.Equal(("2018004321", Day.Of("2018-01-15"), 5, 6, "12.5"), (registration.ApplicationNumber, registration.FilingDate, registration.NumberOfClaims, registration.LastPaymentYearly, registration.InventionTitle));
    }

    [Theory]
    [InlineData("""{"applicationNumber":null,"filingDate":null,"numberOfClaims":null,"rightPersonInformation":null,"inventionTitle":null,"later":"1"}""")]
    [InlineData("""{"applicationNumber":"","filingDate":"","numberOfClaims":"","rightPersonInformation":"","inventionTitle":"","later":"1"}""")]
    [InlineData("""{"applicationNumber":{},"filingDate":[],"numberOfClaims":{},"rightPersonInformation":{},"inventionTitle":["x"]}""")]
    [InlineData("""{"filingDate":"00000000","numberOfClaims":"five"}""")]
    [InlineData("""{"filingDate":"20181301"}""")]
    [InlineData("""{"unknown":{"deep":[{"filingDate":"20180115"}]},"more":"x"}""")]
    [InlineData("""{"later":1}""")]
    public async Task Nothing_in_any_form(string data)
    {
        PatentRegistration registration = await RegistrationAsync(data);
        Assert.Equal((null, null, null, null), (registration.ApplicationNumber, registration.FilingDate, registration.NumberOfClaims, registration.InventionTitle));
        Assert.Empty(registration.RightPersons);
    }

    [Fact]
    public async Task Unknown_members_do_no_harm_anywhere()
    {
        PatentRegistration registration = await RegistrationAsync(
            """{"new":[{"a":{}}],"rightPersonInformation":[{"new":{"b":[1,2]},"rightPersonName":"見本"}],"inventionTitle":"櫛"}""");
        Assert.Equal(("見本", "櫛"), (Assert.Single(registration.RightPersons).Name, registration.InventionTitle));
    }

    [Theory]
    [InlineData("503090037", "2021090037")]
    [InlineData("431012345", "2019012345")]
    [InlineData("362012345", "1987012345")]
    [InlineData("599012345", null)]
    [InlineData("103090037", null)]
    [InlineData("", null)]
    public async Task Where_only_the_era_form_came_the_ten_digits_are_made_from_it(string era, string? expected)
    {
        string data = "{\"publicationNumber\":\"" + era + "\",\"ADPublicationNumber\":\"\",\"nationalPublicationNumber\":\"" + era
            + "\",\"divisionalApplicationInformation\":[{\"applicationNumber\":\"2018004321\",\"publicationNumber\":\"" + era + "\",\"nationalPublicationNumber\":\"" + era + "\"}]}";
        using Canned canned = Canned.Json(data);
        PatentProgress progress = await canned.Client.Patents.GetProgressAsync(Patent);
        DivisionalApplication divisional = Assert.Single(progress.DivisionalApplications);
        Assert.Equal((expected, expected), (progress.PublicationNumber, progress.NationalPublicationNumber));
        Assert.Equal((expected, expected), (divisional.PublicationNumber, divisional.NationalPublicationNumber));
        Assert.Equal(era.Length == 0 ? null : era, progress.EraPublicationNumber);
    }

    [Theory]
    [InlineData("JPA 503090037", "2021090037")]
    [InlineData("JPB 407012345", null)]
    [InlineData("JPU 405012345", null)]
    [InlineData("WO  2018004322", null)]
    [InlineData("", null)]
    public async Task A_cited_number_is_converted_where_it_is_a_publication_for_certain(string sent, string? expected)
    {
        using Canned canned = Canned.Json("{\"patentDoc\":[{\"citationType\":\"19\",\"documentNumber\":\"" + sent + "\"}]}");
        PatentCitation citation = Assert.Single(await canned.Client.Patents.GetCitationsAsync(Patent));
        Assert.Equal(expected, citation.PublicationNumber);
        Assert.Equal(sent.Length == 0 ? null : sent, citation.DocumentNumber);
    }

    [Theory]
    [InlineData("""{"applicationNumber":"\ud800"}""")]
    [InlineData("""{"rightPersonInformation":[{"rightPersonName":"\udc00x"}]}""")]
    public async Task Half_a_character_is_an_invalid_answer(string data) =>
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => RegistrationAsync(data));

    private static async Task<PatentRegistration> RegistrationAsync(string data)
    {
        using Canned canned = Canned.Json(data);
        return await canned.Client.Patents.GetRegistrationAsync(Patent);
    }
}
