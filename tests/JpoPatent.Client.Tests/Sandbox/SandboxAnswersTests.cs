using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.World;
using Xunit;
using static JpoPatent.Tests.Sandbox.SandboxSession;

namespace JpoPatent.Tests.Sandbox;

/// <summary>The JSON answers beside the progress ones, and how they agree with them.</summary>
public sealed class SandboxAnswersTests
{
    private readonly SandboxSession _session = Unlimited();

    [Fact]
    public void Every_number_of_a_patent_finds_the_same_reference()
    {
        int publications = 0;
        int registrations = 0;
        int international = 0;
        foreach (string number in PatentNumbers(1_500))
        {
            if (_session.Data(ApiCatalog.PatentNumber, "application", number) is not { } reference)
            {
                continue;
            }

            JsonElement progress = _session.Data(ApiCatalog.PatentProgressSimple, number)!.Value;
            Assert.Equal(Text(progress, "ADPublicationNumber"), Text(reference, "publicationNumber"));
            Assert.Equal(Text(progress, "ADNationalPublicationNumber"), Text(reference, "nationalPublicationNumber"));
            Assert.Equal(Text(progress, "registrationNumber"), Text(reference, "registrationNumber"));
            Assert.Equal(Text(progress, "internationalPublicationNumber"), Text(reference, "internationalPublicationNumber"));
            foreach (string name in new[] { "publicationNumber", "nationalPublicationNumber" })
            {
                if (Text(reference, name) is { Length: 10 } publication)
                {
                    publications++;
                    Assert.Equal(reference.GetRawText(), _session.Data(ApiCatalog.PatentNumber, "publication", publication)!.Value.GetRawText());
                }
            }

            if (Text(reference, "registrationNumber") is { Length: 7 } registration)
            {
                registrations++;
                Assert.Equal(reference.GetRawText(), _session.Data(ApiCatalog.PatentNumber, "registration", registration)!.Value.GetRawText());
            }

            if (Text(progress, "internationalApplicationNumber") is { Length: 12 } application)
            {
                international++;
                Assert.Equal(number, Text(_session.Data(ApiCatalog.PctNationalPhase, "international_application", application)!.Value, "applicationNumber"));
                Assert.Equal(number, Text(_session.Data(ApiCatalog.PctNationalPhase, "international_publication", Text(progress, "internationalPublicationNumber"))!.Value, "applicationNumber"));
            }
        }

        Assert.True(publications > 900 && registrations > 300 && international > 200, $"{publications} {registrations} {international}");
    }

    [Fact]
    public void The_same_digits_are_one_case_as_application_and_another_as_publication()
    {
        JsonElement application = _session.Data(ApiCatalog.PatentNumber, "application", "2012000042")!.Value;
        JsonElement publication = _session.Data(ApiCatalog.PatentNumber, "publication", "2012000042")!.Value;
        Assert.Equal("2012000042", Text(application, "applicationNumber"));
        Assert.Equal("2012000042", Text(publication, "publicationNumber"));
        Assert.NotEqual("2012000042", Text(publication, "applicationNumber"));
    }

    [Theory]
    [InlineData("patent", "application", "201512345", "204")]
    [InlineData("patent", "publication", "415123456", "204")]
    [InlineData("patent", "registration", "753388", "204")]
    [InlineData("patent", "registration", "0000001", "111")]
    [InlineData("patent", "registration", "9999999", "107")]
    [InlineData("patent", "publication", "1999123456", "111")]
    [InlineData("patent", "publication", "2003000001", "111")]
    [InlineData("patent", "publication", "2027123456", "107")]
    [InlineData("patent", "publication", "2026359999", "107")]
    [InlineData("patent", "nonsense", "2015123456", "204")]
    [InlineData("design", "publication", "2015012345", "204")]
    [InlineData("design", "registration", "0123456", "111")]
    [InlineData("trademark", "registration", "9999999", "107")]
    public void Odd_references_get_the_code_they_deserve(string law, string kind, string number, string code) =>
        Assert.Equal(code, Code(_session.Get(ApiCatalog.Find(law + "/case_number_reference")!, kind, number)));

    [Theory]
    [InlineData("international_application", "JP201901185", "204")]
    [InlineData("international_application", "jp2019011858", "204")]
    [InlineData("international_publication", "JP2019011858", "204")]
    [InlineData("application", "JP2019011858", "204")]
    [InlineData("international_application", "ZZ2019011858", "107")]
    [InlineData("international_application", "JP2019999999", "107")]
    [InlineData("international_publication", "WO2019999999", "107")]
    [InlineData("international_publication", "WO9999000001", "107")]
    [InlineData("international_publication", "WO1990000001", "111")]
    public void Odd_international_numbers_get_the_code_they_deserve(string kind, string number, string code) =>
        Assert.Equal(code, Code(_session.Get(ApiCatalog.PctNationalPhase, kind, number)));

    [Theory]
    [InlineData(JpoLaw.Design, "design")]
    [InlineData(JpoLaw.Trademark, "trademark")]
    public void Designs_and_trademarks_are_found_by_both_numbers(JpoLaw law, string name)
    {
        ApiDescriptor api = ApiCatalog.Find(name + "/case_number_reference")!;
        int found = 0;
        for (int i = 1; i < 400; i++)
        {
            string number = $"{2001 + (i % 25):D4}{1 + (i * 79):D6}";
            JsonElement reference = _session.Data(api, "application", number)!.Value;
            if (Text(reference, "registrationNumber") is { Length: 7 } registration)
            {
                found++;
                Assert.Equal(number, Text(_session.Data(api, "registration", registration)!.Value, "applicationNumber"));
            }
        }

        Assert.True(found > 100, law.ToString());
        Assert.StartsWith("DM/", Text(_session.Data(ApiCatalog.DesignNumber, "application", "2016500747")!.Value, "internationalRegistrationNumber"));
    }

    [Fact]
    public void Parties_are_found_by_code_and_by_exact_name()
    {
        foreach (string number in PatentNumbers(150))
        {
            foreach (JsonElement party in _session.Data(ApiCatalog.PatentProgress, number)?.GetProperty("applicantAttorney").EnumerateArray().ToArray() ?? [])
            {
                string code = Text(party, "applicantAttorneyCd");
                string name = Text(party, "name");
                Assert.Equal(name, Text(_session.Data(ApiCatalog.TrademarkApplicantByCode, code)!.Value, "applicantAttorneyName"));
                Assert.Contains(code, Codes(name));
            }
        }

        Assert.Equal(2, Codes(PartyPool.WithCode("304188217")!.Name).Count);
        Assert.Equal(["305204466"], Codes("株式会社ＡＭＡＧＵＭＯラボ"));
        Assert.Equal(["305204482"], Codes("株式会社AMAGUMOラボ"));
        Assert.Equal("107", Code(_session.Get(ApiCatalog.PatentApplicantByName, "株式会社amagumoラボ")));
        Assert.Equal("107", Code(_session.Get(ApiCatalog.PatentApplicantByCode, "999999999")));
        Assert.Equal("204", Code(_session.Get(ApiCatalog.PatentApplicantByCode, "99999999")));
        Assert.Equal("208", Code(_session.Get(ApiCatalog.PatentApplicantByName, "A,B")));
        Assert.Equal("107", Code(_session.Get(ApiCatalog.PatentApplicantByName, "a/b")));

        List<string> Codes(string name) => _session.Data(ApiCatalog.PatentApplicantByName, name)!.Value.GetProperty("applicantAttorney").EnumerateArray()
            .Select(p => Text(p, "applicantAttorneyCd")).ToList();
    }

    [Fact]
    public void The_register_agrees_with_the_progress()
    {
        int inForce = 0;
        int appealed = 0;
        foreach (string number in PatentNumbers(1_500))
        {
            if (_session.Data(ApiCatalog.PatentProgress, number) is not { } progress)
            {
                continue;
            }

            JsonElement? register = _session.Data(ApiCatalog.PatentRegistration, number);
            Assert.Equal(Text(progress, "registrationNumber").Length > 0, register is not null);
            if (register is not { } data)
            {
                continue;
            }

            foreach (string name in new[] { "registrationNumber", "registrationDate", "filingDate", "inventionTitle", "expireDate", "erasureIdentifier", "disappearanceDate" })
            {
                Assert.Equal(Text(progress, name), Text(data, name));
            }

            Assert.Matches("^[0-9]{3}$", Text(data, "numberOfClaims"));
            Assert.Matches("^[0-9]{2}$", Text(data, "lastPaymentYearly"));
            Assert.True(data.GetProperty("rightPersonInformation").GetArrayLength() > 0);
            appealed += Text(data, "appealTrialDecisiondDate").Length > 0 ? 1 : 0;
            if (Text(data, "erasureIdentifier") == "00" && Text(data, "nextPensionPaymentDate") is { Length: 8 } due)
            {
                inForce++;
                int years = int.Parse(Text(data, "lastPaymentYearly"), CultureInfo.InvariantCulture);
                DateTime registered = DateTime.ParseExact(Text(data, "registrationDate"), "yyyyMMdd", CultureInfo.InvariantCulture);
                Assert.Equal(registered.AddYears(years).ToString("yyyyMMdd", CultureInfo.InvariantCulture), due);
                Assert.True(string.CompareOrdinal(due, "20260401") > 0, number + " " + due);
            }
        }

        Assert.True(inForce > 100 && appealed > 10, $"{inForce} {appealed}");
    }

    [Fact]
    public void Divisional_and_priority_answers_are_parts_of_the_progress()
    {
        foreach (string number in PatentNumbers(300))
        {
            if (_session.Data(ApiCatalog.PatentProgress, number) is not { } progress)
            {
                continue;
            }

            JsonElement divisional = _session.Data(ApiCatalog.PatentDivisional, number)!.Value;
            JsonElement priority = _session.Data(ApiCatalog.PatentPriority, number)!.Value;
            Assert.Equal(progress.GetProperty("parentApplicationInformation").GetRawText(), divisional.GetProperty("parentApplicationInformation").GetRawText());
            Assert.Equal(progress.GetProperty("divisionalApplicationInformation").GetRawText(), divisional.GetProperty("divisionalApplicationInformation").GetRawText());
            Assert.Equal(progress.GetProperty("priorityRightInformation").GetRawText(), priority.GetProperty("priorityRightInformation").GetRawText());
        }
    }

    [Fact]
    public void Cited_publications_exist_and_are_older()
    {
        var kinds = new HashSet<string>();
        int papers = 0;
        foreach (string number in PatentNumbers(600))
        {
            if (_session.Data(ApiCatalog.PatentCitation, number) is not { } cited)
            {
                continue;
            }

            JsonElement progress = _session.Data(ApiCatalog.PatentProgress, number)!.Value;
            foreach (JsonElement document in cited.GetProperty("patentDoc").EnumerateArray())
            {
                kinds.Add(Text(document, "citationType"));
                Assert.Matches("^JPA [45][0-9]{8}$", Text(document, "documentNumber"));
                string record = Text(document, "documentNumber").Substring(4);
                int year = int.Parse(record.Substring(1, 2), CultureInfo.InvariantCulture) + (record[0] == '4' ? 1988 : 2018);
                Assert.True(year < int.Parse(Text(progress, "filingDate").Substring(0, 4), CultureInfo.InvariantCulture));
                Assert.NotNull(JpoPatent.Sandbox.World.PatentNumbers.FromPublication(year.ToString(CultureInfo.InvariantCulture) + record.Substring(3)));
            }

            papers += cited.GetProperty("nonPatentDoc").GetArrayLength();
        }

        Assert.Equal(["19", "31", "89"], kinds.Order());
        Assert.True(papers > 20);
    }

    [Fact]
    public void Addresses_name_the_case()
    {
        Assert.Matches("^https://www\\.j-platpat\\.inpit\\.go\\.jp/c1800/PU/JP-2015-123456/[0-9A-F]{64}/10/ja$", Url(ApiCatalog.PatentUrl, "2015123456"));
        Assert.Contains("/DE/JP-2015-012345/", Url(ApiCatalog.DesignUrl, "2015012345"), StringComparison.Ordinal);
        Assert.Contains("/TR/JP-2015-012345/", Url(ApiCatalog.TrademarkUrl, "2015012345"), StringComparison.Ordinal);
        string Url(ApiDescriptor api, string number) => Text(_session.Data(api, number)!.Value, "URL");
    }

    [Fact]
    public void Every_domestic_JSON_value_is_a_string()
    {
        foreach (ApiDescriptor api in ApiCatalog.All.Where(a => a.Answer == ApiAnswer.Json))
        {
            int successes = 0;
            foreach (string[] parameters in Parameters(api))
            {
                SandboxResponse response = _session.Get(api, parameters);
                JsonElement result = Json(response).GetProperty("result");
                Assert.Equal(["statusCode", "errorMessage", "remainAccessCount", "data"], result.EnumerateObject().Select(p => p.Name));
                AssertStrings(result);
                successes += Text(result, "statusCode") == "100" ? 1 : 0;
            }

            Assert.True(successes > 0, api.Id);
        }
    }

    [Fact]
    public void Nothing_that_a_client_sends_makes_it_throw()
    {
        var random = new Random(20261122);
        string[] pieces = ["application", "publication", "registration", "international_application", "0000000000", "9999999999", "2003000001", "0000001", "JP.2015123456.A", "US.999999999999.B2", "EP.00000000.A1", "KR.20150000000.B1", "CN.999999999.B", "JP.0000000000.A", "JP.9999500001.A", "日本", "%", "%ZZ", "%E3%81", "WO9999999999", "JP0000000000", "", "-1", "..", "CN.000000000000.A", "KR.99997999999.A", "US.9999999999.A1", "CN.9999999999999999.A"];
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            for (int i = 0; i < 250; i++)
            {
                string digits = string.Concat(Enumerable.Range(0, random.Next(6, 14)).Select(_ => (char)('0' + random.Next(10))));
                string one = random.Next(3) == 0 ? digits : pieces[random.Next(pieces.Length)];
                string two = random.Next(3) == 0 ? digits : pieces[random.Next(pieces.Length)];
                SandboxResponse response = _session.Get(api.Path + one + (random.Next(2) == 0 ? "/" + two : "") + (random.Next(5) == 0 ? "?x=1" : ""));
                Assert.InRange(response.Status, 200, 404);
            }
        }
    }

    private static IEnumerable<string[]> Parameters(ApiDescriptor api)
    {
        string name = api.Id.Split('/')[1];
        for (int i = 1; i <= 40; i++)
        {
            string number = $"{2005 + (i % 18):D4}{i * 777:D6}";
            switch (name)
            {
                case "applicant_attorney_cd":
                    yield return [PartyPool.All[i].Code];
                    break;
                case "applicant_attorney":
                    yield return [PartyPool.All[i].Name];
                    break;
                case "case_number_reference":
                    yield return ["application", number];
                    break;
                case "pct_national_phase_application_number":
                    yield return ["international_publication", $"WO2015{i * 777:D6}"];
                    break;
                default:
                    yield return [number];
                    break;
            }
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static void AssertStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.All(element.EnumerateObject(), property => AssertStrings(property.Value));
                break;
            case JsonValueKind.Array:
                Assert.All(element.EnumerateArray(), AssertStrings);
                break;
            default:
                Assert.Equal(JsonValueKind.String, element.ValueKind);
                break;
        }
    }
}
