using System;
using System.Collections.Generic;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.World;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>For each API one trip from the number to the typed answer, and what must have come out of it.</summary>
internal static class ApiTrips
{
    private const string InventedName = "月白電子工業株式会社";

    internal static IReadOnlyDictionary<ApiDescriptor, Func<JpoClient, Task>> All { get; } = new Dictionary<ApiDescriptor, Func<JpoClient, Task>>
    {
        [ApiCatalog.PatentProgress] = PatentProgressAsync,
        [ApiCatalog.PatentProgressSimple] = PatentProgressSimpleAsync,
        [ApiCatalog.PatentDivisional] = PatentDivisionalAsync,
        [ApiCatalog.PatentPriority] = PatentPriorityAsync,
        [ApiCatalog.PatentApplicantByCode] = client => ApplicantByCodeAsync(client.Patents),
        [ApiCatalog.PatentApplicantByName] = client => ApplicantByNameAsync(client.Patents),
        [ApiCatalog.PatentNumber] = PatentNumberAsync,
        [ApiCatalog.PatentApplicationDocuments] = client => PatentBundleAsync(client, DocumentKind.Application, "docContOpinionAmendment"),
        [ApiCatalog.PatentMailedDocuments] = client => PatentBundleAsync(client, DocumentKind.Mailed, "docContRefusalReasonDecision"),
        [ApiCatalog.PatentRefusalNotices] = client => PatentBundleAsync(client, DocumentKind.Refusal, "docContRefusalReason"),
        [ApiCatalog.PatentCitation] = PatentCitationAsync,
        [ApiCatalog.PatentRegistration] = PatentRegistrationAsync,
        [ApiCatalog.PatentUrl] = client => UrlAsync(client.Patents, Cases.Patent(found => true), "/PU/"),
        [ApiCatalog.PctNationalPhase] = PctNationalPhaseAsync,
        [ApiCatalog.DesignProgress] = DesignProgressAsync,
        [ApiCatalog.DesignProgressSimple] = DesignProgressSimpleAsync,
        [ApiCatalog.DesignPriority] = DesignPriorityAsync,
        [ApiCatalog.DesignApplicantByCode] = client => ApplicantByCodeAsync(client.Designs),
        [ApiCatalog.DesignApplicantByName] = client => ApplicantByNameAsync(client.Designs),
        [ApiCatalog.DesignNumber] = DesignNumberAsync,
        [ApiCatalog.DesignApplicationDocuments] = client => DesignBundleAsync(client, DocumentKind.Application, "docContOpinionAmendment"),
        [ApiCatalog.DesignMailedDocuments] = client => DesignBundleAsync(client, DocumentKind.Mailed, "docContRefusalReasonDecision"),
        [ApiCatalog.DesignRefusalNotices] = client => DesignBundleAsync(client, DocumentKind.Refusal, "docContRefusalReason"),
        [ApiCatalog.DesignRegistration] = DesignRegistrationAsync,
        [ApiCatalog.DesignUrl] = client => UrlAsync(client.Designs, Cases.Design(found => true), "/DE/"),
        [ApiCatalog.TrademarkProgress] = TrademarkProgressAsync,
        [ApiCatalog.TrademarkProgressSimple] = TrademarkProgressSimpleAsync,
        [ApiCatalog.TrademarkPriority] = TrademarkPriorityAsync,
        [ApiCatalog.TrademarkApplicantByCode] = client => ApplicantByCodeAsync(client.Trademarks),
        [ApiCatalog.TrademarkApplicantByName] = client => ApplicantByNameAsync(client.Trademarks),
        [ApiCatalog.TrademarkNumber] = TrademarkNumberAsync,
        [ApiCatalog.TrademarkApplicationDocuments] = client => TrademarkBundleAsync(client, DocumentKind.Application, "docContOpinionAmendment"),
        [ApiCatalog.TrademarkMailedDocuments] = client => TrademarkBundleAsync(client, DocumentKind.Mailed, "docContRefusalReasonDecision"),
        [ApiCatalog.TrademarkRefusalNotices] = client => TrademarkBundleAsync(client, DocumentKind.Refusal, "docContRefusalReason"),
        [ApiCatalog.TrademarkRegistration] = TrademarkRegistrationAsync,
        [ApiCatalog.TrademarkUrl] = client => UrlAsync(client.Trademarks, Cases.Trademark(found => true), "/TR/"),
        [ApiCatalog.OpdFamily] = OpdFamilyAsync,
        [ApiCatalog.OpdFamilyList] = OpdFamilyListAsync,
        [ApiCatalog.OpdDocumentList] = OpdDocumentListAsync,
        [ApiCatalog.OpdCitation] = OpdCitationAsync,
        [ApiCatalog.OpdDocument] = OpdDocumentAsync,
        [ApiCatalog.OpdJapaneseDocument] = OpdJapaneseDocumentAsync,
    };

    private static JpoNumber Number(CaseRecord found) => Cases.Application(found.Law, found.Number);

    private static async Task PatentProgressAsync(JpoClient client)
    {
        PatentCase expected = Cases.Patent(found => found is { Register: not null, Priorities.Count: > 0, Publication: not null, IsNationalPublication: false, Parent: null });
        PatentProgress actual = await client.Patents.GetProgressAsync(Number(expected));
        Agree.Progress(expected, actual);
        Agree.Priorities(expected, actual.PriorityRights);
        AgreeOnPublications(expected, actual);
        Assert.Equal(Enumerable.Range(1, expected.Applicants.Count + expected.Attorneys.Count).Select(i => (int?)i), actual.Applicants.Concat(actual.Attorneys).Select(person => person.RepeatNumber));

        PatentCase divided = Cases.Patent(found => found is { Parent: not null, InternationalApplication: null });
        PatentProgress child = await client.Patents.GetProgressAsync(Number(divided));
        Agree.Progress(divided, child);
        Assert.Equal(divided.Parent, child.ParentApplication!.ApplicationNumber);
        Assert.Equal(divided.ParentFiling, child.ParentApplication.FilingDate);
        Assert.Equal(divided.Generation, child.DivisionalApplications.Single(member => member.ApplicationNumber == divided.Number).DivisionalGeneration);
    }

    private static async Task PatentProgressSimpleAsync(JpoClient client)
    {
        PatentCase expected = Cases.Patent(found => found is { InternationalPublication: not null, IsNationalPublication: true, Priorities.Count: > 0 });
        PatentProgress actual = await client.Patents.GetProgressSimpleAsync(Number(expected));
        Agree.Progress(expected, actual);
        AgreeOnPublications(expected, actual);
        Assert.Empty(actual.PriorityRights);
        Assert.Empty(actual.DivisionalApplications);
        Assert.Null(actual.ParentApplication);
    }

    private static void AgreeOnPublications(PatentCase expected, PatentProgress actual)
    {
        Assert.Equal(expected.Subject.Title, actual.InventionTitle);
        Assert.Equal(expected.PublicationDate, actual.PublicationDate);
        Assert.Equal(expected.IsNationalPublication ? null : expected.Publication, actual.PublicationNumber);
        Assert.Equal(expected.IsNationalPublication ? null : expected.EraPublication, actual.EraPublicationNumber);
        Assert.Equal(expected.IsNationalPublication ? expected.Publication : null, actual.NationalPublicationNumber);
        Assert.Equal(expected.IsNationalPublication ? expected.EraPublication : null, actual.EraNationalPublicationNumber);
        Assert.Equal(expected.InternationalApplication, actual.InternationalApplicationNumber);
        Assert.Equal(expected.InternationalPublication, actual.InternationalPublicationNumber);
        Assert.Equal(expected.InternationalPublicationDate, actual.InternationalPublicationDate);
    }

    private static async Task PatentDivisionalAsync(JpoClient client)
    {
        PatentCase expected = Cases.Patent(found => found is { Parent: not null, Publication: not null });
        PatentDivisional actual = await client.Patents.GetDivisionalAsync(Number(expected));
        IReadOnlyList<PatentCase> line = PatentWorld.Descent(expected);
        Assert.Equal(expected.Number, actual.ApplicationNumber);
        Assert.Equal(expected.Parent, actual.ParentApplication!.ApplicationNumber);
        Assert.Equal(expected.ParentFiling, actual.ParentApplication.FilingDate);
        Assert.Equal(line.Count, actual.DivisionalApplications.Count);
        foreach ((PatentCase member, DivisionalApplication application) in line.Zip(actual.DivisionalApplications))
        {
            Assert.Equal(member.Number, application.ApplicationNumber);
            Assert.Equal(member.IsNationalPublication ? null : member.Publication, application.PublicationNumber);
            Assert.Equal(member.IsNationalPublication ? member.Publication : null, application.NationalPublicationNumber);
            Assert.Equal(member.RegistrationNumber, application.RegistrationNumber);
            Assert.Equal(member.InternationalApplication, application.InternationalApplicationNumber);
            Assert.Equal(member.Register?.Erasure, application.ErasureIdentifier);
            Assert.Equal(member.Register?.Expires, application.ExpireDate);
            Assert.Equal(member.Register?.Gone, application.DisappearanceDate);
            Assert.Equal(member.Generation, application.DivisionalGeneration);
        }

        Agree.Fresh(actual);
    }

    private static async Task PatentPriorityAsync(JpoClient client)
    {
        PatentCase abroad = Cases.Patent(found => found.Priorities.Any(priority => !priority.Domestic));
        PatentCase athome = Cases.Patent(found => found.Priorities.Any(priority => priority.Domestic));
        foreach (PatentCase expected in new[] { abroad, athome })
        {
            PatentPriority actual = await client.Patents.GetPriorityAsync(Number(expected));
            Assert.Equal(expected.Number, actual.ApplicationNumber);
            Assert.Equal(JpoLaw.Patent, actual.Law);
            Agree.Priorities(expected, actual.PriorityRights);
            Agree.Fresh(actual);
        }
    }

    private static async Task ApplicantByCodeAsync(DomesticApis apis)
    {
        Party expected = PartyPool.Foreigners[0];
        Applicant actual = await apis.GetApplicantAsync(expected.Code);
        Assert.Equal(expected.Code, actual.Code);
        Assert.Equal(expected.Name, actual.Name);
        Assert.Equal(apis.Law, actual.Law);
        Agree.Fresh(actual);
    }

    /// <summary>Two codes of one name, and a name with the signs that an address must encode.</summary>
    private static async Task ApplicantByNameAsync(DomesticApis apis)
    {
        Party twin = PartyPool.WithCode("304188217")!;
        foreach (string name in new[] { twin.Name, PartyPool.Foreigners[1].Name, PartyPool.Foreigners[5].Name, PartyPool.Foreigners[10].Name })
        {
            IReadOnlyList<Applicant> actual = await apis.FindApplicantsAsync(name);
            Assert.Equal(PartyPool.WithName(name).Select(party => party.Code), actual.Select(applicant => applicant.Code));
            Assert.All(actual, applicant =>
            {
                Assert.Equal(name, applicant.Name);
                Assert.Equal(apis.Law, applicant.Law);
                Agree.Fresh(applicant);
            });
        }

        Assert.Equal(2, (await apis.FindApplicantsAsync(twin.Name)).Count);
        await Assert.ThrowsAsync<JpoEmptyAnswerException>(() => apis.FindApplicantsAsync(InventedName + "（見本）"));
    }

    private static async Task PatentNumberAsync(JpoClient client)
    {
        PatentCase expected = Cases.Patent(found => found is { RegistrationNumber: not null, Publication: not null, IsNationalPublication: false });
        PatentCase national = Cases.Patent(found => found is { InternationalPublication: not null, IsNationalPublication: true });
        foreach ((JpoNumber asked, PatentCase found) in new[]
        {
            (Number(expected), expected),
            (Cases.Publication(expected.Publication), expected),
            (Cases.Registration(JpoLaw.Patent, expected.RegistrationNumber), expected),
            (Cases.Publication(national.Publication), national),
        })
        {
            NumberReference actual = await client.Patents.GetNumberAsync(asked);
            Assert.Equal(JpoLaw.Patent, actual.Law);
            Assert.Equal(found.Number, actual.ApplicationNumber);
            Assert.Equal(found.IsNationalPublication ? null : found.Publication, actual.PublicationNumber);
            Assert.Equal(found.IsNationalPublication ? found.Publication : null, actual.NationalPublicationNumber);
            Assert.Equal(found.RegistrationNumber, actual.RegistrationNumber);
            Assert.Equal(found.InternationalPublication, actual.InternationalPublicationNumber);
            Agree.Fresh(actual);
        }
    }

    private static async Task PatentBundleAsync(JpoClient client, DocumentKind kind, string prefix)
    {
        PatentCase expected = Cases.Patent(found => found.Has("A131") && found.Has("A53") && found.Has("A01") && Citations.Of(found).Count > 0);
        Agree.Bundle(expected, kind, prefix, await client.Patents.GetDocumentsAsync(Number(expected), kind));
        PatentCase without = Cases.Patent(found => !found.Has("A131", "A01", "A02", "A53", "A523", "A252"));
        var nothing = await Assert.ThrowsAsync<JpoEmptyAnswerException>(() => client.Patents.GetDocumentsAsync(Number(without), kind));
        Assert.Equal("108", nothing.StatusCode);
    }

    private static async Task PatentCitationAsync(JpoClient client)
    {
        PatentCase expected = Cases.Patent(found => Citations.Of(found).Any(citation => citation.Paper != null) && Citations.Of(found).Any(citation => citation.Publication != null));
        IReadOnlyList<PatentCitation> actual = await client.Patents.GetCitationsAsync(Number(expected));
        List<Citation> cited = Citations.Of(expected).OrderBy(citation => citation.Publication == null ? 1 : 0).ToList();
        Assert.Equal(cited.Count, actual.Count);
        foreach ((Citation citation, PatentCitation answer) in cited.Zip(actual))
        {
            Assert.Equal(expected.Number, answer.ApplicationNumber);
            Assert.Equal(citation.Drafted, answer.DraftDate);
            Assert.Equal(citation.Kind, answer.CitationType);
            Assert.Equal(citation.Order, answer.CitationOrder);
            Assert.Equal(citation.Publication == null ? CitationKind.NonPatent : CitationKind.Patent, answer.Kind);
            Assert.Equal(citation.Publication?.Record, answer.DocumentNumber);
            Assert.Equal(citation.Publication?.Docdb, answer.PublicationNumber is { } publication ? "JP." + publication + ".A" : null);
            Assert.Equal(citation.Paper?.Author, answer.AuthorName);
            Assert.Equal(citation.Paper?.Title, answer.PaperTitle);
            Assert.Equal(citation.Paper?.Journal, answer.PublicationName);
            Assert.Equal(citation.Paper?.Country, answer.IssueCountryCode);
            Assert.Equal(citation.Paper?.Publisher, answer.Publisher);
            Assert.Equal(citation.Paper?.Issued, answer.IssueDate);
            Assert.Equal(citation.Paper?.Volume, answer.IssueNumber);
            Assert.Equal(citation.Paper?.Pages, answer.CitationPages);
            Agree.Fresh(answer);
        }
    }

    private static async Task PatentRegistrationAsync(JpoClient client)
    {
        foreach (PatentCase expected in new[] { Cases.Patent(found => found.Register is { Gone: null }), Cases.Patent(found => found.Register is { Gone: not null }) })
        {
            PatentRegistration actual = await client.Patents.GetRegistrationAsync(Number(expected));
            Agree.Registration(expected, actual);
            Assert.Equal(expected.Subject.Title, actual.InventionTitle);
            Assert.Equal(expected.Claims, actual.NumberOfClaims);
        }
    }

    private static async Task UrlAsync(DomesticApis apis, CaseRecord expected, string collection)
    {
        JpoUrl actual = await apis.GetUrlAsync(Number(expected));
        Assert.Equal(expected.Number, actual.ApplicationNumber);
        Assert.Equal(expected.Law, actual.Law);
        Assert.StartsWith("https://www.j-platpat.inpit.go.jp/", actual.Url, StringComparison.Ordinal);
        Assert.Contains(collection + "JP-" + expected.Number.Insert(4, "-") + "/", actual.Url, StringComparison.Ordinal);
        Agree.Fresh(actual);
    }

    private static async Task PctNationalPhaseAsync(JpoClient client)
    {
        PatentCase expected = Cases.Patent(found => found is { InternationalApplication: not null, InternationalPublication: not null, Parent: null });
        PctNationalPhase byApplication = await client.Patents.GetPctNationalPhaseAsync(JpoNumber.Parse(expected.InternationalApplication, JpoNumberKind.InternationalApplication));
        Assert.Equal(expected.Number, byApplication.ApplicationNumber);
        Assert.Equal(expected.InternationalApplication, byApplication.InternationalApplicationNumber);
        Assert.Null(byApplication.InternationalPublicationNumber);
        Agree.Fresh(byApplication);
        PctNationalPhase byPublication = await client.Patents.GetPctNationalPhaseAsync(JpoNumber.Parse(expected.InternationalPublication, JpoNumberKind.InternationalPublication));
        Assert.Equal(expected.Number, byPublication.ApplicationNumber);
        Assert.Equal(expected.InternationalPublication, byPublication.InternationalPublicationNumber);
        Assert.Null(byPublication.InternationalApplicationNumber);
        Agree.Fresh(byPublication);
    }

    private static async Task DesignProgressAsync(JpoClient client)
    {
        DesignCase related = Cases.Design(found => found is { Principal: not null, Register: not null });
        DesignCase divided = Cases.Design(found => found.Parent != null);
        DesignCase abroad = Cases.Design(found => found.Priorities.Count > 0);
        foreach (DesignCase expected in new[] { related, divided, abroad })
        {
            DesignProgress actual = await client.Designs.GetProgressAsync(Number(expected));
            Agree.Progress(expected, actual);
            Agree.Priorities(expected, actual.PriorityRights);
            Assert.Equal(expected.Subject.Title, actual.DesignArticle);
            Assert.Equal(expected.Subject.Classification, actual.DesignClass);
            Assert.Equal(expected.Principal, actual.PrincipalDesignApplicationNumber);
            Assert.Equal(expected.Parent, actual.ParentApplication?.ApplicationNumber);
            Assert.Equal(expected.Parent == null ? null : "3", actual.ParentApplication?.LawCode);
            Assert.Null(actual.PublicationDate);
        }
    }

    private static async Task DesignProgressSimpleAsync(JpoClient client)
    {
        DesignCase expected = Cases.Design(found => found is { Principal: not null, Register: not null });
        DesignProgress actual = await client.Designs.GetProgressSimpleAsync(Number(expected));
        Agree.Progress(expected, actual);
        Assert.Equal(expected.Subject.Title, actual.DesignArticle);
        Assert.Null(actual.DesignClass);
        Assert.Null(actual.PrincipalDesignApplicationNumber);
        Assert.Null(actual.ParentApplication);
        Assert.Empty(actual.PriorityRights);
    }

    private static async Task DesignPriorityAsync(JpoClient client)
    {
        DesignCase expected = Cases.Design(found => found.Priorities.Count > 0);
        DesignPriority actual = await client.Designs.GetPriorityAsync(Number(expected));
        Assert.Equal(expected.Number, actual.ApplicationNumber);
        Assert.Equal(JpoLaw.Design, actual.Law);
        Agree.Priorities(expected, actual.PriorityRights);
        Agree.Fresh(actual);
    }

    private static async Task DesignNumberAsync(JpoClient client)
    {
        DesignCase hague = Cases.Design(found => found is { InternationalRegistration: not null, RegistrationNumber: not null });
        foreach (JpoNumber asked in new[] { Number(hague), Cases.Registration(JpoLaw.Design, hague.RegistrationNumber) })
        {
            NumberReference actual = await client.Designs.GetNumberAsync(asked);
            Assert.Equal(JpoLaw.Design, actual.Law);
            Assert.Equal(hague.Number, actual.ApplicationNumber);
            Assert.Equal(hague.RegistrationNumber, actual.RegistrationNumber);
            Assert.Equal(hague.InternationalRegistration, actual.InternationalRegistrationNumber);
            Assert.Equal(hague.DesignNumber, actual.DesignNumber);
            Assert.Null(actual.PublicationNumber);
            Agree.Fresh(actual);
        }
    }

    private static async Task DesignBundleAsync(JpoClient client, DocumentKind kind, string prefix)
    {
        DesignCase expected = Cases.Design(found => found.Has("A131") && found.Has("A53", "A523") && found.Has("A01"));
        Agree.Bundle(expected, kind, prefix, await client.Designs.GetDocumentsAsync(Number(expected), kind));
    }

    private static async Task DesignRegistrationAsync(JpoClient client)
    {
        DesignCase expected = Cases.Design(found => found.Register is { Gone: null });
        DesignRegistration actual = await client.Designs.GetRegistrationAsync(Number(expected));
        Agree.Registration(expected, actual);
        Assert.Equal(expected.Subject.Title, actual.DesignArticle);
    }

    private static async Task TrademarkProgressAsync(JpoClient client)
    {
        TrademarkCase figurative = Cases.Trademark(found => found.Subject.Vienna.Count > 1 && found.Register != null && found.Subject.Readings.Count > 0);
        TrademarkCase letters = Cases.Trademark(found => found.Subject.Vienna.Count == 0 && found.Subject.Goods.Count > 1);
        TrademarkCase divided = Cases.Trademark(found => found.Parent != null);
        foreach (TrademarkCase expected in new[] { figurative, letters, divided })
        {
            TrademarkProgress actual = await client.Trademarks.GetProgressAsync(Number(expected));
            Agree.Progress(expected, actual);
            Agree.Priorities(expected, actual.PriorityRights);
            Agree.Sign(expected.Subject, actual.TrademarkForDisplay, actual.Transliterations, actual.ViennaClasses, actual.GoodsServices);
            Assert.Equal(expected.PublicationDate, actual.PublicationDate);
            Assert.Equal(expected.Parent, actual.ParentApplication?.ApplicationNumber);
            Assert.All(actual.Applicants, person => Assert.Null(person.RepeatNumber));
        }
    }

    private static async Task TrademarkProgressSimpleAsync(JpoClient client)
    {
        TrademarkCase expected = Cases.Trademark(found => found.Priorities.Count > 0);
        TrademarkProgress actual = await client.Trademarks.GetProgressSimpleAsync(Number(expected));
        Agree.Progress(expected, actual);
        Agree.Sign(expected.Subject, actual.TrademarkForDisplay, actual.Transliterations, actual.ViennaClasses, actual.GoodsServices);
        Assert.Empty(actual.PriorityRights);
        Assert.Null(actual.ParentApplication);
    }

    private static async Task TrademarkPriorityAsync(JpoClient client)
    {
        TrademarkCase expected = Cases.Trademark(found => found.Priorities.Count > 0);
        TrademarkPriority actual = await client.Trademarks.GetPriorityAsync(Number(expected));
        Assert.Equal(expected.Number, actual.ApplicationNumber);
        Assert.Equal(JpoLaw.Trademark, actual.Law);
        Agree.Priorities(expected, actual.PriorityRights);
        Agree.Fresh(actual);
    }

    private static async Task TrademarkNumberAsync(JpoClient client)
    {
        TrademarkCase expected = Cases.Trademark(found => found.RegistrationNumber != null);
        foreach (JpoNumber asked in new[] { Number(expected), Cases.Registration(JpoLaw.Trademark, expected.RegistrationNumber) })
        {
            NumberReference actual = await client.Trademarks.GetNumberAsync(asked);
            Assert.Equal(JpoLaw.Trademark, actual.Law);
            Assert.Equal(expected.Number, actual.ApplicationNumber);
            Assert.Equal(expected.RegistrationNumber, actual.RegistrationNumber);
            Agree.Fresh(actual);
        }
    }

    private static async Task TrademarkBundleAsync(JpoClient client, DocumentKind kind, string prefix)
    {
        TrademarkCase expected = Cases.Trademark(found => found.Has("A131") && found.Has("A53", "A523") && found.Has("A01"));
        Agree.Bundle(expected, kind, prefix, await client.Trademarks.GetDocumentsAsync(Number(expected), kind));
    }

    private static async Task TrademarkRegistrationAsync(JpoClient client)
    {
        TrademarkCase expected = Cases.Trademark(found => found.Register is { Gone: null } && found.Subject.Vienna.Count > 0);
        TrademarkRegistration actual = await client.Trademarks.GetRegistrationAsync(Number(expected));
        Agree.Registration(expected, actual);
        Agree.Sign(expected.Subject, actual.TrademarkForDisplay, actual.Transliterations, actual.ViennaClasses, actual.GoodsServices);
    }

    /// <summary>A family with relatives abroad, one of which is granted.</summary>
    private static Family WideFamily() => Family.OfApplication(
        "JP." + Cases.Patent(found => found.RegistrationNumber != null
            && Family.OfApplication("JP." + found.Number + ".A", found.Horizon) is { } family
            && family.Members[0].Case!.Number == found.Number
            && family.Members.Any(member => member is { Case: null, Registration: not null })
            && Citations.Of(family.Members[0].Case!).Any(citation => citation.Paper != null)
            && found.Has("A53")).Number + ".A",
        Cases.Horizon)!;

    private static async Task OpdFamilyAsync(JpoClient client)
    {
        Family expected = WideFamily();
        foreach (string asked in new[] { expected.Members[0].Application, expected.Members[0].Registration! })
        {
            IReadOnlyList<OpdFamilyMember> actual = await client.Opd.GetFamilyAsync(JpoDocdbNumber.Parse(asked, asked.EndsWith(".A", StringComparison.Ordinal) ? JpoNumberKind.Application : null));
            AgreeOnFamily(expected, asked, actual);
            Assert.All(actual, member => Assert.Null(member.Id));
        }
    }

    private static async Task OpdFamilyListAsync(JpoClient client)
    {
        Family expected = WideFamily();
        string publication = expected.Members.First(member => member is { Case: null, Registration: not null }).Registration!;
        IReadOnlyList<OpdFamilyMember> actual = await client.Opd.GetFamilyListAsync(JpoDocdbNumber.Parse(publication));
        AgreeOnFamily(expected, publication, actual);
        Assert.Equal(Enumerable.Range(1, actual.Count).Select(i => i.ToString()), actual.Select(member => member.Id));
        foreach ((FamilyMember member, OpdFamilyMember answer) in expected.Members.Zip(actual))
        {
            Assert.Equal(member.Published, member.Publication == null ? null : answer.Publications.Single().Date);
            Assert.Equal(member.Registered, member.Registration == null ? null : answer.Registrations.Single().Date);
        }
    }

    private static void AgreeOnFamily(Family expected, string asked, IReadOnlyList<OpdFamilyMember> actual)
    {
        Assert.Equal(expected.Members.Count, actual.Count);
        foreach ((FamilyMember member, OpdFamilyMember answer) in expected.Members.Zip(actual))
        {
            Assert.Equal(asked, answer.FamilyOf);
            Assert.Equal(member.Country, answer.Country);
            Assert.Equal(member.Application, answer.ApplicationNumber);
            Assert.Equal(member.Applied, answer.ApplicationDate);
            Assert.Equal(member.Publication == null ? [] : [member.Publication], answer.PublicationNumbers);
            Assert.Equal(member.Registration == null ? [] : [member.Registration], answer.RegistrationNumbers);
            Agree.Fresh(answer);
        }
    }

    private static async Task OpdDocumentListAsync(JpoClient client)
    {
        Family family = WideFamily();
        PatentCase head = family.Members[0].Case!;
        foreach (FamilyMember member in new[] { family.Members[0], family.Members.First(other => other.Case == null) })
        {
            IReadOnlyList<FileEntry> expected = FileHistory.Of(member, Cases.Horizon);
            IReadOnlyList<OpdDocumentEntry> actual = await client.Opd.GetDocumentListAsync(Cases.Dossier(member.Application));
            Assert.Equal(expected.Count, actual.Count);
            Assert.NotEmpty(actual);
            foreach ((FileEntry entry, OpdDocumentEntry answer) in expected.Zip(actual))
            {
                Assert.Equal(member.Application, answer.ApplicationNumber);
                Assert.Equal(entry.Id, answer.DocumentId);
                Assert.Equal(entry.Id + "_EN", answer.TranslatedDocumentId);
                Assert.Equal(entry.Group, answer.Group);
                Assert.Equal(entry.Date, answer.LegalDate);
                Assert.Equal(entry.Description, answer.Description);
                Assert.Equal(entry.Translated, answer.TranslatedDescription);
                Assert.Equal(head.Subject.Title, answer.InventionTitle);
                Assert.Equal(head.Subject.English, answer.TranslatedInventionTitle);
                Assert.Equal(head.Applicants.Select(party => party.Name), answer.Applicants);
                Assert.Equal(head.Applicants.Select(party => party.English), answer.TranslatedApplicants);
                Agree.Fresh(answer);
            }
        }
    }

    /// <summary>Two doors, one access.</summary>
    private static async Task OpdCitationAsync(JpoClient client)
    {
        FamilyMember member = WideFamily().Members[0];
        IReadOnlyList<Citation> all = Citations.Of(member.Case!);
        List<Citation> expected = all.Where(citation => citation.Publication != null).Concat(all.Where(citation => citation.Paper != null)).ToList();
        IReadOnlyList<OpdCitation> actual = await client.Opd.GetCitationsAsync(Cases.Dossier(member.Application));
        Assert.Equal(expected.Count, actual.Count);
        foreach ((Citation citation, OpdCitation answer) in expected.Zip(actual))
        {
            Assert.Equal(member.Application, answer.ApplicationNumber);
            Assert.Equal(citation.Drafted, answer.DraftDate);
            Assert.Equal(citation.CitedIn.Description, answer.CitedIn);
            Assert.Equal(citation.Publication == null ? CitationKind.NonPatent : CitationKind.Patent, answer.Kind);
            Assert.Equal(citation.Publication?.Docdb, answer.Number);
            Assert.Equal(citation.Publication == null ? null : "docdb", answer.Format);
            Assert.Equal(citation.Paper?.Line, answer.Text);
            Agree.Fresh(answer);
        }

        OpdClassification classification = await client.Opd.GetClassificationAsync(Cases.Dossier(member.Application));
        Assert.True(classification.FromCache);
        Assert.Equal([member.Case!.Subject.Classification], classification.Ipcs);
        Assert.Equal(("FI", member.Case.Subject.Classification), (classification.Originals.Single().Scheme, classification.Originals.Single().Symbol));
        Assert.Equal(
            new[] { member.Application, member.Publication, member.Registration }.Where(number => number != null),
            classification.References.Select(reference => reference.Number));
    }

    private static async Task OpdDocumentAsync(JpoClient client)
    {
        FamilyMember member = WideFamily().Members.First(other => other.Case == null);
        FileEntry entry = FileHistory.Of(member, Cases.Horizon)[0];
        foreach (string id in new[] { entry.Id, entry.Id + "_EN" })
        {
            OpdDocumentFile actual = await client.Opd.GetDocumentAsync(Cases.Dossier(member.Application), id);
            Assert.Equal(member.Application, actual.ApplicationNumber);
            Assert.Equal(id, actual.DocumentId);
            Assert.Equal(id + ".pdf", actual.FileName);
            Assert.Equal("application/pdf", actual.MediaType);
            Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(actual.GetContent()), StringComparison.Ordinal);
            Agree.Fresh(actual);
        }
    }

    private static async Task OpdJapaneseDocumentAsync(JpoClient client)
    {
        FamilyMember member = WideFamily().Members[0];
        FileEntry entry = FileHistory.Of(member, Cases.Horizon).First(other => other.Document!.Code == "A53");
        OpdDocumentFile actual = await client.Opd.GetJapaneseDocumentAsync(Cases.Dossier(member.Application), entry.Id);
        Assert.Equal(member.Application, actual.ApplicationNumber);
        Assert.Equal(entry.Id, actual.DocumentId);
        Assert.Equal(entry.Id + ".zip", actual.FileName);
        Assert.Equal("application/zip", actual.MediaType);
        using var zip = new ZipArchive(actual.OpenRead());
        Assert.Contains(zip.Entries, file => file.FullName == "A53_" + entry.Document!.Number + "/JPOXMLDOC01-jpbibl.xml");
        Agree.Fresh(actual);
    }
}
