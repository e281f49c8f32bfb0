using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>Every API of the catalogue, from the number over a real socket to the typed property.</summary>
public sealed class ApiTripTests(UnlimitedSandbox sandbox) : IClassFixture<UnlimitedSandbox>
{
    public static IEnumerable<object[]> Apis => ApiCatalog.All.Select(api => new object[] { api.Id });

    [Fact]
    public void Every_row_of_the_catalogue_has_a_trip() =>
        Assert.Equal(ApiCatalog.All.Select(api => api.Id).Order(), ApiTrips.All.Keys.Select(api => api.Id).Order());

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
}
