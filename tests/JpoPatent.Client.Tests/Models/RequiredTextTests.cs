using System;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

/// <summary>What a door refuses costs no access.</summary>
public sealed class RequiredTextTests
{
    private static readonly JpoDocdbNumber Dossier = JpoDocdbNumber.Parse("JP.2019000123.A", JpoNumberKind.Application);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345678")]
    [InlineData("1234567890")]
    [InlineData("12345678X")]
    [InlineData("12345 678")]
    [InlineData("-12345678")]
    [InlineData("①23456789")]
    public async Task A_code_is_nine_digits(string? code)
    {
        using Canned canned = Canned.Json("{}");
        var error = await Assert.ThrowsAsync<JpoInvalidNumberException>(() => canned.Client.Patents.GetApplicantAsync(code!));
        Assert.Equal(code ?? string.Empty, error.Input);
        AssertUnspent(canned, ApiCatalog.PatentApplicantByCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　")]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a,b")]
    [InlineData("a:b")]
    [InlineData("a;b")]
    [InlineData("a|b")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_name_that_cannot_be_asked_for(string? name)
    {
        using Canned canned = Canned.Json("{}");
        var error = await Assert.ThrowsAsync<JpoInvalidParameterException>(() => canned.Client.Patents.FindApplicantsAsync(name!));
        Assert.Same(ApiCatalog.PatentApplicantByName, error.Api);
        AssertUnspent(canned, ApiCatalog.PatentApplicantByName);
    }

    [Fact]
    public async Task Half_a_character_is_no_name_and_no_code()
    {
        using Canned canned = Canned.Json("{}");
        await Assert.ThrowsAsync<JpoInvalidParameterException>(() => canned.Client.Patents.FindApplicantsAsync("見本\ud842"));
        await Assert.ThrowsAsync<JpoInvalidParameterException>(() => canned.Client.Patents.FindApplicantsAsync("\udfb7野"));
        await Assert.ThrowsAsync<JpoInvalidNumberException>(() => canned.Client.Patents.GetApplicantAsync("\ud84223456789"));
        Assert.Empty(canned.Transport.Paths);
    }

    [Fact]
    public async Task A_name_is_not_endless()
    {
        using Canned canned = Canned.Json("""{"later":"1"}""");
        await Assert.ThrowsAsync<JpoInvalidParameterException>(() => canned.Client.Patents.FindApplicantsAsync(new string('見', 1001)));
        Assert.Empty(await canned.Client.Patents.FindApplicantsAsync(new string('見', 1000)));
        Assert.Single(canned.Transport.Paths);
    }

    [Theory]
    [InlineData("見本　一郎")]
    [InlineData(" Ａ．Ｂ． ")]
    [InlineData("a b.c")]
    [InlineData("../../opdapi")]
    [InlineData("a/b?c#d%2Fe\\f")]
    [InlineData("100%")]
    [InlineData("，：；｜")]
    [InlineData("...")]
    [InlineData("𠮷野")]
    [InlineData("Ｏ'ｎｅｉｌ (見本)*!")]
    public async Task A_name_stays_one_segment_of_the_address(string name)
    {
        using Canned canned = Canned.Json("""{"later":"1"}""");
        await canned.Client.Trademarks.FindApplicantsAsync(name);
        string path = canned.OnlyPath;
        Assert.StartsWith(ApiCatalog.TrademarkApplicantByName.Path, path);
        string segment = path.Substring(ApiCatalog.TrademarkApplicantByName.Path.Length);
        Assert.DoesNotContain('/', segment);
        Assert.Equal(name, Uri.UnescapeDataString(segment));
    }

    [Fact]
    public async Task An_error_shows_the_name_as_it_was_written()
    {
        using Canned canned = Canned.Body("""{"result":{"statusCode":"107","errorMessage":"","remainAccessCount":"5","data":{}}}""");
        var error = await Assert.ThrowsAsync<JpoEmptyAnswerException>(() => canned.Client.Patents.FindApplicantsAsync("見本　一郎"));
        Assert.Contains("見本　一郎", error.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("a%2Fb")]
    [InlineData("a?b")]
    [InlineData("文書")]
    public async Task A_document_id_that_is_none(string? id)
    {
        using Canned canned = Canned.Json("{}");
        await Assert.ThrowsAsync<JpoInvalidParameterException>(() => canned.Client.Opd.GetDocumentAsync(Dossier, id!));
        await Assert.ThrowsAsync<JpoInvalidParameterException>(() => canned.Client.Opd.GetJapaneseDocumentAsync(Dossier, id!));
        AssertUnspent(canned, ApiCatalog.OpdDocument);
    }

    [Fact]
    public async Task Numbers_of_another_kind_or_law_are_refused()
    {
        using Canned canned = Canned.Json("{}");
        JpoClient client = canned.Client;
        JpoNumber patent = JpoNumber.Parse("特願2018-004321");
        JpoNumber publication = JpoNumber.Parse("特開2019-012345");
        JpoNumber international = JpoNumber.Parse("WO2018/004322");
        await Assert.ThrowsAsync<ArgumentException>(() => client.Patents.GetProgressAsync(publication));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Designs.GetProgressAsync(patent));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Trademarks.GetRegistrationAsync(patent));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Patents.GetUrlAsync(publication));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Designs.GetNumberAsync(patent));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Designs.GetNumberAsync(publication));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Patents.GetNumberAsync(international));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Patents.GetPctNationalPhaseAsync(patent));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Opd.GetDocumentListAsync(JpoDocdbNumber.Parse("US.2015378098.A1")));
        await Assert.ThrowsAsync<JpoInvalidNumberException>(() => client.Opd.GetFamilyAsync(JpoDocdbNumber.Parse("JP.2019000123.A")));
        await Assert.ThrowsAsync<JpoInvalidNumberException>(() => client.Opd.GetJapaneseDocumentAsync(JpoDocdbNumber.Parse("US.201314768239.A"), "Doc_1"));
        Assert.Empty(canned.Transport.Paths);
    }

    private static void AssertUnspent(Canned canned, ApiDescriptor api)
    {
        Assert.Empty(canned.Transport.Paths);
        Assert.Equal(0, canned.Client.GetQuota(api).Used);
    }
}
