using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.Sandbox;
using JpoPatent.TestServer;
using JpoPatent.Tests.Models;
using JpoPatent.Tests.Sandbox;
using Xunit;

namespace JpoPatent.Tests.Documents;

/// <summary>From a number to its documents, through the whole client, against the sandbox.</summary>
public sealed class SandboxBundleTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SandboxSession _session = SandboxSession.Unlimited();
    private readonly JpoClient _client;

    public SandboxBundleTests() => _client = NewClient(_session.Service);

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(JpoLaw.Patent)]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public async Task Every_bundle_says_what_the_progress_answer_says(JpoLaw law)
    {
        DomesticApis apis = _client.Of(law);
        int notices = 0;
        int due = 0;
        foreach (JpoNumber number in Numbers(law, 60))
        {
            CaseProgress progress;
            try
            {
                progress = law switch
                {
                    JpoLaw.Patent => await _client.Patents.GetProgressAsync(number),
                    JpoLaw.Design => await _client.Designs.GetProgressAsync(number),
                    _ => await _client.Trademarks.GetProgressAsync(number),
                };
            }
            catch (JpoEmptyAnswerException)
            {
                continue;
            }

            foreach (DocumentKind kind in Enum.GetValues<DocumentKind>())
            {
                IReadOnlyList<JpoDocument> documents;
                try
                {
                    documents = await apis.ReadDocumentsAsync(number, kind);
                }
                catch (JpoEmptyAnswerException)
                {
                    continue;
                }

                foreach (JpoDocument document in documents)
                {
                    DocumentEntry entry = progress.Documents.First(known => known.DocumentNumber == document.DocumentNumber);
                    Assert.Equal((entry.DocumentCode, entry.DocumentDescription, entry.LegalDate), (document.DocumentCode, document.DocumentName, document.LegalDate));
                    Assert.Equal((number.Value, law, kind, null), (document.ApplicationNumber, document.Law, document.Kind, document.Problem));
                    Assert.True(document.Text.Length > 50);
                    Assert.NotNull(kind == DocumentKind.Application ? document.SubmissionDate : document.DraftingDate);
                    Assert.Equal(6, document.DispatchNumber?.Length ?? 6);
                    if (entry.DocumentCode == "A131")
                    {
                        notices++;
                        Assert.NotEmpty(document.Articles);
                        Assert.NotNull(document.DrafterName);
                        Assert.NotNull(document.AddresseeName);
                        Assert.Contains((document.ResponsePeriod!.Number, document.ResponsePeriod.Unit), new[] { (60, PeriodUnit.Days), (40, PeriodUnit.Days), (3, PeriodUnit.Months) });
                        Assert.True(document.ResponseDueDate > document.LegalDate);
                        due++;
                    }
                    else
                    {
                        Assert.Null(document.ResponsePeriod);
                    }
                }
            }
        }

        Assert.True(notices > 5 && due == notices, notices.ToString());
    }

    [Fact]
    public async Task Legal_dates_cost_no_access()
    {
        JpoNumber number = await WithNoticeAsync();
        JpoDocument before = (await _client.Patents.ReadDocumentsAsync(number, DocumentKind.Refusal))[0];
        Assert.Null(before.LegalDate);
        Assert.Null(_client.Patents.FindCachedProgress(number));
        Assert.Equal(0, _client.GetQuota(ApiCatalog.PatentProgress).Used);
        await _client.Patents.GetProgressSimpleAsync(number);
        Assert.NotNull(_client.Patents.FindCachedProgress(number));
        JpoDocument after = (await _client.Patents.ReadDocumentsAsync(number, DocumentKind.Refusal))[0];
        Assert.NotNull(after.LegalDate);
        Assert.True(after.FromCache);
        Assert.Equal((0, 1), (_client.GetQuota(ApiCatalog.PatentProgress).Used, _client.GetQuota(ApiCatalog.PatentProgressSimple).Used));
    }

    [Fact]
    public async Task A_due_day_is_worth_an_access_where_it_is_asked_for()
    {
        JpoNumber number = await WithNoticeAsync();
        JpoDocument before = (await _client.Patents.ReadDocumentsAsync(number, DocumentKind.Refusal))[0];
        Assert.Null(before.ResponseDueDate);
        JpoDocument after = (await _client.Patents.ReadDocumentsAsync(number, DocumentKind.Refusal, withDueDate: true))[0];
        Assert.NotNull(after.ResponseDueDate);
        Assert.Equal((0, 1), (_client.GetQuota(ApiCatalog.PatentProgress).Used, _client.GetQuota(ApiCatalog.PatentProgressSimple).Used));
        await _client.Patents.ReadDocumentsAsync(number, DocumentKind.Mailed, withDueDate: true);
        Assert.Equal(1, _client.GetQuota(ApiCatalog.PatentProgressSimple).Used);
    }

    [Fact]
    public async Task Documents_come_without_due_days_where_no_access_is_left_for_them()
    {
        JpoNumber number = await WithNoticeAsync();
        _client.SetQuotaLimit(ApiCatalog.PatentProgressSimple, 1);
        await _client.Patents.GetProgressSimpleAsync(Number(JpoLaw.Patent, "2015000123"));
        JpoDocument full = (await _client.Patents.ReadDocumentsAsync(number, DocumentKind.Refusal, withDueDate: true))[0];
        Assert.NotNull(full.ResponseDueDate);
        Assert.Equal(1, _client.GetQuota(ApiCatalog.PatentProgress).Used);
    }

    [Fact]
    public async Task A_large_bundle_of_the_sandbox_is_read_like_any_other()
    {
        var session = new SandboxSession(options => options.LargeBundleBytes = 500);
        using JpoClient client = NewClient(session.Service);
        JpoNumber number = await WithNoticeAsync();
        JpoDocument document = (await client.Patents.ReadDocumentsAsync(number, DocumentKind.Refusal))[0];
        Assert.Equal(("A131", false), (document.DocumentCode, document.FromCache));
    }

    [Theory]
    [InlineData(JpoLaw.Patent)]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public async Task Trial_numbers(JpoLaw law)
    {
        DomesticApis apis = _client.Of(law);
        using (DocumentBundle large = await apis.GetDocumentsAsync(Number(law, "2020999991"), DocumentKind.Mailed))
        {
            Assert.True(large.Length > 10 * 1024 * 1024);
            Assert.Contains(large.ReadDocuments(), document => document.Attachments.Any(file => file.Size > 10 * 1024 * 1024));
        }

        var damaged = await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => apis.ReadDocumentsAsync(Number(law, "2020999992"), DocumentKind.Mailed));
        var hostile = await Assert.ThrowsAsync<JpoUnsafeArchiveException>(() => apis.ReadDocumentsAsync(Number(law, "2020999993"), DocumentKind.Mailed));
        Assert.Equal(apis.Documents(DocumentKind.Mailed), damaged.Api);
        Assert.Equal(apis.Documents(DocumentKind.Mailed), hostile.Api);
        Assert.Contains("outside", hostile.Entry, StringComparison.Ordinal);

        // What came in part only is not kept: the next call asks again.
        int used = _client.GetQuota(apis.Documents(DocumentKind.Mailed)).Used;
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => apis.ReadDocumentsAsync(Number(law, "2020999992"), DocumentKind.Mailed));
        Assert.Equal(used + 1, _client.GetQuota(apis.Documents(DocumentKind.Mailed)).Used);
    }

    [Fact]
    public async Task Japanese_documents_of_the_OPD()
    {
        var seen = new HashSet<string>();
        foreach (JpoNumber number in Numbers(JpoLaw.Patent, 14))
        {
            var application = JpoDocdbNumber.Parse("JP." + number.Value + ".A", JpoNumberKind.Application);
            IReadOnlyList<OpdDocumentEntry> entries;
            try
            {
                entries = await _client.Opd.GetDocumentListAsync(application);
            }
            catch (JpoEmptyAnswerException)
            {
                continue;
            }

            foreach (OpdDocumentEntry entry in entries)
            {
                try
                {
                    JpoDocument document = Assert.Single(await _client.Opd.ReadJapaneseDocumentAsync(application, entry.DocumentId!));
                    seen.Add(document.DocumentCode!);
                    Assert.Equal((number.Value, entry.DocumentId, null), (document.ApplicationNumber, document.DocumentId, document.Problem));
                    Assert.Contains(document.DocumentNumber!, entry.DocumentId, StringComparison.Ordinal);
                    Assert.Equal(document.DocumentCode is "A53" or "A523" or "A63" ? DocumentKind.Application : DocumentKind.Mailed, document.Kind);
                    if (document.DocumentCode == "A63")
                    {
                        Assert.Contains("【請求項１】", document.Text, StringComparison.Ordinal);
                        Assert.Contains("【技術分野】\n　　【０００１】", document.Text, StringComparison.Ordinal);
                        Assert.Contains("data:image/gif", document.ToHtml(), StringComparison.Ordinal);
                    }
                }
                catch (JpoEmptyAnswerException)
                {
                    // Not every document that is listed has a body.
                }
            }
        }

        Assert.Superset(new HashSet<string> { "A63", "A131", "A53", "A523" }, seen);
    }

    [Fact]
    public async Task What_is_wanted_of_a_Japanese_dossier_decides_and_not_the_country()
    {
        var application = JpoDocdbNumber.Parse("JP." + (await WithNoticeAsync()).Value + ".A", JpoNumberKind.Application);
        OpdDocumentEntry entry = (await _client.Opd.GetDocumentListAsync(application))[0];
        Assert.EndsWith("_EN", entry.TranslatedDocumentId, StringComparison.Ordinal);
        foreach (string id in new[] { entry.DocumentId!, entry.TranslatedDocumentId! })
        {
            OpdDocumentFile file = await _client.Opd.GetDocumentAsync(application, id);
            Assert.Equal(("application/pdf", id), (file.MediaType, file.DocumentId));
        }

        var refused = await Assert.ThrowsAsync<JpoInvalidParameterException>(() => _client.Opd.ReadJapaneseDocumentAsync(application, entry.TranslatedDocumentId!));
        Assert.Equal(ApiCatalog.OpdJapaneseDocument, refused.Api);
        Assert.Equal((2, 0), (_client.GetQuota(ApiCatalog.OpdDocument).Used, _client.GetQuota(ApiCatalog.OpdJapaneseDocument).Used));
    }

    [Theory]
    [InlineData("JP.2018000007.A", "Notice_1_JP", OpdDocumentFormat.Auto, true)]
    [InlineData("JP.2018000007.A", "Notice_1_JP_EN", OpdDocumentFormat.Auto, false)]
    [InlineData("JP.2018000007.A", "Notice_1_en", OpdDocumentFormat.Auto, false)]
    [InlineData("JP.2018000007.A", "Notice_1_JP", OpdDocumentFormat.Pdf, false)]
    [InlineData("JP.2018000007.A", "Notice_1_JP_EN", OpdDocumentFormat.Xml, true)]
    [InlineData("US.201314768239.A", "Notice_1", OpdDocumentFormat.Auto, false)]
    [InlineData("US.201314768239.A", "Notice_1", OpdDocumentFormat.Xml, true)]
    public void The_form_of_a_document(string application, string id, OpdDocumentFormat format, bool isXml) =>
        Assert.Equal(isXml, OpdDocumentIds.IsXml(JpoDocdbNumber.Parse(application, JpoNumberKind.Application), id, format));

    private static IEnumerable<JpoNumber> Numbers(JpoLaw law, int count) =>
        law == JpoLaw.Patent
            ? SandboxSession.PatentNumbers(count).Select(number => Number(law, number))
            : Enumerable.Range(0, count).Select(i => Number(law, $"{2019 + (i % 7):D4}{1 + (i * 791 % 30_000):D6}"));

    private static JpoNumber Number(JpoLaw law, string digits) => JpoNumber.Parse(digits, JpoNumberKind.Application, law);

    private async Task<JpoNumber> WithNoticeAsync()
    {
        foreach (JpoNumber number in Numbers(JpoLaw.Patent, 50))
        {
            try
            {
                await _client.Patents.ReadDocumentsAsync(number, DocumentKind.Refusal);
                return number;
            }
            catch (JpoEmptyAnswerException)
            {
            }
        }

        throw new InvalidOperationException();
    }

    private JpoClient NewClient(SandboxService service) => new(new JpoClientOptions
    {
        Credential = TestClient.Credential(SandboxSession.User, "secret"),
        Transport = new SandboxHandler(service),
        BaseUri = new Uri("https://sandbox.invalid"),
        StatePath = Path.Combine(_folder.Path, Guid.NewGuid().ToString("N")),
        RequestsPerMinute = 0,
        OpdRequestsPerMinute = 0,
        Time = _session.Time,
    });
}
