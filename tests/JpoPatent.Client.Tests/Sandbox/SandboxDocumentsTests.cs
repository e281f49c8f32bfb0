using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.World;
using Xunit;
using static JpoPatent.Tests.Sandbox.SandboxSession;

namespace JpoPatent.Tests.Sandbox;

/// <summary>Bundles: names, encodings, structures, and how they agree with the progress answers.</summary>
public sealed class SandboxDocumentsTests
{
    private static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private readonly SandboxSession _session = Unlimited();

    public static TheoryData<string, string> Bundles => new()
    {
        { "patent/app_doc_cont_opinion_amendment", "docContOpinionAmendment" },
        { "patent/app_doc_cont_refusal_reason_decision", "docContRefusalReasonDecision" },
        { "patent/app_doc_cont_refusal_reason", "docContRefusalReason" },
        { "design/app_doc_cont_opinion_amendment", "docContOpinionAmendment" },
        { "design/app_doc_cont_refusal_reason_decision", "docContRefusalReasonDecision" },
        { "design/app_doc_cont_refusal_reason", "docContRefusalReason" },
        { "trademark/app_doc_cont_opinion_amendment", "docContOpinionAmendment" },
        { "trademark/app_doc_cont_refusal_reason_decision", "docContRefusalReasonDecision" },
        { "trademark/app_doc_cont_refusal_reason", "docContRefusalReason" },
    };

    [Theory]
    [MemberData(nameof(Bundles))]
    public void Bundles_hold_the_documents_that_the_progress_lists(string id, string prefix)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        ApiDescriptor progress = ApiCatalog.Find(id.Split('/')[0] + "/app_progress")!;
        string[] codes = prefix switch { "docContOpinionAmendment" => ["A53", "A523"], "docContRefusalReason" => ["A131"], _ => ["A131", "A01", "A02", "A252"] };
        int bundles = 0;
        int empty = 0;
        foreach (string number in Numbers(api.Law, 250))
        {
            if (_session.Data(progress, number) is not { } data)
            {
                Assert.Equal("107", Code(_session.Get(api, number)));
                continue;
            }

            List<JsonElement> listed = data.GetProperty("bibliographyInformation")[0].GetProperty("documentList").EnumerateArray()
                .Where(d => codes.Contains(d.GetProperty("documentCode").GetString()) && d.GetProperty("availabilityFlag").GetString() == "1").ToList();
            SandboxResponse response = _session.Get(api, number);
            if (listed.Count == 0)
            {
                empty++;
                Assert.Equal("108", Code(response));
                Assert.NotEqual("", Remaining(response));
                continue;
            }

            bundles++;
            Assert.Equal("application/zip", response.ContentType);
            Assert.Equal($"attachment;filename={prefix}_{number}.zip", Header(response, "Content-Disposition"));
            Dictionary<string, byte[]> files = Unzip(response.Body);
            foreach (JsonElement document in listed)
            {
                string documentNumber = document.GetProperty("documentNumber").GetString()!;
                string code = document.GetProperty("documentCode").GetString()!;
                bool filed = code is "A53" or "A523";
                string name = api.Law == JpoLaw.Patent
                    ? (filed ? $"{code}_{documentNumber}/JPOXMLDOC01-jpbibl.xml" : documentNumber + "-jpntce.xml")
                    : (filed ? $"{code}_{documentNumber}/JPOSGMLDOC1P.HTM" : documentNumber + "P.HTM");
                Assert.Contains(name, files.Keys);
                string text = Cp932.GetString(files[name]);
                Assert.Equal(files[name], Cp932.GetBytes(text));
                if (api.Law == JpoLaw.Patent)
                {
                    AssertXml(text, number, document);
                }
                else
                {
                    AssertHtml(text, document, api.Law);
                }
            }

            int texts = files.Keys.Count(name => !name.EndsWith(".gif", StringComparison.Ordinal));
            Assert.Equal(listed.Count, texts);
        }

        Assert.True(bundles > 20 && empty > 0, $"{bundles} {empty}");
    }

    [Fact]
    public void Both_tag_structures_and_Japanese_names_of_files_occur()
    {
        string all = "";
        bool picture = false;
        bool japanese = false;
        foreach (string number in PatentNumbers(300))
        {
            SandboxResponse notices = _session.Get(ApiCatalog.PatentRefusalNotices, number);
            if (notices.ContentType == "application/zip")
            {
                all += string.Concat(Unzip(notices.Body).Values.Select(Cp932.GetString));
            }

            SandboxResponse filed = _session.Get(ApiCatalog.PatentApplicationDocuments, number);
            if (filed.ContentType == "application/zip")
            {
                picture |= Unzip(filed.Body).Keys.Any(name => name.EndsWith("I000001.gif", StringComparison.Ordinal));
                japanese |= Unzip(filed.Body).Keys.Any(name => name.EndsWith("甲第１号証.gif", StringComparison.Ordinal));
            }
        }

        Assert.Contains("<jp:notice-pat-exam-rn ", all, StringComparison.Ordinal);
        Assert.Contains("<jp:notice-pat-exam ", all, StringComparison.Ordinal);
        Assert.Contains("発送の日から６０日以内", all, StringComparison.Ordinal);
        Assert.Contains("発送の日から３か月以内", all, StringComparison.Ordinal);
        Assert.True(picture && japanese);
    }

    [Fact]
    public void Notices_name_the_citations_of_the_citation_answer()
    {
        int seen = 0;
        foreach (string number in PatentNumbers(120))
        {
            SandboxResponse notices = _session.Get(ApiCatalog.PatentRefusalNotices, number);
            if (notices.ContentType != "application/zip" || PatentWorld.Find(number, new DateTime(2026, 11, 21), out PatentCase? found) != Lookup.Found)
            {
                continue;
            }

            string text = string.Concat(Unzip(notices.Body).Values.Select(Cp932.GetString));
            foreach (Citation citation in Citations.Of(found!).Where(c => c.Publication is not null && c.CitedIn.Code == "A131"))
            {
                seen++;
                Assert.Contains(citation.Publication!.Named, text, StringComparison.Ordinal);
            }
        }

        Assert.True(seen > 40);
    }

    [Fact]
    public void Bundles_count_although_they_carry_no_counter()
    {
        var session = new SandboxSession();
        string number = PatentNumbers(50).First(n => _session.Get(ApiCatalog.PatentRefusalNotices, n).ContentType == "application/zip");
        session.Get(ApiCatalog.PatentRefusalNotices, number);
        Assert.Equal(1, session.Service.Used(User, ApiCatalog.PatentRefusalNotices));
        session.Service.Spend(User, ApiCatalog.PatentRefusalNotices, ApiCatalog.PatentRefusalNotices.DailyLimit);
        Assert.Equal("203", Code(session.Get(ApiCatalog.PatentRefusalNotices, number)));
    }

    [Fact]
    public void A_large_bundle_comes_as_an_address_that_wants_no_token()
    {
        var session = new SandboxSession(options => options.LargeBundleBytes = 1_000);
        string number = PatentNumbers(50).First(n => _session.Get(ApiCatalog.PatentRefusalNotices, n).ContentType == "application/zip");
        JsonElement result = Json(session.Get(ApiCatalog.PatentRefusalNotices, number)).GetProperty("result");
        Assert.Equal("100", result.GetProperty("statusCode").GetString());
        var address = new Uri(result.GetProperty("data").GetProperty("URL").GetString()!);
        Assert.Equal("sandbox-bundles.invalid", address.Host);
        SandboxResponse bundle = session.Service.Handle(new SandboxRequest("GET", address.PathAndQuery));
        Assert.Equal(200, bundle.Status);
        Assert.NotEmpty(Unzip(bundle.Body));
        Assert.Equal(400, session.Get(address.PathAndQuery).Status);
        Assert.Equal(403, session.Service.Handle(new SandboxRequest("GET", address.AbsolutePath)).Status);
        session.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(403, session.Service.Handle(new SandboxRequest("GET", address.PathAndQuery)).Status);
    }

    internal static Dictionary<string, byte[]> Unzip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read, leaveOpen: false, Cp932);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using Stream stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private static void AssertXml(string text, string number, JsonElement document)
    {
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>\r\n<!DOCTYPE jp:", text, StringComparison.Ordinal);
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        XDocument xml = XDocument.Load(reader);
        XNamespace jp = "http://www.jpo.go.jp";
        Assert.Equal(jp, xml.Root!.Name.Namespace);
        Assert.Equal(number, xml.Descendants(jp + "doc-number").Single().Value);
        Assert.Equal("", xml.Descendants().First(e => e.Name.LocalName is "p" or "claim-text").Name.NamespaceName);
        string legalDate = document.GetProperty("legalDate").GetString()!;
        if (document.GetProperty("documentCode").GetString() is "A53" or "A523")
        {
            Assert.Equal(legalDate, xml.Descendants(jp + "submission-date").Single().Value.Trim());
        }
        else
        {
            Assert.Equal(document.GetProperty("documentDescription").GetString(), xml.Descendants(jp + "document-name").Single().Value);
            Assert.True(string.CompareOrdinal(xml.Descendants(jp + "drafting-date").Single().Value.Trim(), legalDate) < 0);
        }

        if (document.GetProperty("documentCode").GetString() == "A131")
        {
            Assert.Contains(xml.Descendants(jp + "article"), a => a.Value.StartsWith("第２９条", StringComparison.Ordinal));
            Assert.Matches("発送の日から(６０日|３か月)以内", xml.Descendants(jp + "conclusion-part-article").Single().Value);
        }
    }

    private static void AssertHtml(string text, JsonElement document, JpoLaw law)
    {
        Assert.Single(Regex.Matches(text, "<PRE>"));
        Assert.Contains(document.GetProperty("documentDescription").GetString()!, text, StringComparison.Ordinal);
        Assert.Contains(law == JpoLaw.Design ? "意願２０" : "商願２０", text, StringComparison.Ordinal);
        if (document.GetProperty("documentCode").GetString() == "A131")
        {
            Assert.Matches("発送の日から(４０日|３か月)以内", text.Replace("\r\n", "", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Numbers(JpoLaw law, int count) => law == JpoLaw.Patent
        ? PatentNumbers(count)
        : Enumerable.Range(0, count).Select(i => $"{2019 + (i % 8):D4}{1 + (i * 7_919L % (law == JpoLaw.Design ? 31_680 : 190_080)):D6}");
}
