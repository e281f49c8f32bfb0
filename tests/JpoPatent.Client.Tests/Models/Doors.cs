using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace JpoPatent.Tests.Models;

/// <summary>How each API that gives a model is asked.</summary>
internal static class Doors
{
    private static readonly JpoNumber Patent = JpoNumber.Parse("特願2019-000123");
    private static readonly JpoNumber Design = JpoNumber.Parse("意願2019-000123");
    private static readonly JpoNumber Trademark = JpoNumber.Parse("商願2019-000123");
    private static readonly JpoDocdbNumber Dossier = JpoDocdbNumber.Parse("JP.2019000123.A", JpoNumberKind.Application);

    public static IReadOnlyDictionary<ApiDescriptor, Func<JpoClient, Task<object>>> All { get; } = new Dictionary<ApiDescriptor, Func<JpoClient, Task<object>>>
    {
        [ApiCatalog.PatentProgress] = async client => await client.Patents.GetProgressAsync(Patent),
        [ApiCatalog.PatentProgressSimple] = async client => await client.Patents.GetProgressSimpleAsync(Patent),
        [ApiCatalog.PatentDivisional] = async client => await client.Patents.GetDivisionalAsync(Patent),
        [ApiCatalog.PatentPriority] = async client => await client.Patents.GetPriorityAsync(Patent),
        [ApiCatalog.PatentApplicantByCode] = async client => await client.Patents.GetApplicantAsync("000000019"),
        [ApiCatalog.PatentApplicantByName] = async client => await client.Patents.FindApplicantsAsync("見本"),
        [ApiCatalog.PatentNumber] = async client => await client.Patents.GetNumberAsync(Patent),
        [ApiCatalog.PatentCitation] = async client => await client.Patents.GetCitationsAsync(Patent),
        [ApiCatalog.PatentRegistration] = async client => await client.Patents.GetRegistrationAsync(Patent),
        [ApiCatalog.PatentUrl] = async client => await client.Patents.GetUrlAsync(Patent),
        [ApiCatalog.PctNationalPhase] = async client => await client.Patents.GetPctNationalPhaseAsync(JpoNumber.Parse("PCT/JP2019/000123")),
        [ApiCatalog.DesignProgress] = async client => await client.Designs.GetProgressAsync(Design),
        [ApiCatalog.DesignProgressSimple] = async client => await client.Designs.GetProgressSimpleAsync(Design),
        [ApiCatalog.DesignPriority] = async client => await client.Designs.GetPriorityAsync(Design),
        [ApiCatalog.DesignApplicantByCode] = async client => await client.Designs.GetApplicantAsync("000000019"),
        [ApiCatalog.DesignApplicantByName] = async client => await client.Designs.FindApplicantsAsync("見本"),
        [ApiCatalog.DesignNumber] = async client => await client.Designs.GetNumberAsync(Design),
        [ApiCatalog.DesignRegistration] = async client => await client.Designs.GetRegistrationAsync(Design),
        [ApiCatalog.DesignUrl] = async client => await client.Designs.GetUrlAsync(Design),
        [ApiCatalog.TrademarkProgress] = async client => await client.Trademarks.GetProgressAsync(Trademark),
        [ApiCatalog.TrademarkProgressSimple] = async client => await client.Trademarks.GetProgressSimpleAsync(Trademark),
        [ApiCatalog.TrademarkPriority] = async client => await client.Trademarks.GetPriorityAsync(Trademark),
        [ApiCatalog.TrademarkApplicantByCode] = async client => await client.Trademarks.GetApplicantAsync("000000019"),
        [ApiCatalog.TrademarkApplicantByName] = async client => await client.Trademarks.FindApplicantsAsync("見本"),
        [ApiCatalog.TrademarkNumber] = async client => await client.Trademarks.GetNumberAsync(Trademark),
        [ApiCatalog.TrademarkRegistration] = async client => await client.Trademarks.GetRegistrationAsync(Trademark),
        [ApiCatalog.TrademarkUrl] = async client => await client.Trademarks.GetUrlAsync(Trademark),
        [ApiCatalog.OpdFamily] = async client => await client.Opd.GetFamilyAsync(Dossier),
        [ApiCatalog.OpdFamilyList] = async client => await client.Opd.GetFamilyListAsync(Dossier),
        [ApiCatalog.OpdDocumentList] = async client => await client.Opd.GetDocumentListAsync(Dossier),
        [ApiCatalog.OpdCitation] = async client => await client.Opd.GetCitationsAsync(Dossier),
        [ApiCatalog.OpdDocument] = async client => await client.Opd.GetDocumentAsync(Dossier, "Doc_1_JP"),
        [ApiCatalog.OpdJapaneseDocument] = async client => await client.Opd.GetJapaneseDocumentAsync(Dossier, "Doc_1_JP"),
    };
}
