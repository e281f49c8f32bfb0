using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>What the live service sent, over a socket, read into objects.</summary>
public sealed class RecordingTests
{
    [RecordingsFact]
    public async Task The_recorded_progress_answer_is_read_to_its_last_field()
    {
        await using LoopbackServer server = await StartAsync();
        using var folder = new TempFolder();
        using JpoClient client = NewClient(server, folder);

        PatentProgress answer = await client.Patents.GetProgressAsync(TestNumber.Patent(123456));

        Assert.Equal("2020123456", answer.ApplicationNumber);
        Assert.Equal("立体配線構造体の製造方法", answer.InventionTitle);
        Assert.Equal(Day(2020, 7, 20), answer.FilingDate);
        Assert.Equal(DateTimeKind.Unspecified, answer.FilingDate!.Value.Kind);
        Assert.Equal("2021090037", answer.PublicationNumber);
        Assert.Equal("503090037", answer.EraPublicationNumber);
        Assert.Null(answer.NationalPublicationNumber);
        Assert.Null(answer.EraNationalPublicationNumber);
        Assert.Equal(Day(2021, 6, 10), answer.PublicationDate);
        Assert.Equal("7533889", answer.RegistrationNumber);
        Assert.Equal(Day(2024, 8, 5), answer.RegistrationDate);
        Assert.Null(answer.InternationalApplicationNumber);
        Assert.Null(answer.InternationalPublicationNumber);
        Assert.Null(answer.InternationalPublicationDate);
        Assert.Equal("00", answer.ErasureIdentifier);
        Assert.Equal(Day(2040, 7, 20), answer.ExpireDate);
        Assert.Null(answer.DisappearanceDate);
        Assert.Null(answer.ParentApplication);
        Assert.Empty(answer.DivisionalApplications);
        Assert.False(answer.FromCache);
        Assert.Equal(TimeSpan.FromHours(9), answer.RetrievedAt.Offset);

        ApplicantAttorney applicant = Assert.Single(answer.Applicants);
        Assert.Equal(("000114400", "メイショウ株式会社", 1, "1"), (applicant.Code, applicant.Name, applicant.RepeatNumber, applicant.ApplicantAttorneyClass));
        Assert.Equal(["渡辺　一豊", "渡辺　一成", "森合　透"], answer.Attorneys.Select(attorney => attorney.Name));
        Assert.Equal(["100076598", "100165607", "100196690"], answer.Attorneys.Select(attorney => attorney.Code));
        Assert.Equal([2, 3, 4], answer.Attorneys.Select(attorney => attorney.RepeatNumber));

        PriorityRight priority = Assert.Single(answer.PriorityRights);
        Assert.Null(priority.ParisPriorityApplicationNumber);
        Assert.Null(priority.ParisPriorityDate);
        Assert.Null(priority.ParisPriorityCountryCode);
        Assert.Equal("1", priority.NationalPriorityLawCode);
        Assert.Equal("2019210418", priority.NationalPriorityApplicationNumber);
        Assert.Null(priority.NationalPriorityInternationalApplicationNumber);
        Assert.Equal(Day(2019, 11, 21), priority.NationalPriorityDate);
    }

    [RecordingsFact]
    public async Task The_recorded_documents_are_read_with_placeholders_as_nothing()
    {
        await using LoopbackServer server = await StartAsync();
        using var folder = new TempFolder();
        using JpoClient client = NewClient(server, folder);

        PatentProgress answer = await client.Patents.GetProgressAsync(TestNumber.Patent(123456));

        Assert.Equal([("01", "2020123456", 12), ("02", "503090037", 0), ("06", "7533889", 3)], answer.BibliographyInformation.Select(group => (group.NumberType!, group.Number!, group.Documents.Count)));
        Assert.Equal(15, answer.Documents.Count);

        DocumentEntry drawings = answer.Documents[4];
        Assert.Equal((Day(2020, 7, 20), "A63", "図面", "52001475960"), (drawings.LegalDate, drawings.DocumentCode, drawings.DocumentDescription, drawings.DocumentNumber));
        Assert.Equal(("0001", "Z", 0, 3497183L), (drawings.VersionNumber, drawings.DocumentSeparator, drawings.NumberOfPages, drawings.SizeOfDocument));
        Assert.Equal(("01", "2020123456", true, false), (drawings.NumberType, drawings.Number, drawings.IsAvailable, drawings.IsInternationalBureauDocument));

        DocumentEntry fee = answer.Documents[11];
        Assert.Equal("A61", fee.DocumentCode);
        Assert.False(fee.IsAvailable);
        Assert.Null(fee.DocumentNumber);
        Assert.Null(fee.VersionNumber);
        Assert.Null(fee.DocumentSeparator);
        Assert.Equal(0, fee.SizeOfDocument);

        Assert.All(answer.Documents.Skip(12), document => Assert.Equal(("06", "7533889", null), (document.NumberType, document.Number, document.DocumentNumber)));
        Assert.Equal(("R150", Day(2024, 8, 20)), (answer.LatestDocument!.DocumentCode, answer.LatestDocument.LegalDate));
    }

    [RecordingsFact]
    public async Task The_recorded_counter_fills_the_book()
    {
        await using LoopbackServer server = await StartAsync();
        using var folder = new TempFolder();
        using JpoClient client = NewClient(server, folder);

        await client.Patents.GetProgressAsync(TestNumber.Patent(123456));

        Assert.Equal(785, client.GetQuota(ApiCatalog.PatentProgress).Remaining);
    }

    [RecordingsFact]
    public async Task The_recorded_107_is_an_empty_answer()
    {
        // It was recorded for a number that is refused by now; for the answer any that has no data will do.
        using var recordings = new TempFolder();
        File.Copy(Path.Combine(SharedFolder.Recordings!, "patent_app_progress_9999999999.json"), Path.Combine(recordings.Path, "patent_app_progress_2020999999.json"));
        await using LoopbackServer server = await StartAsync(recordings.Path);
        using var folder = new TempFolder();
        using JpoClient client = NewClient(server, folder);
        JpoNumber unknown = JpoNumber.Parse("2020999999", JpoNumberKind.Application, JpoLaw.Patent);

        JpoEmptyAnswerException error = await Assert.ThrowsAsync<JpoEmptyAnswerException>(() => client.Patents.GetProgressAsync(unknown));

        Assert.Equal("107", error.StatusCode);
        Assert.Equal(786, client.GetQuota(ApiCatalog.PatentProgress).Remaining);
    }

    private static Task<LoopbackServer> StartAsync(string? recordings = null) =>
        LoopbackServer.StartAsync(new ScriptedService { Answers = new RecordedAnswers(recordings ?? SharedFolder.Recordings!, keepCounters: true) });

    private static JpoClient NewClient(LoopbackServer server, TempFolder folder) => new(new JpoClientOptions
    {
        Credential = TestClient.Credential(),
        BaseUri = server.BaseUri,
        StatePath = folder.Path,
        RequestsPerMinute = 0,
        OpdRequestsPerMinute = 0,
    });

    private static DateTime? Day(int year, int month, int day) => new DateTime(year, month, day);
}
