using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>Every API of the catalogue, from the number over a real socket to the typed property.</summary>
public sealed class ApiTripTests(UnlimitedSandbox sandbox) : IClassFixture<UnlimitedSandbox>
{
    public static IEnumerable<object[]> Apis => ApiTrips.All.Keys.Select(api => new object[] { api.Id });

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task An_answer_arrives_as_it_was_meant(string id)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        await ApiTrips.All[api](sandbox.Client);
        List<LoggedCall> calls = sandbox.Bench.Log.Calls.Where(call => call.Api == id).ToList();
        Assert.NotEmpty(calls);
        Assert.Equal(calls.Count, sandbox.Bench.Sandbox.Used(api));
        Assert.Equal(calls.Count, sandbox.Client.GetQuota(api).Used);
        Assert.All(calls, call =>
        {
            Assert.StartsWith(api.Path, call.Path);
            Assert.Equal(200, call.Status);
            Assert.Contains(call.Code, api.Answer is ApiAnswer.Json or ApiAnswer.Xml ? ["100", "107"] : new[] { null, "108" });
        });
    }

    /// <summary>Nobody has such a name, and the service says so: the address meant this API and this name.</summary>
    [Theory]
    [InlineData("a/b")]
    [InlineData("A&B?c#d")]
    [InlineData("100% %41 %2F")]
    [InlineData("a+b c")]
    [InlineData("back\\slash")]
    [InlineData("ｶﾌﾞｼｷ　ｶﾞｲｼｬ \"見本\"")]
    [InlineData("𠮷野（見本）éß")]
    [InlineData("...")]
    [InlineData("<見本>'{}[]^`~!*()")]
    public async Task A_name_that_an_address_must_encode_arrives_as_it_is(string name)
    {
        var nothing = await Assert.ThrowsAsync<JpoEmptyAnswerException>(() => sandbox.Client.Designs.FindApplicantsAsync(name));
        Assert.Equal("107", nothing.StatusCode);
        string path = Assert.Single(sandbox.Bench.Log.Calls.Select(call => call.Path), path => Uri.UnescapeDataString(path) == ApiCatalog.DesignApplicantByName.Path + name);
        Assert.All(path, c => Assert.InRange(c, '!', '~'));
    }
}
