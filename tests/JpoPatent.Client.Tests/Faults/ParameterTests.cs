using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>No parameter changes the address that it is put into.</summary>
public sealed class ParameterTests
{
    private static readonly string[] Nasty =
    [
        "..", "../", "/..", "/../../opd", "/", "\\", "?", "?a=b", "#", "#x", "%2f", "%2F..%2F", "%2e%2e", "%00", "\r\n", "\r\nHost: x", "\n", "\t", "\0", ",", ":", ";", "|", "&", " HTTP/1.1\r\n\r\nGET /", "\u2028",
        "\u0085", "；", "@example.test", "//example.test/",
    ];

    /// <summary>One good text for each API, and where in it something is put.</summary>
    public static IEnumerable<object[]> Apis => ApiCatalog.All.Select(static api => new object[] { api.Id, Good(api) });

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_parameter_is_refused_or_stays_what_it_is(string id, string good)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        Assert.True(ApiParameters.TryMake(api, new JpoNumberInput(good), out string? whole), good);
        int segments = whole!.Split('/').Length;
        var shape = new Regex(@"^(application/|publication/|registration/|international_application/|international_publication/)?([0-9]+|[A-Z]{2}\.[0-9]+\.[A-Z0-9*]+|[A-Za-z0-9%._~'()*!-]+)$");

        foreach (string text in Spoiled(good))
        {
            if (!ApiParameters.TryMake(api, new JpoNumberInput(text), out string? parameters))
            {
                continue;
            }

            var address = new Uri(JpoClientOptions.DefaultBaseUri, api.Path + parameters);
            Assert.Matches(shape, parameters);
            Assert.Equal(segments, parameters!.Split('/').Length);
            Assert.Equal(api.Path + parameters, address.PathAndQuery);
            Assert.Equal(string.Empty, address.Fragment);
            Assert.Equal(JpoClientOptions.DefaultBaseUri.Host, address.Host);
        }
    }

    [Fact]
    public async Task Doors_that_take_texts_send_nothing_that_is_not_theirs()
    {
        using var bench = new RawBench();
        await bench.AskAsync(CallKind.Token);
        int refused = 0;
        foreach (string nasty in Nasty)
        {
            foreach (string text in new[] { nasty, "123456789" + nasty, nasty + "123456789", "12345" + nasty + "6789" })
            {
                refused += await RefusedAsync(() => bench.Client.Patents.GetApplicantAsync(text)) ? 1 : 0;
                refused += await RefusedAsync(() => bench.Client.Opd.GetDocumentAsync(RawBench.Dossier, text)) ? 1 : 0;
                refused += await RefusedAsync(() => bench.Client.Opd.GetJapaneseDocumentAsync(RawBench.Dossier, text)) ? 1 : 0;
            }

            // Names may hold much of this: it goes as part of the one segment.
            await RefusedAsync(() => bench.Client.Patents.FindApplicantsAsync("見本" + nasty));
        }

        Assert.All(bench.Server.Targets.Skip(1), static target =>
            Assert.Matches(@"^(/api/patent/v1/applicant_attorney_cd/123456789|/opdapi/patent/v1/(global|jp)_doc_cont/JP\.2019000123\.A/[A-Za-z0-9_.-]+|/api/patent/v1/applicant_attorney/%E8%A6%8B%E6%9C%AC[A-Za-z0-9%._~'()*!-]*)$", target));
        Assert.All(bench.Server.Targets.Where(static target => target.Contains("applicant_attorney/", StringComparison.Ordinal)), static target =>
            Assert.DoesNotMatch(@"[,:;|]|%2C|%3A|%3B|%7C|%0[0-9A-Fa-f]", target));

        // What was refused cost nothing: the service saw no more than the book did.
        Assert.True(refused > 3 * Nasty.Length);
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            Assert.Equal(bench.Server.Counted(api), bench.Client.GetQuota(api).Used);
        }
    }

    private static async Task<bool> RefusedAsync(Func<Task> call)
    {
        try
        {
            await call();
            return false;
        }
        catch (JpoException error)
        {
            return error.Attempts == 0;
        }
    }

    private static IEnumerable<string> Spoiled(string good)
    {
        foreach (string nasty in Nasty)
        {
            yield return nasty;
            yield return nasty + good;
            yield return good + nasty;
            for (int i = 1; i < good.Length; i++)
            {
                yield return good.Insert(i, nasty);
            }
        }
    }

    private static string Good(ApiDescriptor api)
    {
        if (api.Group == ApiGroup.Opd)
        {
            return api == ApiCatalog.OpdFamily || api == ApiCatalog.OpdFamilyList ? "JP.6249966.B2" : "JP.2019000123.A";
        }

        if (api.Id.EndsWith("applicant_attorney_cd", StringComparison.Ordinal))
        {
            return "000123456";
        }

        if (api.Id.EndsWith("applicant_attorney", StringComparison.Ordinal))
        {
            return "見本株式会社";
        }

        return api == ApiCatalog.PctNationalPhase ? "PCT/JP2019/000123" : api.Law switch
        {
            JpoLaw.Design => "意願2019-000123",
            JpoLaw.Trademark => "商願2019-000123",
            _ => "特願2019-000123",
        };
    }
}
