using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

public sealed class OpdModelTests
{
    private static readonly JpoDocdbNumber Publication = JpoDocdbNumber.Parse("JP.6500001.B2");
    private static readonly JpoDocdbNumber Application = JpoDocdbNumber.Parse("JP.2015500099.A", JpoNumberKind.Application);

    private const string Family = """
        <family-data><families>
          <family group="2"><country>JP</country><family-items>
            <family-item>
              <application-number><document-number>JP.2015500099.A</document-number><date>20140301</date></application-number>
              <publication-numbers><publication-number><document-number>JP.2016500098.A</document-number></publication-number><publication-number><document-number>JP.2016500097.A</document-number><date>2016-01-07</date></publication-number></publication-numbers>
              <registration-numbers><registration-number><document-number>JP.6500001.B2</document-number></registration-number></registration-numbers>
            </family-item>
            <family-item><application-number><document-number>JP.2017000012.A</document-number></application-number></family-item>
          </family-items></family>
          <family><country>US</country><family-items><family-item>
            <application-number><document-number>US.201414700001.A</document-number><date>20140228</date></application-number>
          </family-item></family-items></family>
        </families></family-data>
        """;

    [Fact]
    public async Task Family_members()
    {
        using Canned canned = Canned.Xml(Family);
        var members = await canned.Client.Opd.GetFamilyAsync(Publication);
        Assert.Equal("/opdapi/patent/v1/family/publication/JP.6500001.B2", canned.OnlyPath);
        Assert.Equal(["JP.2015500099.A", "JP.2017000012.A", "US.201414700001.A"], members.Select(member => member.ApplicationNumber));
        Assert.Equal(["JP", "JP", "US"], members.Select(member => member.Country));
        Assert.Equal(["2", "2", null], members.Select(member => member.Group));
        Assert.All(members, member =>
        {
            Assert.Equal(("JP.6500001.B2", null, false), (member.FamilyOf, member.Id, member.FromCache));
            Assert.NotEqual(default, member.RetrievedAt);
        });
        OpdFamilyMember first = members[0];
        Assert.Equal(Day.Of("2014-03-01"), first.ApplicationDate);
        Assert.Equal(["JP.2016500098.A", "JP.2016500097.A"], first.PublicationNumbers);
        Assert.Equal(["JP.6500001.B2"], first.RegistrationNumbers);
        Assert.Equal([null, Day.Of("2016-01-07")], first.Publications.Select(publication => publication.Date));
        Assert.Equal(JpoNumberKind.Registration, Assert.Single(first.Registrations).Kind);
        Assert.Empty(members[1].PublicationNumbers);
        Assert.Null(members[1].ApplicationDate);
        Assert.All(await canned.Client.Opd.GetFamilyAsync(Publication), member => Assert.True(member.FromCache));
    }

    [Fact]
    public async Task Family_list()
    {
        using Canned canned = Canned.Xml(
            """
            <family-list-data><family-lists>
              <family-list id="1"><application-number><document-number>JP.2015500099.A</document-number><date>20140301</date></application-number>
                <publication-number><document-number>JP.2016500098.A</document-number><date>20160107</date></publication-number>
                <registration-number><document-number>JP.6500001.B2</document-number><date>20190320</date></registration-number></family-list>
              <family-list id="2"><application-number><document-number>EP.14700001.A</document-number><date>20140302</date></application-number></family-list>
            </family-lists></family-list-data>
            """);
        var members = await canned.Client.Opd.GetFamilyListAsync(Application);
        Assert.Equal("/opdapi/patent/v1/family_list/application/JP.2015500099.A", canned.OnlyPath);
        Assert.Equal([("1", "JP", "JP.2015500099.A"), ("2", "EP", "EP.14700001.A")], members.Select(member => (member.Id!, member.Country!, member.ApplicationNumber!)));
        Assert.Equal(Day.Of("2014-03-01"), members[0].ApplicationDate);
        Assert.Equal(("JP.2016500098.A", Day.Of("2016-01-07")), (members[0].Publications[0].Number, members[0].Publications[0].Date));
        Assert.Equal(("JP.6500001.B2", Day.Of("2019-03-20")), (members[0].Registrations[0].Number, members[0].Registrations[0].Date));
    }

    [Fact]
    public async Task An_entry_with_several_applications_is_several_members()
    {
        using Canned canned = Canned.Xml(
            """
            <family-list-data><family-list>
              <application-number>JP.2015500099.A</application-number><publication-number>JP.2016500098.A</publication-number>
              <application-number>US.201414700001.A</application-number><registration-number>US.9500001.B2</registration-number>
            </family-list><family-list><publication-number>CN.105000001.A</publication-number></family-list></family-list-data>
            """);
        var members = await canned.Client.Opd.GetFamilyListAsync(Application);
        Assert.Equal(
            [("JP", "JP.2015500099.A", "JP.2016500098.A", ""), ("US", "US.201414700001.A", "", "US.9500001.B2"), ("CN", null, "CN.105000001.A", "")],
            members.Select(member => (member.Country, member.ApplicationNumber, string.Join(",", member.PublicationNumbers), string.Join(",", member.RegistrationNumbers))));
    }

    [Fact]
    public async Task Document_list()
    {
        using Canned canned = Canned.Xml(
            """
            <document-list-data>
              <bibliographic>
                <original><invention-title>雪かき用の櫛</invention-title><applicant><last-name>見本工業</last-name></applicant><applicant><last-name>見本商事</last-name></applicant></original>
                <translated><invention-title>Comb for snow</invention-title><applicant><last-name>SPECIMEN IND</last-name></applicant></translated>
              </bibliographic>
              <document-lists>
                <document-list group="Written Opinion"><legal-date>20170515</legal-date>
                  <original id="Written_Opinion_50000000001_JP"><document-description>意見書</document-description></original>
                  <translated id="Written_Opinion_50000000001_EN"><document-description>Written opinion</document-description></translated></document-list>
                <document-list><translated id="Notice_1_EN"/></document-list>
                <document-list group="empty"/>
              </document-lists>
            </document-list-data>
            """);
        var documents = await canned.Client.Opd.GetDocumentListAsync(Application);
        Assert.Equal("/opdapi/patent/v1/global_doc_list/JP.2015500099.A", canned.OnlyPath);
        Assert.Equal(2, documents.Count);
        OpdDocumentEntry opinion = documents[0];
        Assert.Equal(("JP.2015500099.A", "Written_Opinion_50000000001_JP", "Written_Opinion_50000000001_EN"), (opinion.ApplicationNumber, opinion.DocumentId, opinion.TranslatedDocumentId));
        Assert.Equal(("Written Opinion", Day.Of("2017-05-15"), "意見書", "Written opinion"), (opinion.Group, opinion.LegalDate, opinion.Description, opinion.TranslatedDescription));
        Assert.Equal(("雪かき用の櫛", "Comb for snow"), (opinion.InventionTitle, opinion.TranslatedInventionTitle));
        Assert.Equal(["見本工業", "見本商事"], opinion.Applicants);
        Assert.Equal(["SPECIMEN IND"], opinion.TranslatedApplicants);
        Assert.NotEqual(default, opinion.RetrievedAt);
        OpdDocumentEntry notice = documents[1];
        Assert.Equal(("Notice_1_EN", "Notice_1_EN", null, null, null), (notice.DocumentId, notice.TranslatedDocumentId, notice.Group, notice.LegalDate, notice.Description));
    }

    [Fact]
    public async Task Several_documents_in_one_entry_are_several_documents()
    {
        using Canned canned = Canned.Xml(
            """
            <document-list-data><document-list group="G"><legal-date>20170515</legal-date>
              <original id="A_1"/><translated id="A_1e"/><original id="A_2"/></document-list></document-list-data>
            """);
        var documents = await canned.Client.Opd.GetDocumentListAsync(Application);
        Assert.Equal([("A_1", "A_1e", "G"), ("A_2", null, "G")], documents.Select(document => (document.DocumentId, document.TranslatedDocumentId, document.Group)));
        Assert.All(documents, document => Assert.Equal(Day.Of("2017-05-15"), document.LegalDate));
    }

    private const string Citation = """
        <citation-and-classification-data>
          <reference><application-number><document-number>JP.2015500099.A</document-number><date>20140301</date></application-number></reference>
          <reference><registration-number><document-number>JP.6500001.B2</document-number></registration-number></reference>
          <classification>
            <ipcs><ipc>A01B 1/02</ipc><ipc> A47L 25/00 </ipc><ipc/></ipcs>
            <originals><original scheme="FI">A01B1/02@A</original><original scheme="FTERM">2B031AA01</original></originals>
          </classification>
          <citation>
            <patent-literatures>
              <patent-literature><draft-date>20161107</draft-date><cited-in>Notification of reasons for refusal</cited-in>
                <publication-number format="original"><document-number>特開平10-000001</document-number></publication-number>
                <publication-number format="docdb"><document-number>JP.H10000001.A</document-number></publication-number>
                <publication-number format="epodoc"><document-number>JP.1998000001.A</document-number></publication-number></patent-literature>
              <patent-literature><publication-number format="original"><document-number>US 1,234,567</document-number></publication-number></patent-literature>
            </patent-literatures>
            <non-patent-literatures><non-patent-literature><draft-date>20161108</draft-date><cited-in>Search report</cited-in><text>SPECIMEN, "Combs" &amp; snow, 2012</text></non-patent-literature></non-patent-literatures>
          </citation>
        </citation-and-classification-data>
        """;

    [Fact]
    public async Task Citations_and_classification_are_one_access()
    {
        using Canned canned = Canned.Xml(Citation);
        var citations = await canned.Client.Opd.GetCitationsAsync(Application);
        Assert.Equal("/opdapi/patent/v1/global_cite_class/JP.2015500099.A", canned.OnlyPath);
        Assert.Equal([CitationKind.Patent, CitationKind.Patent, CitationKind.NonPatent], citations.Select(citation => citation.Kind));
        OpdCitation first = citations[0];
        Assert.Equal(("JP.2015500099.A", Day.Of("2016-11-07"), "Notification of reasons for refusal"), (first.ApplicationNumber, first.DraftDate, first.CitedIn));
        Assert.Equal(("JP.1998000001.A", "epodoc", null), (first.Number, first.Format, first.Text));
        Assert.Equal([("特開平10-000001", "original"), ("JP.H10000001.A", "docdb"), ("JP.1998000001.A", "epodoc")], first.Numbers.Select(number => (number.Number!, number.Format!)));
        Assert.Equal(
            [(JpoNumberKind.Application, "JP.2015500099.A", Day.Of("2014-03-01")), (JpoNumberKind.Registration, "JP.6500001.B2", null)],
            first.References.Select(reference => (reference.Kind, reference.Number!, reference.Date)));
        Assert.Equal(("US 1,234,567", "original"), (citations[1].Number, citations[1].Format));
        OpdCitation paper = citations[2];
        Assert.Equal((null, null, "SPECIMEN, \"Combs\" & snow, 2012", "Search report"), (paper.Number, paper.Format, paper.Text, paper.CitedIn));
        Assert.Equal(Day.Of("2016-11-08"), paper.DraftDate);
        Assert.Empty(paper.Numbers);

        OpdClassification classification = await canned.Client.Opd.GetClassificationAsync(Application);
        Assert.Single(canned.Transport.Paths);
        Assert.True(classification.FromCache);
        Assert.Equal("JP.2015500099.A", classification.ApplicationNumber);
        Assert.Equal(["A01B 1/02", "A47L 25/00"], classification.Ipcs);
        Assert.Equal([("FI", "A01B1/02@A"), ("FTERM", "2B031AA01")], classification.Originals.Select(original => (original.Scheme!, original.Symbol)));
        Assert.Equal(2, classification.References.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<unknown><family-data/></unknown>")]
    [InlineData("<family-data/><family-list-data/><document-list-data/><citation-and-classification-data/>")]
    [InlineData("<family-data><families><family><family-items/></family><family/></families></family-data><family-list-data><family-lists><family-list/></family-lists></family-list-data>")]
    [InlineData("<document-list-data><bibliographic/><document-lists><document-list/></document-lists></document-list-data>")]
    [InlineData("<citation-and-classification-data><reference/><classification><ipcs/><originals><original/></originals></classification><citation><patent-literatures/></citation></citation-and-classification-data>")]
    public async Task Nothing_in_any_form(string elements)
    {
        using Canned canned = Canned.Xml(elements + "<later>1</later>");
        Assert.Empty(await canned.Client.Opd.GetFamilyAsync(Publication));
        Assert.Empty(await canned.Client.Opd.GetFamilyListAsync(Publication));
        Assert.Empty(await canned.Client.Opd.GetDocumentListAsync(Application));
        Assert.Empty(await canned.Client.Opd.GetCitationsAsync(Application));
        OpdClassification classification = await canned.Client.Opd.GetClassificationAsync(Application);
        Assert.Empty(classification.Ipcs);
        Assert.Empty(classification.Originals);
        Assert.Empty(classification.References);
    }

    [Fact]
    public async Task Unknown_elements_and_other_namespaces_do_no_harm()
    {
        using Canned canned = Canned.Xml(
            """
            <x:family-data xmlns:x="urn:x"><new/><families><family><new><country>KR</country></new><family-items><family-item new="1"><other>text</other>
            <x:application-number kind="new"><document-number>KR.20147000001.A<!-- aside --></document-number><date>soon</date></x:application-number></family-item></family-items></family></families></x:family-data>
            """);
        OpdFamilyMember member = Assert.Single(await canned.Client.Opd.GetFamilyAsync(Publication));
        Assert.Equal(("KR", "KR.20147000001.A", null), (member.Country, member.ApplicationNumber, member.ApplicationDate));
    }

    [Fact]
    public async Task A_document_type_is_never_read()
    {
        string secret = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        File.WriteAllText(secret, "secret");
        try
        {
            using Canned canned = Canned.Xml(Family.Replace("JP.2017000012.A", "&leak;"), "<!DOCTYPE api-data [<!ENTITY leak SYSTEM \"" + new Uri(secret) + "\">]>");
            await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => canned.Client.Opd.GetFamilyAsync(Publication));
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(100_000, false)]
    public async Task Endless_nesting_is_an_invalid_answer(int depth, bool isRead)
    {
        using Canned canned = Canned.Xml(string.Concat(Enumerable.Repeat("<ipc>", depth)) + "x" + string.Concat(Enumerable.Repeat("</ipc>", depth)));
        Task<IReadOnlyList<OpdCitation>> call = canned.Client.Opd.GetCitationsAsync(Application);
        if (isRead)
        {
            Assert.Empty(await call);
        }
        else
        {
            await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => call);
        }
    }

    [Fact]
    public async Task Json_where_xml_is_due_is_an_invalid_answer()
    {
        using Canned canned = Canned.Json("{}");
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => canned.Client.Opd.GetFamilyAsync(Publication));
    }

    [Fact]
    public async Task A_document_as_pdf()
    {
        byte[] pdf = Encoding.ASCII.GetBytes("%PDF-1.4 a specimen");
        using Canned canned = Canned.File(pdf, "application/pdf", null);
        OpdDocumentFile file = await canned.Client.Opd.GetDocumentAsync(Application, "Written_Opinion_50000000001_JP");
        Assert.Equal("/opdapi/patent/v1/global_doc_cont/JP.2015500099.A/Written_Opinion_50000000001_JP", canned.OnlyPath);
        Assert.Equal(("JP.2015500099.A", "Written_Opinion_50000000001_JP", "application/pdf"), (file.ApplicationNumber, file.DocumentId, file.MediaType));
        Assert.Equal(("Written_Opinion_50000000001_JP.pdf", pdf.Length), (file.FileName, file.Length));
        Assert.Equal(pdf, file.GetContent());
        using (Stream stream = file.OpenRead())
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            Assert.Equal(pdf, copy.ToArray());
            Assert.False(stream.CanWrite);
        }

        Assert.NotEqual(default, file.RetrievedAt);
        Assert.False(file.FromCache);
        OpdDocumentFile again = await canned.Client.Opd.GetDocumentAsync(Application, "Written_Opinion_50000000001_JP");
        Assert.True(again.FromCache);
        Assert.Equal(pdf, again.GetContent());
    }

    [Theory]
    [InlineData("docCont_1.zip", "docCont_1.zip")]
    [InlineData("..\\..\\evil.zip", "evil.zip")]
    [InlineData("../../evil.zip", "evil.zip")]
    [InlineData("folder/", "Doc_1_JP.zip")]
    [InlineData("..", "Doc_1_JP.zip")]
    [InlineData(null, "Doc_1_JP.zip")]
    public async Task A_japanese_document_as_zip(string? sent, string expected)
    {
        byte[] zip = Documents.ZipForge.Honest(("50800695453-jpntce.xml", "<x/>"u8.ToArray()));
        using Canned canned = Canned.File(zip, "application/zip", sent);
        OpdDocumentFile file = await canned.Client.Opd.GetJapaneseDocumentAsync(Application, "Doc_1_JP");
        Assert.Equal("/opdapi/patent/v1/jp_doc_cont/JP.2015500099.A/Doc_1_JP", canned.OnlyPath);
        Assert.Equal((expected, "application/zip"), (file.FileName, file.MediaType));
        Assert.Equal(zip, file.GetContent());
    }

    [Fact]
    public async Task A_file_of_another_kind_is_an_invalid_answer()
    {
        using Canned pdf = Canned.File(Encoding.ASCII.GetBytes("%PDF-1.4"), "application/zip", null);
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => pdf.Client.Opd.GetJapaneseDocumentAsync(Application, "Doc_1_JP"));
        using Canned address = Canned.Json("""{"URL":"https://elsewhere.test/bundle"}""");
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => address.Client.Opd.GetJapaneseDocumentAsync(Application, "Doc_1_JP"));
        await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => address.Client.Opd.GetDocumentAsync(Application, "Doc_1_JP"));
    }
}
