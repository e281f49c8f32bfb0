using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.World;
using Xunit;

namespace JpoPatent.Tests.Sandbox;


/// <summary>The invented world hangs together, whatever number one starts from.</summary>
public sealed class SandboxWorldTests
{
    private static readonly DateTime Yesterday = new(2026, 11, 21);

    public static TheoryData<string> ProgressApis =>
    [
        "patent/app_progress", "patent/app_progress_simple", "design/app_progress", "design/app_progress_simple", "trademark/app_progress", "trademark/app_progress_simple",
    ];

    [Theory]
    [MemberData(nameof(ProgressApis))]
    public void Every_value_is_a_string_and_nothing_lies_in_the_future(string id)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        SandboxSession session = SandboxSession.Unlimited();
        int found = 0;
        foreach (string number in Numbers(api.Law, 3_000))
        {
            if (session.Data(api, number) is { } data)
            {
                found++;
                AssertStrings(data);
                AssertDates(data, number);
            }
        }

        Assert.InRange(found, 2_300, 3_000);
    }

    [Fact]
    public void A_case_is_the_same_whenever_it_is_asked_for()
    {
        foreach (string number in SandboxSession.PatentNumbers(200))
        {
            Assert.Equal(Text(SandboxSession.Unlimited(), number), Text(SandboxSession.Unlimited(), number));
        }

        static string Text(SandboxSession session, string number) => session.Data(ApiCatalog.PatentProgress, number)?.GetRawText() ?? "";
    }

    [Fact]
    public void Known_numbers_keep_their_lives()
    {
        // A change of these lines means that the world has changed for everybody who wrote down a number.
        SandboxSession session = SandboxSession.Unlimited();
        JsonElement patent = session.Data(ApiCatalog.PatentProgress, "2012000042")!.Value;
        Assert.Equal("折り畳み式軸受ユニット、並びに当該装置の調整方法", patent.GetProperty("inventionTitle").GetString());
        Assert.Equal("5556666", patent.GetProperty("registrationNumber").GetString());
        Assert.Equal("1692271", session.Data(ApiCatalog.DesignProgress, "2020015234")!.Value.GetProperty("registrationNumber").GetString());
        Assert.Equal("6065581", session.Data(ApiCatalog.TrademarkProgress, "2018009480")!.Value.GetProperty("registrationNumber").GetString());
    }

    [Fact]
    public void Time_only_adds_to_a_case()
    {
        foreach (string number in SandboxSession.PatentNumbers(300))
        {
            Lookup early = PatentWorld.Find(number, Yesterday.AddYears(-4), out PatentCase? before);
            Lookup late = PatentWorld.Find(number, Yesterday, out PatentCase? after);
            if (early != Lookup.Found)
            {
                continue;
            }

            Assert.Equal(Lookup.Found, late);
            Assert.Equal(before!.Subject.Title, after!.Subject.Title);
            Assert.Equal(before.Publication ?? after.Publication, after.Publication);
            Assert.Equal(before.RegistrationNumber ?? after.RegistrationNumber, after.RegistrationNumber);
            IEnumerable<string> missing = Listed(before).Except(Listed(after));
            Assert.Empty(missing);
        }

        static IEnumerable<string> Listed(PatentCase found) => found.Groups.SelectMany(g => g.Documents.Select(d => g.Number + d.Code + d.LegalDate + d.Number));
    }

    [Fact]
    public void Patents_are_published_eighteen_months_after_the_earliest_day()
    {
        foreach (PatentCase found in Patents(6_000))
        {
            if (found.PublicationDate is not { } published)
            {
                continue;
            }

            DateTime first = found.Priorities.Select(p => p.Date).Append(found.Filing).Min();
            PatentKey root = found.Key;
            if (found.Parent is not null)
            {
                first = PatentWorld.Descent(found)[0].Filing;
                Assert.True(published > found.Filing);
            }

            Assert.InRange(published, first.AddMonths(18), root.National ? first.AddMonths(40) : found.Parent is null ? first.AddMonths(18).AddDays(32) : DateTime.MaxValue);
            if (found.InternationalPublicationDate is { } international)
            {
                Assert.InRange(international, first.AddMonths(18), first.AddMonths(20));
            }

            foreach (Priority priority in found.Priorities)
            {
                Assert.InRange(found.Filing, priority.Date.AddMonths(11), priority.Date.AddMonths(12));
            }
        }
    }

    [Fact]
    public void Dates_of_a_patent_stand_in_order()
    {
        foreach (PatentCase found in Patents(6_000))
        {
            CaseDocument? first(string code) => found.Groups[0].Documents.FirstOrDefault(d => d.Code == code);
            DateTime entered = PatentNumbers.Entered(found.Key);
            Assert.All(found.Groups.SelectMany(g => g.Documents), d => Assert.InRange(d.LegalDate, found.Filing, Yesterday));
            Assert.Equal(entered, first("A63")!.LegalDate);
            Assert.All(found.Groups, g => Assert.Equal(g.Documents.OrderBy(d => d.LegalDate).Select(d => d.LegalDate), g.Documents.Select(d => d.LegalDate)));
            if (first("A621") is { } request)
            {
                Assert.InRange(request.LegalDate, entered, Later(entered.AddDays(30), found.Filing.AddMonths(36)));
            }

            if (first("A131") is { } notice)
            {
                Assert.True(first("A621")!.LegalDate < notice.LegalDate, found.Number);
                Assert.True(notice.Drafted < notice.LegalDate);
                if (first("A53") is { } opinion)
                {
                    Assert.InRange(opinion.LegalDate, notice.LegalDate.AddDays(10), notice.LegalDate.AddDays(91));
                }
            }

            if (found.Registration is { } registered)
            {
                DateTime? decided = first("A01")?.LegalDate ?? found.AppealDecision;
                Assert.NotNull(decided);
                Assert.InRange(decided.Value, entered.AddDays(1), registered.AddDays(-20));
                Assert.True(found.Decision <= decided);
                Assert.InRange(first("A61")!.LegalDate, decided.Value.AddDays(1), registered.AddDays(-1));
                Assert.True(found.Register!.Expires > registered);
                Assert.True(found.Register.Gone is null || found.Register.Gone <= Yesterday);
                Assert.True(found.Register.NextDue is null || found.Register.NextDue > registered);
                Assert.True(found.Register.Updated <= Yesterday);
            }
            else
            {
                Assert.Null(found.Register);
            }

            if (first("A02") is not null && found.Groups.All(g => g.NumberType != "07"))
            {
                Assert.Null(found.RegistrationNumber);
            }
        }

        static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
    }

    [Fact]
    public void Document_numbers_of_a_case_differ()
    {
        foreach (PatentCase found in Patents(1_500))
        {
            var numbers = found.Groups[0].Documents.Where(d => d.Number.All(char.IsDigit)).Select(d => (d.Number, d.Separator)).ToList();
            Assert.Equal(numbers.Count, numbers.Distinct().Count());
            Assert.All(numbers, n => Assert.Equal(11, n.Number.Length));
        }
    }

    [Fact]
    public void Every_number_of_a_patent_leads_back_to_it()
    {
        foreach (string number in SandboxSession.PatentNumbers(6_000))
        {
            PatentKey key = PatentNumbers.FromApplication(number)!.Value;
            Assert.Equal(number, PatentNumbers.Text(key));
            if (PatentNumbers.Publication(key) is { } publication)
            {
                AssertSame(key, PatentNumbers.FromPublication(PatentNumbers.SpaceOf(key).Text(publication)));
            }

            if (PatentNumbers.Registration(key) is { } registration)
            {
                AssertSame(key, PatentNumbers.FromRegistration(registration.Number));
            }

            if (key.National)
            {
                AssertSame(key, PatentNumbers.FromInternationalApplication(PatentNumbers.InternationalApplication(key).Number));
                AssertSame(key, PatentNumbers.FromInternationalPublication(PatentNumbers.InternationalPublication(key).Number));
            }
        }

        static void AssertSame(PatentKey expected, PatentKey? actual) => Assert.Equal((expected.National, expected.Index), (actual!.Value.National, actual.Value.Index));
    }

    [Fact]
    public void No_two_cases_share_a_registration_number()
    {
        var patents = new HashSet<string>();
        var designs = new HashSet<string>();
        for (int serial = 1; serial <= 20_000; serial++)
        {
            foreach (int first in new[] { 0, 500_000 })
            {
                if (PatentNumbers.FromApplication($"2016{first + serial:D6}") is { } patent && PatentNumbers.Registration(patent) is { } granted)
                {
                    Assert.True(patents.Add(granted.Number), granted.Number);
                    Assert.Equal(7, granted.Number.Length);
                }

                if (RightNumbers.Designs.FromApplication($"2016{first + serial:D6}") is { } design && RightNumbers.Designs.Registration(design) is { } registered)
                {
                    Assert.True(designs.Add(registered.Number), registered.Number);
                }
            }
        }
    }

    [Theory]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public void Every_number_of_a_design_or_trademark_leads_back_to_it(JpoLaw law)
    {
        RightNumbers numbers = RightWorld.NumbersOf(law);
        int registered = 0;
        foreach (string number in Numbers(law, 4_000))
        {
            if (numbers.FromApplication(number) is { } key)
            {
                Assert.Equal(number, numbers.Text(key));
                if (numbers.Registration(key) is { } registration)
                {
                    registered++;
                    RightKey back = numbers.FromRegistration(registration.Number)!.Value;
                    Assert.Equal((key.Hague, key.Index), (back.Hague, back.Index));
                }
            }
        }

        Assert.True(registered > 1_500);
    }

    [Fact]
    public void Registration_numbers_grow_with_time()
    {
        List<PatentCase> granted = Patents(6_000).Where(p => p.Registration is not null).OrderBy(p => p.RegistrationNumber, StringComparer.Ordinal).ToList();
        for (int i = 1; i < granted.Count; i++)
        {
            Assert.True(granted[i].Registration!.Value.AddDays(5) > granted[i - 1].Registration, granted[i].Number);
        }
    }

    [Fact]
    public void Parents_and_divisional_applications_name_each_other()
    {
        SandboxSession session = SandboxSession.Unlimited();
        int children = 0;
        var generations = new HashSet<string>();
        foreach (string number in SandboxSession.PatentNumbers(2_500))
        {
            if (session.Data(ApiCatalog.PatentProgress, number) is not { } data)
            {
                continue;
            }

            List<string> line = Line(data);
            if (line.Count > 0)
            {
                Assert.Contains(number, line);
                foreach (JsonElement member in data.GetProperty("divisionalApplicationInformation").EnumerateArray())
                {
                    generations.Add(member.GetProperty("divisionalGeneration").GetString()!);
                    if (session.Data(ApiCatalog.PatentProgress, member.GetProperty("applicationNumber").GetString()!) is { } relative)
                    {
                        Assert.Equal(line, Line(relative));
                        Assert.Equal(data.GetProperty("applicantAttorney").GetRawText(), relative.GetProperty("applicantAttorney").GetRawText());
                        Assert.Equal(relative.GetProperty("registrationNumber").GetString(), member.GetProperty("registrationNumber").GetString());
                        Assert.Equal(relative.GetProperty("expireDate").GetString(), member.GetProperty("expireDate").GetString());
                    }
                }
            }

            JsonElement parent = data.GetProperty("parentApplicationInformation");
            if (parent.EnumerateObject().Any())
            {
                children++;
                string parentNumber = parent.GetProperty("parentApplicationNumber").GetString()!;
                Assert.Contains(parentNumber, line);
                if (PatentWorld.Find(parentNumber, Yesterday, out PatentCase? original) == Lookup.Found)
                {
                    Assert.Equal(SandboxCalendar.Text(original!.Filing), parent.GetProperty("filingDate").GetString());
                    DateTime filed = DateTime.ParseExact(data.GetProperty("filingDate").GetString()!, "yyyyMMdd", CultureInfo.InvariantCulture);
                    Assert.True(filed > original.Filing);
                    Assert.True(original.Registration is null || filed < original.Registration, number);
                }
            }
        }

        Assert.True(children > 100);
        Assert.Equal(["0", "1", "2"], generations.Order());

        static List<string> Line(JsonElement data) =>
            data.GetProperty("divisionalApplicationInformation").EnumerateArray().Select(m => m.GetProperty("applicationNumber").GetString()!).ToList();
    }

    [Fact]
    public void Domestic_priorities_rest_on_applications_of_the_same_applicant()
    {
        int seen = 0;
        foreach (PatentCase found in Patents(6_000))
        {
            foreach (Priority priority in found.Priorities.Where(p => p.Country == "JP"))
            {
                if (PatentWorld.Find(priority.Number, Yesterday, out PatentCase? basis) == Lookup.Found)
                {
                    seen++;
                    Assert.Equal(priority.Date, basis!.Filing);
                    Assert.Equal(basis.Subject.Title, found.Subject.Title);
                    Assert.Equal(basis.Applicants.Select(a => a.Code), found.Applicants.Select(a => a.Code));
                    Assert.Null(basis.RegistrationNumber);
                }
            }
        }

        Assert.True(seen > 200);
    }

    [Fact]
    public void Related_designs_and_their_principals_agree()
    {
        int related = 0;
        int divisional = 0;
        foreach (string number in Numbers(JpoLaw.Design, 3_000))
        {
            if (RightWorld.Find(JpoLaw.Design, number, Yesterday, out CaseRecord? record) == Lookup.Found && record is DesignCase found && (found.Principal ?? found.Parent) is { } origin
                && RightWorld.Find(JpoLaw.Design, origin, Yesterday, out CaseRecord? first) == Lookup.Found)
            {
                related += found.Principal is null ? 0 : 1;
                divisional += found.Parent is null ? 0 : 1;
                Assert.True(first!.Filing < found.Filing);
                Assert.Equal(((DesignCase)first).Subject.Title, found.Subject.Title);
                Assert.Equal(first.Applicants, found.Applicants);
            }
        }

        Assert.True(related > 100);
        Assert.True(divisional > 30);
    }

    [Theory]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public void Dates_of_a_design_or_trademark_stand_in_order(JpoLaw law)
    {
        foreach (string number in Numbers(law, 4_000))
        {
            if (RightWorld.Find(law, number, Yesterday, out CaseRecord? found) != Lookup.Found)
            {
                continue;
            }

            Assert.All(found!.Groups.SelectMany(g => g.Documents), d => Assert.InRange(d.LegalDate, found.Filing, Yesterday));
            if (found.Registration is { } registered)
            {
                Assert.True(found.Decision < registered);
                Assert.True(found.Register!.Expires > registered);
                Assert.True(found.Register.Gone is not null || found.Register.Expires >= Yesterday.AddMonths(-7), number);
            }
        }
    }

    [Fact]
    public void Any_ten_patents_are_at_different_stages_of_life()
    {
        List<string> stages = Patents(3_000).Select(Stage).ToList();
        foreach (string stage in new[] { "filed", "published", "requested", "noticed", "answered", "refused", "abandoned", "allowed", "in force", "lapsed", "expired" })
        {
            Assert.True(stages.Count(s => s == stage) >= (stage == "allowed" ? 3 : 8), stage + ": " + stages.Count(s => s == stage));
        }

        int[] varieties = stages.Chunk(10).Where(ten => ten.Length == 10).Select(ten => ten.Distinct().Count()).ToArray();
        Assert.True(varieties.Average() >= 4.5, varieties.Average().ToString(CultureInfo.InvariantCulture));
        Assert.True(varieties.Min() >= 2);
    }

    [Fact]
    public void All_odd_shapes_occur()
    {
        SandboxSession session = SandboxSession.Unlimited();
        string patents = string.Concat(SandboxSession.PatentNumbers(400).Select(n => session.Data(ApiCatalog.PatentProgress, n)?.GetRawText()));
        foreach (string shape in new[]
        {
            "\"documentNumber\":\"BBBBBBBBBBB\",\"versionNumber\":\"0000\",\"documentSeparator\":\" \"", "\"documentNumber\":\"99999999999\"", "\"numberType\":\"02\"", "\"numberType\":\"03\"",
            "\"numberType\":\"04\"", "\"numberType\":\"06\"", "\"numberType\":\"07\"", "\"irirFlg\":\"1\"", "\"nationalPriorityLawCd\":\"1\"", "\"parisPriorityCountryCd\":\"US\"", "A971007", "\u3000",
            "\"parentApplicationInformation\":{}", "\"divisionalApplicationInformation\":[]", "\"internationalApplicationNumber\":\"JP", "\"documentList\":[]",
        })
        {
            Assert.Contains(shape, patents, StringComparison.Ordinal);
        }

        string trademarks = string.Concat(Numbers(JpoLaw.Trademark, 300).Select(n => session.Data(ApiCatalog.TrademarkProgress, n)?.GetRawText()));
        Assert.Contains("\"transliteration\":{\"0\":", trademarks, StringComparison.Ordinal);
        Assert.Contains("\"transliteration\":{}", trademarks, StringComparison.Ordinal);
        Assert.Contains("\"viennaClass\":{}", trademarks, StringComparison.Ordinal);
        Assert.Contains("\"viennaClass\":{\"0\":", trademarks, StringComparison.Ordinal);
        Assert.DoesNotContain("repeatNumber", trademarks, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_and_names_of_parties_are_unique_but_for_the_twins()
    {
        Assert.Equal(PartyPool.All.Count, PartyPool.All.Select(p => p.Code).Distinct().Count());
        Assert.All(PartyPool.All, p => Assert.Matches("^[0-9]{9}$", p.Code));
        IGrouping<string, Party> twins = Assert.Single(PartyPool.All.GroupBy(p => p.Name), g => g.Count() > 1);
        Assert.Equal(2, twins.Count());
        Assert.True(PartyPool.Companies.Count + PartyPool.Foreigners.Count + PartyPool.Attorneys.Count >= 60);
    }

    [Theory]
    [InlineData(2004)]
    [InlineData(2019)]
    [InlineData(2031)]
    [InlineData(2044)]
    public void Any_year_on_the_clock_will_do(int year)
    {
        var horizon = new DateTime(year, 2, 28);
        int found = 0;
        for (int i = 0; i < 800; i++)
        {
            string number = $"{2003 + (i * 7 % (year - 2002)):D4}{(i % 4 == 3 ? 500_001 + (i * 89) : 1 + (i * 439)):D6}";
            if (PatentWorld.Find(number, horizon, out PatentCase? patent) == Lookup.Found)
            {
                found++;
                Assert.True(patent!.Registration is null || patent.Registration <= horizon);
                Assert.NotNull(Citations.Of(patent));
                Family? family = Family.OfApplication("JP." + number + ".A", horizon);
                Assert.True(family is null || family.Members.All(m => m.Applied <= horizon));
            }

            foreach (JpoLaw law in new[] { JpoLaw.Design, JpoLaw.Trademark })
            {
                RightWorld.Find(law, number.Substring(0, 5) + "0" + number.Substring(6), horizon, out CaseRecord? right);
                Assert.True(right?.Registration is null || right.Registration <= horizon);
            }
        }

        Assert.True(found > 100);
    }

    private static string Stage(PatentCase found)
    {
        bool has(string code) => found.Groups[0].Documents.Any(d => d.Code == code);
        if (found.Register is { } register)
        {
            return register.Gone is null ? "in force" : register.Gone == register.Expires ? "expired" : "lapsed";
        }

        return has("A01") ? "allowed" : has("A02") ? "refused" : has("A53") ? "answered" : has("A131") ? "noticed" : has("A621") ? "requested"
            : found.Filing.AddMonths(36) <= Yesterday ? "abandoned" : found.PublicationDate is null ? "filed" : "published";
    }

    private static IEnumerable<PatentCase> Patents(int count)
    {
        foreach (string number in SandboxSession.PatentNumbers(count))
        {
            if (PatentWorld.Find(number, Yesterday, out PatentCase? found) == Lookup.Found)
            {
                yield return found!;
            }
        }
    }

    private static IEnumerable<string> Numbers(JpoLaw law, int count) => law switch
    {
        JpoLaw.Patent => SandboxSession.PatentNumbers(count),
        JpoLaw.Design => Enumerable.Range(0, count).Select(i => i % 9 == 8 ? $"{2015 + (i % 12):D4}{500_001 + (i * 7 % 1_440):D6}" : $"{2001 + (i * 7 % 26):D4}{1 + (i * 7_919L % 31_680):D6}"),
        _ => Enumerable.Range(0, count).Select(i => $"{2001 + (i * 7 % 26):D4}{1 + (i * 104_729L % 190_080):D6}"),
    };

    private static void AssertStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    AssertStrings(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    AssertStrings(item);
                }

                break;
            default:
                Assert.Equal(JsonValueKind.String, element.ValueKind);
                break;
        }
    }

    private static void AssertDates(JsonElement data, string number)
    {
        foreach (JsonProperty property in data.EnumerateObject().Where(p => p.Name.EndsWith("Date", StringComparison.Ordinal) && p.Value.GetString()!.Length > 0))
        {
            DateTime day = DateTime.ParseExact(property.Value.GetString()!, "yyyyMMdd", CultureInfo.InvariantCulture);
            Assert.True(day <= Yesterday || property.Name == "expireDate", number + " " + property.Name);
        }

        foreach (JsonElement document in data.GetProperty("bibliographyInformation").EnumerateArray().SelectMany(g => g.GetProperty("documentList").EnumerateArray()))
        {
            Assert.True(string.CompareOrdinal(document.GetProperty("legalDate").GetString(), "20261121") <= 0, number);
            bool available = document.GetProperty("availabilityFlag").GetString() == "1";
            Assert.Equal(available ? "0001" : "0000", document.GetProperty("versionNumber").GetString());
            Assert.Equal(available, document.GetProperty("documentSeparator").GetString() != " ");
        }
    }
}
