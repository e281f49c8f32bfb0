using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.World;
using JpoPatent.Tests.Models;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>What the sandbox sends over the wire has JPO's own fields: these, all of these, in this order and form. The one list serves the sandbox and the recordings.</summary>
public sealed class FidelityTests(UnlimitedSandbox sandbox) : IClassFixture<UnlimitedSandbox>
{
    /// <summary>Objects in JPO's list that come as lists (API.md, Quirks).</summary>
    private static readonly string[] Lists = ["patentDoc", "nonPatentDoc"];

    /// <summary>Lists with numbers for keys (API.md, Quirks).</summary>
    private static readonly string[] NumberKeyed = ["transliteration", "viennaClass"];

    /// <summary>Fields whose values are otherwise than JPO's list says, and what the live service sends (API.md, Quirks, the recordings, and JPO's own examples).</summary>
    private static readonly Dictionary<string, string> Forms = new()
    {
        ["documentCode"] = "^[A-Z]{1,2}[0-9]{1,6}$",
        ["documentNumber"] = "^([0-9]{11}|BBBBBBBBBBB|JP[A-Z] [0-9]{9,12})$",
        ["documentSeparator"] = "^[A-Z ]$",
        ["designClass"] = "^[A-Z][0-9]{4,5}[A-Z]*$",
        ["internationalRegistrationNumber"] = "^DM/[0-9]{6}$",
        ["sizeOfDocument"] = "^[0-9]+$",
        ["similarCode"] = "^[0-9]{2}[A-Z][0-9]{2}( [0-9]{2}[A-Z][0-9]{2})*$",

        // An office abroad writes its numbers as it likes: 62/123,456, 10-2015-0012345.
        ["parisPriorityApplicationNumber"] = "^[0-9A-Z.,/-]+$",
    };

    /// <summary>Fields that no case of the sandbox's world has a value in: it has no divisionals of national phases, and no appeals in designs and trademarks.</summary>
    private static readonly Dictionary<string, string[]> NeverFilled = new()
    {
        ["patent/app_progress"] = ["nationalPriorityInternationalApplicationNumber"],
        ["patent/priority_right_app_info"] = ["nationalPriorityInternationalApplicationNumber"],
        ["patent/divisional_app_info"] = ["nationalPublicationNumber", "ADNationalPublicationNumber", "internationalApplicationNumber", "internationalPublicationNumber"],
        ["design/app_progress"] = ["publicationDate"],
        ["design/app_progress_simple"] = ["publicationDate"],
        ["design/registration_info"] = ["appealTrialDecisiondDate"],
        ["trademark/registration_info"] = ["appealTrialDecisiondDate"],
    };

    public static IEnumerable<object[]> DomesticApis => ApiCatalog.All.Where(api => api.Group == ApiGroup.Domestic).Select(api => new object[] { api.Id });

    public static IEnumerable<object[]> BundleApis => ApiCatalog.All.Where(api => api.Group == ApiGroup.Domestic && api.Answer == ApiAnswer.Zip).Select(api => new object[] { api.Id });

    [SharedTheory]
    [MemberData(nameof(DomesticApis))]
    public async Task The_sandbox_sends_JPO_s_fields(string id)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        ServiceField root = ServiceField.Of(api);
        var met = new HashSet<string>();
        int successes = 0;
        int empty = 0;
        foreach (string[] parameters in Parameters(api))
        {
            if (await sandbox.Bench.GetJsonAsync(api, parameters) is not { } answer)
            {
                continue;
            }

            bool isSuccess = answer.GetProperty("result").GetProperty("statusCode").GetString() == "100";
            successes += isSuccess ? 1 : 0;
            empty += isSuccess ? 0 : 1;
            AssertForm(root, answer, id + " " + string.Join('/', parameters), met);
        }

        // Bundles of a usual size are zips; the large ones have a test of their own.
        Assert.True(empty > 0, id);
        Assert.Equal(api.Answer == ApiAnswer.Json, successes > 0);
        if (api.Answer == ApiAnswer.Json)
        {
            // Every field of the list is met at least once with a value in it.
            Assert.Equal([], Names(root).Except(met).Except(NeverFilled.GetValueOrDefault(id, [])));
        }
    }

    [SharedTheory]
    [MemberData(nameof(BundleApis))]
    public async Task A_large_bundle_is_an_address_in_JPO_s_field(string id)
    {
        await using SandboxBench bench = await SandboxBench.StartUnlimitedAsync(options => options.LargeBundleBytes = 100);
        ApiDescriptor api = ApiCatalog.Find(id)!;
        JsonElement data = default;
        foreach (string[] parameters in Parameters(api))
        {
            JsonElement result = (await bench.GetJsonAsync(api, parameters))!.Value.GetProperty("result");
            data = result.GetProperty("data");
            if (result.GetProperty("statusCode").GetString() == "100")
            {
                break;
            }
        }

        // JPO's list has the field for 1-8, 2-7 and 3-7 only; the others can be large as well.
        ServiceField listed = ServiceField.Of(api).Children.Single().Children.Single(field => field.Name == "data");
        Assert.Equal(id.EndsWith("opinion_amendment", StringComparison.Ordinal) ? ["URL"] : Array.Empty<string>(), listed.Children.Select(field => field.Name));
        Assert.Equal(["URL"], data.EnumerateObject().Select(field => field.Name));

        // The address is signed and wants no token; with one the object store refuses.
        string pathAndQuery = new Uri(data.GetProperty("URL").GetString()!).PathAndQuery;
        using HttpResponseMessage bundle = await bench.GetRawAsync(pathAndQuery, withToken: false);
        Assert.Equal("application/zip", bundle.Content.Headers.ContentType!.MediaType);
        Assert.True(bundle.Content.Headers.ContentLength > 100);
        using HttpResponseMessage refused = await bench.GetRawAsync(pathAndQuery);
        Assert.Equal(400, (int)refused.StatusCode);
    }

    [SharedFact]
    public void What_the_live_service_sent_has_the_same_fields()
    {
        int seen = 0;
        foreach (string file in Directory.GetFiles(Path.Combine(Shared.Folder!, "recordings"), "*.json"))
        {
            string name = Path.GetFileName(file);
            ApiDescriptor api = ApiCatalog.All
                .Where(row => name.StartsWith(row.Id.Replace('/', '_') + "_", StringComparison.Ordinal))
                .OrderByDescending(row => row.Id.Length)
                .First();
            using JsonDocument recorded = JsonDocument.Parse(File.ReadAllBytes(file));
            AssertForm(ServiceField.Of(api), recorded.RootElement, name, []);
            seen++;
        }

        Assert.True(seen > 5);
    }

    [Fact]
    public async Task A_zip_comes_with_its_name_and_without_a_counter()
    {
        CaseRecord found = Cases.Patent(patent => patent.Has("A131"));
        using HttpResponseMessage answer = await sandbox.Bench.GetRawAsync(ApiCatalog.PatentRefusalNotices.Path + found.Number);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment;filename=docContRefusalReason_" + found.Number + ".zip", answer.Content.Headers.GetValues("Content-Disposition").Single().Replace("; ", ";", StringComparison.Ordinal));
        Assert.Equal(FakeTime.Noon, answer.Headers.Date);
        Assert.Equal(["Date"], answer.Headers.Select(header => header.Key));
    }

    [Theory]
    [InlineData("/api/patent/v1/no_such_api/2015123456", true, 404, "301")]
    [InlineData("/somewhere", true, 404, "301")]
    [InlineData("/api/patent/v1/app_progress/2015123456", false, 401, "210")]
    [InlineData("/api/patent/v1/app_progress/20151", true, 200, "204")]
    [InlineData("/api/patent/v1/app_progress/2015%2C123456", true, 200, "208")]
    [InlineData("/api/patent/v1/app_progress/1999123456", true, 200, "111")]
    [InlineData("/api/patent/v1/app_progress/9999999999", true, 200, "107")]
    [InlineData("/api/patent/v1/app_progress/2015123456", true, 200, "100")]
    [InlineData("/opdapi/patent/v1/family/application/JP.9999999999.A", true, 200, "107")]
    public async Task Errors_come_over_the_wire_in_the_envelope(string path, bool withToken, int status, string code)
    {
        using HttpResponseMessage answer = await sandbox.Bench.GetRawAsync(path, withToken);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        JsonElement result = json.RootElement.GetProperty("result");
        Assert.Equal(["statusCode", "errorMessage", "remainAccessCount", "data"], result.EnumerateObject().Select(field => field.Name));
        Assert.Equal(code, result.GetProperty("statusCode").GetString());

        // A counter comes with what was counted for certain.
        Assert.Equal(code is "100" or "107", result.GetProperty("remainAccessCount").GetString()!.Length > 0);
    }

    private static void AssertForm(ServiceField field, JsonElement value, string where, HashSet<string> met)
    {
        where += "." + field.Name;
        if (Lists.Contains(field.Name))
        {
            Assert.True(value.ValueKind == JsonValueKind.Array, where);
            Assert.All(value.EnumerateArray(), item => AssertFields(field, item, where, met));
            return;
        }

        if (NumberKeyed.Contains(field.Name))
        {
            Assert.Equal(Enumerable.Range(0, value.EnumerateObject().Count()).Select(i => i.ToString()), value.EnumerateObject().Select(item => item.Name));
            Assert.All(value.EnumerateObject(), item => Assert.NotEqual(string.Empty, item.Value.GetString()));
            AddIf(value.EnumerateObject().Any(), field, met);
            return;
        }

        switch (field.Kind)
        {
            case "object":
                // An object that is absent is empty; the bodies of errors have nothing in their data.
                if (value.EnumerateObject().Any())
                {
                    AssertFields(field, value, where, met);
                }

                break;
            case "array":
                Assert.True(value.ValueKind == JsonValueKind.Array, where);
                AddIf(value.GetArrayLength() > 0, field, met);
                Assert.All(value.EnumerateArray(), item => AssertForm(field.Children.Single(), item, where, met));
                break;
            default:
                Assert.True(value.ValueKind == JsonValueKind.String, where);
                AssertText(field, value.GetString()!, where);
                AddIf(value.GetString()!.Length > 0, field, met);
                break;
        }
    }

    private static void AssertFields(ServiceField field, JsonElement value, string where, HashSet<string> met)
    {
        Assert.True(field.Children.Select(child => child.Name).SequenceEqual(value.EnumerateObject().Select(property => property.Name)), where + ": " + string.Join(' ', value.EnumerateObject().Select(property => property.Name)));
        met.Add(field.Name);
        Assert.All(field.Children, child => AssertForm(child, value.GetProperty(child.Name), where, met));
    }

    private static void AssertText(ServiceField field, string text, string where)
    {
        bool hasOwnForm = Forms.TryGetValue(field.Name, out string? form);
        if (text.Length > 0 && (form ?? field.Pattern) is { } pattern)
        {
            Assert.True(Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant), where + ": " + text);
        }

        Assert.True(hasOwnForm || text.Length <= (field.MaxLength ?? int.MaxValue), where + ": " + text);
    }

    private static void AddIf(bool hasValue, ServiceField field, HashSet<string> met)
    {
        if (hasValue)
        {
            met.Add(field.Name);
        }
    }

    private static IEnumerable<string> Names(ServiceField field) => field.Children.SelectMany(Names).Append(field.Name).Where(name => name != "[]").Distinct();

    /// <summary>Numbers that have an answer, and some that have none.</summary>
    private static IEnumerable<string[]> Parameters(ApiDescriptor api)
    {
        string name = api.Id.Split('/')[1];
        switch (name)
        {
            case "applicant_attorney_cd":
                return PartyPool.All.Select(party => new[] { party.Code }).Append(["999999999"]);
            case "applicant_attorney":
                return PartyPool.All.Select(party => new[] { party.Name }).Append(["見本"]);
        }

        IEnumerable<string> numbers = Cases.Numbers(api.Law, 300).Select(number => number.Value).Append("9999999999");
        return name switch
        {
            "case_number_reference" => numbers.Select(number => new[] { "application", number }),
            "pct_national_phase_application_number" => numbers.Select(InternationalNumber).Select(number => new[] { "international_application", number }),
            _ => numbers.Select(number => new[] { number }),
        };
    }

    /// <summary>The PCT number of a national phase, or one that has none.</summary>
    private static string InternationalNumber(string application) =>
        PatentWorld.Find(application, Cases.Horizon, out PatentCase? found) == Lookup.Found && found!.InternationalApplication is { } number ? number : "JP9999999999";
}
