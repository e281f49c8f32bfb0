using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>The answers of different APIs about the same case agree with each other. Nothing here looks into the sandbox: a user's script would see the same.</summary>
public sealed class WorldTests(UnlimitedSandbox sandbox) : IClassFixture<UnlimitedSandbox>
{
    private static readonly string[] CitingDocuments = ["A131", "A01", "A971007"];

    private JpoClient Client => sandbox.Client;

    [Fact]
    public async Task Every_number_of_a_patent_leads_to_the_same_case()
    {
        var seen = new Counts();
        await foreach (PatentProgress progress in PatentsAsync(250))
        {
            NumberReference expected = await Client.Patents.GetNumberAsync(Cases.Application(JpoLaw.Patent, progress.ApplicationNumber));
            Assert.Equal(progress.PublicationNumber, expected.PublicationNumber);
            Assert.Equal(progress.NationalPublicationNumber, expected.NationalPublicationNumber);
            Assert.Equal(progress.RegistrationNumber, expected.RegistrationNumber);
            Assert.Equal(progress.InternationalPublicationNumber, expected.InternationalPublicationNumber);
            if ((progress.PublicationNumber ?? progress.NationalPublicationNumber) is { } publication)
            {
                seen.Add("publication");
                AssertSame(expected, await Client.Patents.GetNumberAsync(Cases.Publication(publication)));
            }

            if (progress.RegistrationNumber is { } registration)
            {
                seen.Add("registration");
                AssertSame(expected, await Client.Patents.GetNumberAsync(Cases.Registration(JpoLaw.Patent, registration)));
            }
        }

        seen.AssertEach(40, "publication", "registration");
    }

    [Theory]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public async Task Both_numbers_of_a_design_or_trademark_lead_to_the_same_case(JpoLaw law)
    {
        var seen = new Counts();
        foreach (JpoNumber number in Cases.Numbers(law, 150))
        {
            if (await OrNothing(ProgressAsync(number)) is not { } progress)
            {
                await Assert.ThrowsAsync<JpoEmptyAnswerException>(() => Client.Of(law).GetNumberAsync(number));
                continue;
            }

            NumberReference expected = await Client.Of(law).GetNumberAsync(number);
            Assert.Equal(progress.ApplicationNumber, expected.ApplicationNumber);
            Assert.Equal(progress.RegistrationNumber, expected.RegistrationNumber);
            if (progress.RegistrationNumber is { } registration)
            {
                seen.Add("registration");
                AssertSame(expected, await Client.Of(law).GetNumberAsync(Cases.Registration(law, registration)));
            }
        }

        seen.AssertEach(40, "registration");
    }

    [Fact]
    public async Task A_PCT_application_leads_to_its_national_phase_and_back()
    {
        var seen = new Counts();
        await foreach (PatentProgress progress in PatentsAsync(300))
        {
            if (progress.InternationalApplicationNumber is not { } application)
            {
                continue;
            }

            seen.Add("phase");
            PctNationalPhase phase = await Client.Patents.GetPctNationalPhaseAsync(JpoNumber.Parse(application, JpoNumberKind.InternationalApplication));
            Assert.Equal(progress.ApplicationNumber, phase.ApplicationNumber);
            if (progress.InternationalPublicationNumber is { } publication)
            {
                seen.Add("publication");
                phase = await Client.Patents.GetPctNationalPhaseAsync(JpoNumber.Parse(publication, JpoNumberKind.InternationalPublication));
                Assert.Equal(progress.ApplicationNumber, phase.ApplicationNumber);
                Assert.NotNull(progress.InternationalPublicationDate);
            }
        }

        seen.AssertEach(20, "phase", "publication");
    }

    [Fact]
    public async Task Parents_and_divisionals_name_each_other()
    {
        var seen = new Counts();
        await foreach (PatentProgress progress in PatentsAsync(600))
        {
            PatentDivisional divisional = await Client.Patents.GetDivisionalAsync(Cases.Application(JpoLaw.Patent, progress.ApplicationNumber));
            AssertSameLine(progress.DivisionalApplications, divisional.DivisionalApplications);
            Assert.Equal(progress.ParentApplication?.ApplicationNumber, divisional.ParentApplication?.ApplicationNumber);
            Assert.Equal(progress.ParentApplication?.FilingDate, divisional.ParentApplication?.FilingDate);
            if (progress.ParentApplication is not { } parent)
            {
                continue;
            }

            DivisionalApplication self = progress.DivisionalApplications.Single(member => member.ApplicationNumber == progress.ApplicationNumber);
            DivisionalApplication above = progress.DivisionalApplications.Single(member => member.ApplicationNumber == parent.ApplicationNumber);
            Assert.Equal(above.DivisionalGeneration + 1, self.DivisionalGeneration);
            Assert.Equal(progress.RegistrationNumber, self.RegistrationNumber);
            Assert.Equal(progress.ExpireDate, self.ExpireDate);
            Assert.True(parent.FilingDate < progress.FilingDate);
            seen.Add("child");
            if (await OrNothing(Client.Patents.GetProgressAsync(Cases.Application(JpoLaw.Patent, parent.ApplicationNumber))) is not { } parentProgress)
            {
                // Filed before July 2003: the service does not cover it.
                continue;
            }

            seen.Add("parent");
            AssertSameLine(progress.DivisionalApplications, parentProgress.DivisionalApplications);
            Assert.Equal(parent.FilingDate, parentProgress.FilingDate);
            Assert.Equal(parentProgress.InventionTitle, progress.InventionTitle);
            Assert.Equal(parentProgress.Applicants.Select(person => person.Code), progress.Applicants.Select(person => person.Code));
        }

        seen.AssertEach(15, "child", "parent");
    }

    [Theory]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public async Task The_parent_of_a_divided_design_or_trademark_is_older_and_of_the_same_applicant(JpoLaw law)
    {
        var seen = new Counts();
        foreach (JpoNumber number in Cases.Numbers(law, 500))
        {
            if (await OrNothing(ProgressAsync(number)) is { ParentApplication: { } parent } child
                && await OrNothing(ProgressAsync(Cases.Application(law, parent.ApplicationNumber))) is { } origin)
            {
                seen.Add("parent");
                Assert.Equal(((int)law).ToString(), parent.LawCode);
                Assert.True(origin.FilingDate < child.FilingDate);
                Assert.Equal(origin.Applicants.Select(person => person.Code), child.Applicants.Select(person => person.Code));
            }
        }

        seen.AssertEach(5, "parent");
    }

    [Fact]
    public async Task Priorities_are_the_earlier_applications_of_the_same_case()
    {
        var seen = new Counts();
        await foreach (PatentProgress progress in PatentsAsync(300))
        {
            PatentPriority priority = await Client.Patents.GetPriorityAsync(Cases.Application(JpoLaw.Patent, progress.ApplicationNumber));
            Assert.Equal(progress.PriorityRights.Select(right => right.ToString()), priority.PriorityRights.Select(right => right.ToString()));
            foreach (PriorityRight right in priority.PriorityRights)
            {
                Assert.True((right.ParisPriorityDate ?? right.NationalPriorityDate) < progress.FilingDate);
                if (right.NationalPriorityApplicationNumber is { } earlier)
                {
                    Assert.Null(right.ParisPriorityApplicationNumber);
                    if (await OrNothing(Client.Patents.GetProgressAsync(Cases.Application(JpoLaw.Patent, earlier))) is { } basis)
                    {
                        seen.Add("national");
                        Assert.Equal(right.NationalPriorityDate, basis.FilingDate);
                        Assert.Equal(progress.Applicants.Select(person => person.Code), basis.Applicants.Select(person => person.Code));
                    }
                }
                else if (right.ParisPriorityCountryCode is "US" or "KR" && await FamilyAsync(progress) is { } family)
                {
                    seen.Add("Paris");
                    OpdFamilyMember first = family.Single(member => member.Country == right.ParisPriorityCountryCode);
                    Assert.Equal(right.ParisPriorityDate, first.ApplicationDate);
                }
            }
        }

        seen.AssertEach(10, "national", "Paris");
    }

    [Fact]
    public async Task Citations_exist_are_older_and_stand_in_a_document_on_file()
    {
        var seen = new Counts();
        await foreach (PatentProgress progress in PatentsAsync(120))
        {
            if (await OrNothing(Client.Patents.GetCitationsAsync(Cases.Application(JpoLaw.Patent, progress.ApplicationNumber))) is not { } citations)
            {
                Assert.DoesNotContain(progress.Documents, document => document.DocumentCode is "A131" or "A01");
                continue;
            }

            foreach (PatentCitation citation in citations)
            {
                seen.Add(citation.Kind.ToString());
                Assert.Equal(progress.ApplicationNumber, citation.ApplicationNumber);
                Assert.Contains(progress.Documents, document => CitingDocuments.Contains(document.DocumentCode) && document.LegalDate >= citation.DraftDate);
                if (citation.Kind == CitationKind.NonPatent)
                {
                    Assert.True(citation.IssueDate < progress.FilingDate);
                    continue;
                }

                Assert.True(int.Parse(citation.PublicationNumber![..4]) <= progress.FilingDate!.Value.Year);
                if (await OrNothing(Client.Patents.GetNumberAsync(Cases.Publication(citation.PublicationNumber))) is { } found)
                {
                    seen.Add("covered");
                    Assert.Equal(citation.PublicationNumber, found.PublicationNumber);
                    Assert.NotEqual(progress.ApplicationNumber, found.ApplicationNumber);
                }
            }

            if (await OrNothing(Client.Opd.GetCitationsAsync(Cases.Dossier("JP." + progress.ApplicationNumber + ".A"))) is { } abroad)
            {
                seen.Add("dossier");
                Assert.Equal(
                    citations.Where(citation => citation.Kind == CitationKind.Patent).Select(citation => ("JP." + citation.PublicationNumber + ".A", citation.DraftDate)),
                    abroad.Where(citation => citation.Kind == CitationKind.Patent).Select(citation => (citation.Number!, citation.DraftDate)));
                Assert.Equal(citations.Count(citation => citation.Kind == CitationKind.NonPatent), abroad.Count(citation => citation.Kind == CitationKind.NonPatent));
                Assert.All(abroad, citation => Assert.Contains(progress.Documents, document => document.DocumentDescription == citation.CitedIn));
            }
        }

        seen.AssertEach(10, "Patent", "NonPatent", "covered", "dossier");
    }

    [Theory]
    [InlineData(JpoLaw.Patent)]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public async Task Codes_and_names_of_applicants_and_attorneys_belong_together(JpoLaw law)
    {
        var people = new Dictionary<string, string>();
        foreach (JpoNumber number in Cases.Numbers(law, 120))
        {
            if (await OrNothing(ProgressAsync(number)) is { } progress)
            {
                Assert.NotEmpty(progress.Applicants);
                foreach (ApplicantAttorney person in progress.Applicants.Concat(progress.Attorneys))
                {
                    Assert.True(people.TryAdd(person.Code!, person.Name!) || people[person.Code!] == person.Name, person.Code);
                }
            }
        }

        Assert.True(people.Count > 30, people.Count.ToString());
        foreach ((string code, string name) in people)
        {
            Assert.Equal(name, (await Client.Of(law).GetApplicantAsync(code)).Name);
            IReadOnlyList<Applicant> namesakes = await Client.Of(law).FindApplicantsAsync(name);
            Assert.Contains(namesakes, applicant => applicant.Code == code);
            Assert.All(namesakes, applicant => Assert.Equal(name, applicant.Name));
        }
    }

    [Theory]
    [InlineData(JpoLaw.Patent)]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public async Task A_registration_agrees_with_the_progress_of_its_application(JpoLaw law)
    {
        var seen = new Counts();
        foreach (JpoNumber number in Cases.Numbers(law, 200))
        {
            if (await OrNothing(ProgressAsync(number)) is not { } progress)
            {
                continue;
            }

            if (await OrNothing(RegistrationAsync(number)) is not { } registration)
            {
                seen.Add("none");
                Assert.Null(progress.RegistrationNumber);
                Assert.Null(progress.RegistrationDate);
                Assert.Null(progress.ErasureIdentifier);
                Assert.DoesNotContain(progress.BibliographyInformation, group => group.NumberType == "06");
                continue;
            }

            seen.Add(registration.ErasureIdentifier == "00" ? "in force" : "ended");
            Assert.Equal(progress.ApplicationNumber, registration.ApplicationNumber);
            Assert.Equal(progress.FilingDate, registration.FilingDate);
            Assert.Equal(progress.RegistrationNumber, registration.RegistrationNumber);
            Assert.Equal(progress.RegistrationDate, registration.RegistrationDate);
            Assert.Equal(progress.ErasureIdentifier, registration.ErasureIdentifier);
            Assert.Equal(progress.ExpireDate, registration.ExpireDate);
            Assert.Equal(progress.DisappearanceDate, registration.DisappearanceDate);
            Assert.Equal(progress.Applicants.Select(person => person.Code), registration.RightPersons.Select(person => person.Code));
            Agree.Right(registration.ErasureIdentifier == "00", progress);
            Assert.True(registration.FilingDate <= registration.DecisionDate && registration.DecisionDate <= registration.RegistrationDate);
            Assert.True(registration.RegistrationDate < registration.ExpireDate && registration.UpdateDate <= sandbox.Horizon);
            Assert.Equal(registration.ErasureIdentifier == "00", registration.DisappearanceDate == null);
            Assert.Equal(registration.RegistrationNumber, progress.BibliographyInformation.Single(group => group.NumberType == "06").Number);

            // The decision that the register names is the one that the file holds, mailed some days later.
            if (registration.AppealTrialDecisionDate == null)
            {
                Assert.Contains(progress.Documents, document => document.DocumentCode == "A01" && document.LegalDate >= registration.DecisionDate);
            }
        }

        seen.AssertEach(10, "none", "in force", "ended");
    }

    [Theory]
    [InlineData(JpoLaw.Patent)]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public async Task The_simple_progress_is_the_progress_without_its_relatives(JpoLaw law)
    {
        foreach (JpoNumber number in Cases.Numbers(law, 40))
        {
            if (await OrNothing(ProgressAsync(number)) is not { } whole)
            {
                continue;
            }

            CaseProgress simple = await SimpleProgressAsync(number);
            Assert.Equal(whole.ApplicationNumber, simple.ApplicationNumber);
            Assert.Equal(whole.RegistrationNumber, simple.RegistrationNumber);
            Assert.Equal(whole.State, simple.State);
            Assert.Equal(whole.LatestDocument?.ToString(), simple.LatestDocument?.ToString());
            Assert.Equal(whole.Documents.Select(Line), simple.Documents.Select(Line));
            Assert.Empty(simple.PriorityRights);
            Assert.Null(simple.ParentApplication);
        }

        static string Line(DocumentEntry document) => $"{document.NumberType} {document.Number} {document} {document.DocumentCode} {document.DocumentNumber}";
    }

    [Theory]
    [InlineData(JpoLaw.Patent)]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public async Task The_bundles_hold_what_the_progress_lists(JpoLaw law)
    {
        var seen = new Counts();
        foreach (JpoNumber number in Cases.Numbers(law, 100))
        {
            if (await OrNothing(ProgressAsync(number)) is not { } progress)
            {
                continue;
            }

            foreach ((DocumentKind kind, string[] codes) in new (DocumentKind, string[])[]
            {
                (DocumentKind.Application, ["A53", "A523"]), (DocumentKind.Mailed, ["A131", "A01", "A02", "A252"]), (DocumentKind.Refusal, ["A131"]),
            })
            {
                List<DocumentEntry> listed = progress.Documents.Where(document => document.IsAvailable && codes.Contains(document.DocumentCode)).ToList();
                if (await OrNothing(Client.Of(law).GetDocumentsAsync(number, kind)) is not { } bundle)
                {
                    Assert.Empty(listed);
                    continue;
                }

                seen.Add(kind.ToString());
                Assert.EndsWith("_" + progress.ApplicationNumber + ".zip", bundle.FileName, StringComparison.Ordinal);
                Assert.Equal(listed.Select(document => document.DocumentNumber).Order(), DocumentNumbers(bundle).Order());
            }
        }

        seen.AssertEach(10, "Application", "Mailed", "Refusal");
    }

    [Fact]
    public async Task Every_number_of_a_family_leads_to_the_same_family()
    {
        var seen = new Counts();
        await foreach (PatentProgress progress in PatentsAsync(60))
        {
            if (await FamilyAsync(progress) is not { } family)
            {
                continue;
            }

            IEnumerable<string> expected = family.Select(member => member.ApplicationNumber!);
            Assert.Contains("JP." + progress.ApplicationNumber + ".A", expected);
            foreach (OpdFamilyMember member in family)
            {
                seen.Add(member.Country!);
                Assert.Equal(expected, (await Client.Opd.GetFamilyListAsync(Cases.Dossier(member.ApplicationNumber))).Select(other => other.ApplicationNumber));
                foreach (string publication in member.PublicationNumbers.Concat(member.RegistrationNumbers))
                {
                    JpoDocdbNumber number = JpoDocdbNumber.Parse(publication, JpoNumberKind.Publication);
                    Assert.Equal(expected, (await Client.Opd.GetFamilyAsync(number)).Select(other => other.ApplicationNumber));
                }

                Assert.All(member.Publications.Concat(member.Registrations), number => Assert.True(number.Date >= member.ApplicationDate && number.Date <= sandbox.Horizon));
            }
        }

        seen.AssertEach(5, "JP", "US", "EP", "CN", "KR");
    }

    [Fact]
    public async Task The_Japanese_members_of_a_family_are_the_domestic_cases()
    {
        var seen = new Counts();
        await foreach (PatentProgress progress in PatentsAsync(150))
        {
            foreach (OpdFamilyMember member in (await FamilyAsync(progress))?.Where(member => member.Country == "JP") ?? [])
            {
                JpoNumber number = Cases.Application(JpoLaw.Patent, member.ApplicationNumber!.Split('.')[1]);
                if (await OrNothing(Client.Patents.GetProgressAsync(number)) is not { } domestic)
                {
                    continue;
                }

                seen.Add("member");
                Assert.Equal(domestic.FilingDate, member.ApplicationDate);
                string? publication = domestic.PublicationNumber ?? domestic.NationalPublicationNumber;
                Assert.Equal(publication, member.PublicationNumbers.SingleOrDefault()?.Split('.')[1]);
                Assert.Equal(publication == null ? null : domestic.PublicationDate, member.Publications.SingleOrDefault()?.Date);
                Assert.Equal(domestic.RegistrationNumber, member.RegistrationNumbers.SingleOrDefault()?.Split('.')[1]);
                Assert.Equal(domestic.RegistrationDate, member.Registrations.SingleOrDefault()?.Date);
            }
        }

        seen.AssertEach(60, "member");
    }

    [Fact]
    public async Task A_document_of_a_Japanese_dossier_is_the_one_in_the_domestic_bundle()
    {
        var seen = new Counts();
        await foreach (PatentProgress progress in PatentsAsync(60))
        {
            JpoDocdbNumber dossier = Cases.Dossier("JP." + progress.ApplicationNumber + ".A");
            if (await OrNothing(Client.Opd.GetDocumentListAsync(dossier)) is not { } list)
            {
                continue;
            }

            var domestic = new Dictionary<string, byte[]>();
            foreach (DocumentKind kind in new[] { DocumentKind.Application, DocumentKind.Mailed })
            {
                if (await OrNothing(Client.Patents.GetDocumentsAsync(Cases.Application(JpoLaw.Patent, progress.ApplicationNumber), kind)) is { } bundle)
                {
                    foreach ((string name, byte[] content) in Files(bundle.OpenRead()))
                    {
                        domestic.Add(name, content);
                    }
                }
            }

            foreach (OpdDocumentEntry entry in list)
            {
                Assert.Equal(progress.InventionTitle, entry.InventionTitle);
                DocumentEntry listed = progress.Documents.First(document => document.DocumentNumber != null && entry.DocumentId!.EndsWith("_" + document.DocumentNumber + "_JP", StringComparison.Ordinal));
                Assert.Equal(listed.LegalDate, entry.LegalDate);
                Assert.Equal(listed.DocumentDescription, entry.Description);
                if (await OrNothing(Client.Opd.GetJapaneseDocumentAsync(dossier, entry.DocumentId!)) is { } file)
                {
                    seen.Add(listed.DocumentCode!);
                    Assert.Equal(entry.DocumentId + ".zip", file.FileName);
                    if (listed.DocumentCode != "A63")
                    {
                        // The application itself is in no domestic bundle.
                        Assert.All(Files(file.OpenRead()), part => Assert.Equal(domestic[part.Key], part.Value));
                    }
                }

                using OpdDocumentFile printed = await Client.Opd.GetDocumentAsync(dossier, entry.DocumentId!);
                Assert.Equal(entry.DocumentId + ".pdf", printed.FileName);
            }
        }

        seen.AssertEach(5, "A131", "A53", "A01");
    }

    [Fact]
    public async Task Documents_of_other_offices_come_as_PDF()
    {
        var seen = new Counts();
        await foreach (PatentProgress progress in PatentsAsync(40))
        {
            foreach (OpdFamilyMember member in (await FamilyAsync(progress))?.Where(member => member.Country != "JP") ?? [])
            {
                JpoDocdbNumber dossier = Cases.Dossier(member.ApplicationNumber);
                foreach (OpdDocumentEntry entry in await Client.Opd.GetDocumentListAsync(dossier))
                {
                    seen.Add(member.Country!);
                    OpdDocumentFile file = await Client.Opd.GetDocumentAsync(dossier, entry.DocumentId!);
                    Assert.Equal(entry.DocumentId + ".pdf", file.FileName);
                    Assert.Equal("application/pdf", file.MediaType);
                    Assert.True(entry.LegalDate > member.ApplicationDate && entry.LegalDate <= sandbox.Horizon);
                }
            }
        }

        seen.AssertEach(3, "US", "EP", "CN", "KR");
    }

    /// <summary>Null for an empty answer.</summary>
    private static async Task<T?> OrNothing<T>(Task<T> asked)
        where T : class
    {
        try
        {
            return await asked;
        }
        catch (JpoEmptyAnswerException)
        {
            return null;
        }
    }

    private static void AssertSame(NumberReference expected, NumberReference actual)
    {
        Assert.Equal(expected.Law, actual.Law);
        Assert.Equal(
            (expected.ApplicationNumber, expected.PublicationNumber, expected.NationalPublicationNumber, expected.RegistrationNumber, expected.InternationalPublicationNumber),
            (actual.ApplicationNumber, actual.PublicationNumber, actual.NationalPublicationNumber, actual.RegistrationNumber, actual.InternationalPublicationNumber));
        Assert.Equal((expected.InternationalRegistrationNumber, expected.DesignNumber), (actual.InternationalRegistrationNumber, actual.DesignNumber));
    }

    private static void AssertSameLine(IReadOnlyList<DivisionalApplication> expected, IReadOnlyList<DivisionalApplication> actual) =>
        Assert.Equal(
            expected.Select(member => (member.ApplicationNumber, member.RegistrationNumber, member.DivisionalGeneration)),
            actual.Select(member => (member.ApplicationNumber, member.RegistrationNumber, member.DivisionalGeneration)));

    /// <summary>What stands in the names of a bundle's texts.</summary>
    private static IEnumerable<string> DocumentNumbers(DocumentBundle bundle) => Files(bundle.OpenRead()).Keys
        .Where(name => !name.EndsWith(".gif", StringComparison.Ordinal))
        .Select(name => name.Contains('/', StringComparison.Ordinal) ? name.Split('_', '/')[1] : name[..11]);

    private static Dictionary<string, byte[]> Files(Stream zip)
    {
        using var archive = new ZipArchive(zip);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using Stream stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private async IAsyncEnumerable<PatentProgress> PatentsAsync(int count)
    {
        foreach (JpoNumber number in Cases.Numbers(JpoLaw.Patent, count))
        {
            if (await OrNothing(Client.Patents.GetProgressAsync(number)) is { } progress)
            {
                Assert.Equal(number.Value, progress.ApplicationNumber);
                yield return progress;
            }
        }
    }

    private async Task<CaseProgress> ProgressAsync(JpoNumber number) => number.Law switch
    {
        JpoLaw.Patent => await Client.Patents.GetProgressAsync(number),
        JpoLaw.Design => await Client.Designs.GetProgressAsync(number),
        _ => await Client.Trademarks.GetProgressAsync(number),
    };

    private async Task<CaseProgress> SimpleProgressAsync(JpoNumber number) => number.Law switch
    {
        JpoLaw.Patent => await Client.Patents.GetProgressSimpleAsync(number),
        JpoLaw.Design => await Client.Designs.GetProgressSimpleAsync(number),
        _ => await Client.Trademarks.GetProgressSimpleAsync(number),
    };

    private async Task<CaseRegistration> RegistrationAsync(JpoNumber number) => number.Law switch
    {
        JpoLaw.Patent => await Client.Patents.GetRegistrationAsync(number),
        JpoLaw.Design => await Client.Designs.GetRegistrationAsync(number),
        _ => await Client.Trademarks.GetRegistrationAsync(number),
    };

    /// <summary>The family of a case; null before its publication.</summary>
    private async Task<IReadOnlyList<OpdFamilyMember>?> FamilyAsync(PatentProgress progress) =>
        await OrNothing(Client.Opd.GetFamilyListAsync(Cases.Dossier("JP." + progress.ApplicationNumber + ".A")));
}
