using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.World;
using Xunit;
using static JpoPatent.Tests.Sandbox.SandboxSession;

namespace JpoPatent.Tests.Sandbox;


/// <summary>The One Portal Dossier: families, files, citations, documents.</summary>
public sealed class SandboxOpdTests
{
    private static readonly XNamespace Jpo = "https://www.jpo.go.jp";

    private readonly SandboxSession _session = Unlimited();

    [Fact]
    public void Every_number_of_a_family_leads_to_the_same_family()
    {
        int families = 0;
        var countries = new Dictionary<string, int>();
        int registrationsAbroad = 0;
        foreach (string number in PatentNumbers(450))
        {
            if (Xml(ApiCatalog.OpdFamilyList, "application", $"JP.{number}.A") is not { } list)
            {
                continue;
            }

            families++;
            string expected = Content(list);
            foreach (XElement member in list.Descendants(Jpo + "family-list"))
            {
                string application = Number(member, "application-number")!;
                string country = application.Substring(0, 2);
                countries[country] = countries.GetValueOrDefault(country) + 1;
                XElement? again = Xml(ApiCatalog.OpdFamilyList, "application", application);
                Assert.True(again is not null, number + " " + application);
                Assert.Equal(expected, Content(again));
                foreach (string kind in new[] { "publication-number", "registration-number" })
                {
                    if (Number(member, kind) is { } published)
                    {
                        XElement? byPublication = Xml(ApiCatalog.OpdFamilyList, "publication", published);
                        Assert.True(byPublication is not null, number + " " + published);
                        Assert.Equal(expected, Content(byPublication));
                        Assert.Equal(country, published.Substring(0, 2));
                        registrationsAbroad += kind[0] == 'r' && country != "JP" ? 1 : 0;
                    }
                }
            }

            XElement family = Xml(ApiCatalog.OpdFamily, "application", $"JP.{number}.A")!;
            Assert.Equal(
                list.Descendants(Jpo + "application-number").Select(e => e.Element(Jpo + "document-number")!.Value),
                family.Descendants(Jpo + "application-number").Select(e => e.Element(Jpo + "document-number")!.Value));
            Assert.Equal("JP", family.Descendants(Jpo + "country").First().Value);
        }

        Assert.True(families > 250);
        Assert.True(registrationsAbroad > 50);
        foreach (string country in new[] { "JP", "US", "EP", "CN", "KR" })
        {
            Assert.True(countries[country] > 30, country);
        }
    }

    [Fact]
    public void Numbers_are_in_the_DOCDB_forms_of_their_offices()
    {
        var forms = new Dictionary<string, string>
        {
            ["JP"] = "^JP\\.([0-9]{10}\\.A|[0-9]{7}\\.B[12])$",
            ["US"] = "^US\\.([0-9]{12}\\.A|[0-9]{10}\\.A1|[0-9]{7,8}\\.B2)$",
            ["EP"] = "^EP\\.([0-9]{8}\\.A|[0-9]{7}\\.(A1|B1))$",
            ["CN"] = "^CN\\.([0-9]{12}\\.A|[0-9]{9}\\.[AB])$",
            ["KR"] = "^KR\\.([0-9]{11}\\.A|[0-9]{9}\\.B1)$",
        };
        foreach (string number in PatentNumbers(400))
        {
            foreach (XElement element in Xml(ApiCatalog.OpdFamily, "application", $"JP.{number}.A")?.Descendants(Jpo + "document-number") ?? [])
            {
                Assert.Matches(forms[element.Value.Substring(0, 2)], element.Value);
            }
        }
    }

    [Fact]
    public void A_claimed_priority_is_the_family_s_first_filing()
    {
        int seen = 0;
        foreach (string number in PatentNumbers(900))
        {
            if (PatentWorld.Find(number, new DateTime(2026, 11, 21), out PatentCase? found) == Lookup.Found && found!.Priorities.FirstOrDefault(p => p.Country is "US" or "KR") is { } priority
                && Xml(ApiCatalog.OpdFamilyList, "application", $"JP.{number}.A") is { } list)
            {
                XElement first = list.Descendants(Jpo + "family-list").Single(m => Number(m, "application-number")!.StartsWith(priority.Country, StringComparison.Ordinal));
                Assert.Equal(SandboxCalendar.Text(priority.Date), first.Element(Jpo + "application-number")!.Element(Jpo + "date")!.Value);
                string claimed = priority.Country == "KR" ? priority.Number.Substring(3).Replace("-", "", StringComparison.Ordinal) : priority.Number;
                Assert.EndsWith(claimed + ".A", Number(first, "application-number"), StringComparison.Ordinal);
                seen++;
            }
        }

        Assert.True(seen > 40);
    }

    [Fact]
    public void Listed_documents_can_be_fetched()
    {
        int japanese = 0;
        int abroad = 0;
        foreach (string number in PatentNumbers(60))
        {
            foreach (XElement member in Xml(ApiCatalog.OpdFamilyList, "application", $"JP.{number}.A")?.Descendants(Jpo + "family-list") ?? [])
            {
                string application = Number(member, "application-number")!;
                XElement list = Xml(ApiCatalog.OpdDocumentList, application)!;
                Assert.NotEmpty(list.Descendants(Jpo + "invention-title").First().Value);
                foreach (XElement document in list.Descendants(Jpo + "document-list"))
                {
                    string id = document.Element(Jpo + "original")!.Attribute("id")!.Value;
                    Assert.Matches("^[A-Za-z_]+_[0-9]{11}_[A-Z]{2}$", id.Replace("-", "_", StringComparison.Ordinal));
                    Assert.True(string.CompareOrdinal(document.Element(Jpo + "legal-date")!.Value, "20261121") <= 0);
                    if (application.StartsWith("JP", StringComparison.Ordinal))
                    {
                        SandboxResponse file = _session.Get(ApiCatalog.OpdJapaneseDocument, application, id);
                        if (id.StartsWith("Written_Opinion_", StringComparison.Ordinal) || id.StartsWith("Notification_of_Reasons", StringComparison.Ordinal))
                        {
                            japanese++;
                            Assert.Equal("application/zip", file.ContentType);
                            Assert.NotEmpty(SandboxDocumentsTests.Unzip(file.Body));
                        }

                        Assert.Equal("application/pdf", _session.Get(ApiCatalog.OpdDocument, application, id).ContentType);
                    }
                    else
                    {
                        abroad++;
                        SandboxResponse file = _session.Get(ApiCatalog.OpdDocument, application, id);
                        Assert.Equal("application/pdf", file.ContentType);
                        Assert.StartsWith("%PDF-1.4", Encoding.ASCII.GetString(file.Body), StringComparison.Ordinal);
                        int table = int.Parse(Encoding.ASCII.GetString(file.Body).Split("startxref\n")[1].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
                        Assert.StartsWith("xref", Encoding.ASCII.GetString(file.Body, table, 4), StringComparison.Ordinal);
                    }
                }
            }
        }

        Assert.True(japanese > 10 && abroad > 20, $"{japanese} {abroad}");
    }

    [Fact]
    public void Citations_agree_with_the_domestic_answer()
    {
        int seen = 0;
        foreach (string number in PatentNumbers(150))
        {
            if (Xml(ApiCatalog.OpdCitation, $"JP.{number}.A") is not { } opd || _session.Data(ApiCatalog.PatentCitation, number) is not { } domestic)
            {
                continue;
            }

            seen++;
            Assert.Equal(domestic.GetProperty("patentDoc").GetArrayLength(), opd.Descendants(Jpo + "patent-literature").Count());
            Assert.Equal(domestic.GetProperty("nonPatentDoc").GetArrayLength(), opd.Descendants(Jpo + "non-patent-literature").Count());
            Assert.Equal($"JP.{number}.A", opd.Descendants(Jpo + "reference").Single().Element(Jpo + "application-number")!.Element(Jpo + "document-number")!.Value);
            foreach (XElement cited in opd.Descendants(Jpo + "patent-literature").Select(e => e.Element(Jpo + "publication-number")!))
            {
                Assert.Equal("docdb", cited.Attribute("format")!.Value);
                Assert.Matches("^JP\\.[0-9]{10}\\.A$", cited.Value.Trim());
            }
        }

        Assert.True(seen > 40);
    }

    [Theory]
    [InlineData("application/JP.2015123456", "204")]
    [InlineData("somewhere/JP.2015123456.A", "204")]
    [InlineData("application/2015123456", "204")]
    [InlineData("application/JP.9999999999.A", "107")]
    [InlineData("application/JP.1990123456.A", "107")]
    [InlineData("application/DE.102015012345.A", "107")]
    [InlineData("publication/US.9999999999.A1", "107")]
    [InlineData("publication/EP.9999999.B1", "107")]
    [InlineData("application/JP.2026300000.A", "107")]
    public void Odd_numbers_get_the_envelope_with_the_code_they_deserve(string rest, string code)
    {
        SandboxResponse response = _session.Get(ApiCatalog.OpdFamily.Path + rest);
        Assert.Equal("application/json", response.ContentType);
        Assert.Equal(code, Code(response));
    }

    [Fact]
    public void Unknown_documents_are_108()
    {
        string number = PatentNumbers(50).First(n => Xml(ApiCatalog.OpdDocumentList, $"JP.{n}.A") is not null);
        Assert.Equal("108", Code(_session.Get(ApiCatalog.OpdJapaneseDocument, $"JP.{number}.A", "Written_Opinion_00000000000_JP")));
        Assert.Equal("107", Code(_session.Get(ApiCatalog.OpdJapaneseDocument, "JP.9999999999.A", "Written_Opinion_00000000000_JP")));
        Assert.Equal("204", Code(_session.Get(ApiCatalog.OpdJapaneseDocument, "JP2015", "Written_Opinion_00000000000_JP")));
    }

    [Fact]
    public void Answers_carry_the_counter_in_XML()
    {
        var session = new SandboxSession();
        string number = PatentNumbers(50).First(n => Xml(ApiCatalog.OpdFamily, "application", $"JP.{n}.A") is not null);
        SandboxResponse response = session.Get(ApiCatalog.OpdFamily, "application", $"JP.{number}.A");
        XElement xml = XElement.Parse(Encoding.UTF8.GetString(response.Body));
        Assert.Equal("application/xml", response.ContentType);
        Assert.Equal("100", xml.Element(Jpo + "statusCode")!.Value);
        Assert.Equal("99", xml.Element(Jpo + "remainAccessCount")!.Value);
    }

    private static string? Number(XElement member, string kind) => member.Element(Jpo + kind)?.Element(Jpo + "document-number")!.Value;

    private static string Content(XElement list) => list.Element(Jpo + "family-list-data")!.ToString();

    private XElement? Xml(ApiDescriptor api, params string[] parameters)
    {
        SandboxResponse response = _session.Get(api, parameters);
        if (response.ContentType == "application/json")
        {
            Assert.Equal("107", Code(response));
            return null;
        }

        return XElement.Parse(Encoding.UTF8.GetString(response.Body));
    }
}
