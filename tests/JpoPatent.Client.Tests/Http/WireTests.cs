using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Over a real socket: what breaks there, breaks otherwise than in a simulation.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private LoopbackServer _server = null!;

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_answer_comes_over_the_wire()
    {
        using JpoClient client = NewClient();

        PatentProgress answer = await client.Patents.GetProgressAsync(TestNumber.Patent(1));

        Assert.Equal("架空の発明2020000001", answer.InventionTitle);
        Assert.Equal(799, client.GetQuota(ApiCatalog.PatentProgress).Remaining);
    }

    [Theory]
    [InlineData(Breakage.BeforeAnswer)]
    [InlineData(Breakage.WithinBody)]
    public async Task A_connection_that_breaks_is_tried_again(Breakage breakage)
    {
        using JpoClient client = NewClient();
        _server.Service.Faults.Add(new Fault { Breakage = breakage }, new Fault { Breakage = breakage });

        PatentProgress answer = await client.Patents.GetProgressAsync(TestNumber.Patent(1));

        Assert.Equal("2020000001", answer.ApplicationNumber);
        Assert.Equal(3, _server.Service.Log.Calls.Count);
    }

    [Theory]
    [InlineData(Breakage.BeforeAnswer, typeof(JpoConnectionException))]
    [InlineData(Breakage.WithinBody, typeof(JpoInvalidAnswerException))]
    public async Task A_connection_that_breaks_four_times_is_an_error_that_says_how(Breakage breakage, Type expected)
    {
        using JpoClient client = NewClient();
        _server.Service.Faults.Add(Enumerable.Repeat(new Fault { Breakage = breakage }, 4).ToArray());

        JpoException error = await Assert.ThrowsAnyAsync<JpoException>(() => client.Patents.GetProgressAsync(TestNumber.Patent(1)));

        Assert.IsType(expected, error);
        Assert.Equal(4, error.Attempts);
        Assert.Equal(4, client.GetQuota(ApiCatalog.PatentProgress).Used);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_given_up_after_the_timeout()
    {
        using JpoClient client = NewClient(timeout: TimeSpan.FromMilliseconds(50));
        await client.ConnectAsync();
        _server.Service.Faults.Add(Enumerable.Repeat(new Fault { Breakage = Breakage.Hang }, 4).ToArray());

        JpoConnectionException error = await Assert.ThrowsAsync<JpoConnectionException>(() => client.Patents.GetProgressAsync(TestNumber.Patent(1)));

        Assert.Equal(4, error.Attempts);
        Assert.Equal(4, _server.Service.Log.Calls.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_in_the_error()
    {
        Uri gone = _server.BaseUri;
        await _server.DisposeAsync();
        using JpoClient client = NewClient(baseUri: gone);

        JpoConnectionException error = await Assert.ThrowsAsync<JpoConnectionException>(() => client.ConnectAsync());

        Assert.Contains("127.0.0.1", error.Message, StringComparison.Ordinal);
        _server = await LoopbackServer.StartAsync();
    }

    [Fact]
    public async Task The_date_header_is_the_servers_clock()
    {
        _server.Service.Clock.Add(TimeSpan.FromDays(30));
        using JpoClient client = NewClient();

        PatentProgress answer = await client.Patents.GetProgressAsync(TestNumber.Patent(1));

        Assert.InRange(answer.RetrievedAt - DateTimeOffset.UtcNow, TimeSpan.FromDays(29.9), TimeSpan.FromDays(30.1));
    }

    [Fact]
    public async Task An_address_that_is_not_https_is_refused_unless_it_is_this_machine()
    {
        Assert.Throws<ArgumentException>(() => NewClient(baseUri: new Uri("http://ip-data.jpo.go.jp")));
        Assert.Throws<ArgumentException>(() => NewClient(baseUri: new Uri("https://ip-data.jpo.go.jp")));
        using JpoClient client = NewClient(baseUri: _server.BaseUri);
        await client.ConnectAsync();
    }

    [Fact]
    public async Task Scripts_can_steer_the_server_while_it_runs()
    {
        using JpoClient client = NewClient();
        using var http = new HttpClient { BaseAddress = _server.BaseUri };
        await Post("/control/limit?api=patent/app_progress&left=5");
        await Post("/control/fault?code=303&times=2");
        await Post("/control/clock?add=1.00:00:00");
        await Post("/control/limit?api=patent/app_progress&left=5");
        await Post("/control/spend?api=patent/app_progress&count=1");

        await client.Patents.GetProgressAsync(TestNumber.Patent(1));
        using JsonDocument log = JsonDocument.Parse(await http.GetStringAsync("/control/log?calls=true"));

        JsonElement root = log.RootElement;
        Assert.Equal(3, root.GetProperty("calls").GetInt32());
        Assert.Equal(3, root.GetProperty("paths").GetProperty("/api/patent/v1/app_progress/2020000001").GetInt32());
        Assert.Equal(2, root.GetProperty("codes").GetProperty("303").GetInt32());
        Assert.Equal(0, root.GetProperty("overLimit").GetInt32());
        Assert.Equal(1, root.GetProperty("logins").GetInt32());
        Assert.Equal(3, root.GetProperty("maxInAMinute").GetProperty("domestic").GetInt32());
        Assert.Equal(3, root.GetProperty("log").GetArrayLength());
        Assert.Equal(1, client.GetQuota(ApiCatalog.PatentProgress).Remaining);
        Assert.Equal(400, (int)(await http.PostAsync("/control/limit?api=none", null)).StatusCode);

        async Task Post(string what) => (await http.PostAsync(what, null)).EnsureSuccessStatusCode();
    }

    private JpoClient NewClient(Uri? baseUri = null, TimeSpan? timeout = null) => new(new JpoClientOptions
    {
        Credential = TestClient.Credential(),
        BaseUri = baseUri ?? _server.BaseUri,
        StatePath = _folder.Path,
        RequestsPerMinute = 0,
        OpdRequestsPerMinute = 0,
        Timeout = timeout ?? TimeSpan.FromSeconds(100),
    });
}
