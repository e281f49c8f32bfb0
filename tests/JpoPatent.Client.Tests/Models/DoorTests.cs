using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Models;

public sealed class DoorTests
{
    public static IEnumerable<object[]> Apis => Doors.All.Keys.Select(api => new object[] { api.Id });

    public static IEnumerable<object[]> JsonApis => Doors.All.Keys.Where(api => api.Answer == ApiAnswer.Json).Select(api => new object[] { api.Id });

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_door_asks_its_own_api(string id)
    {
        ApiDescriptor api = ApiCatalog.Find(id)!;
        using Canned canned = Canned.Body("""{"result":{"statusCode":"107","errorMessage":"","remainAccessCount":"5","data":{}}}""");
        var error = await Assert.ThrowsAsync<JpoEmptyAnswerException>(() => Doors.All[api](canned.Client));
        Assert.Same(api, error.Api);
        Assert.StartsWith(api.Path, canned.OnlyPath);
    }

    [Theory]
    [MemberData(nameof(JsonApis))]
    public async Task Data_that_are_no_object_are_an_invalid_answer(string id)
    {
        foreach (string data in new[] { "[]", "\"\"", "null", "7" })
        {
            using Canned canned = Canned.Json(data);
            var error = await Assert.ThrowsAsync<JpoInvalidAnswerException>(() => Doors.All[ApiCatalog.Find(id)!](canned.Client));
            Assert.Equal(id, error.Api!.Id);
        }
    }

    [Theory]
    [MemberData(nameof(JsonApis))]
    public async Task Nothing_that_is_known_in_data_gives_nulls_and_empty_lists(string id)
    {
        using Canned canned = Canned.Json("""{"later":"1"}""");
        object answer = await Doors.All[ApiCatalog.Find(id)!](canned.Client);
        Assert.Empty(Reachable.NullLists(answer));
    }

    [Fact]
    public async Task The_first_answer_is_fresh_and_the_second_from_the_cache()
    {
        using Canned canned = Canned.Json("""{"URL":"https://example.test/1"}""");
        JpoNumber number = JpoNumber.Parse("特願2019-000123");
        JpoUrl first = await canned.Client.Patents.GetUrlAsync(number);
        JpoUrl second = await canned.Client.Patents.GetUrlAsync(number);
        Assert.False(first.FromCache);
        Assert.True(second.FromCache);
        Assert.Equal(first.RetrievedAt, second.RetrievedAt);
        Assert.Equal(9, first.RetrievedAt.Offset.TotalHours);
        Assert.Equal(first.Url, second.Url);
        Assert.Equal("2019000123", second.ApplicationNumber);
        Assert.Single(canned.Transport.Paths);
    }

    [Theory]
    [InlineData(JpoLaw.Patent)]
    [InlineData(JpoLaw.Design)]
    [InlineData(JpoLaw.Trademark)]
    public void A_law_has_its_apis(JpoLaw law)
    {
        using Canned canned = Canned.Json("{}");
        Assert.Equal(law, canned.Client.Of(law).Law);
    }
}
