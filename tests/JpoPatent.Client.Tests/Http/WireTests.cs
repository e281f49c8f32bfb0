using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
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

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Calls_that_find_nobody_at_the_other_end_spend_nothing(int atOnce)
    {
        using JpoClient client = NewClient();
        await client.ConnectAsync();
        _server.Service.Counters.SetLeft(ApiCatalog.PatentProgress, 9);
        await client.Patents.GetProgressAsync(TestNumber.Patent(0));
        Uri address = _server.BaseUri;
        ScriptedService service = _server.Service;
        await _server.DisposeAsync();
        int next = 0;

        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            for (int serial = Interlocked.Increment(ref next); serial <= 12; serial = Interlocked.Increment(ref next))
            {
                await Assert.ThrowsAsync<JpoConnectionException>(() => client.Patents.GetProgressAsync(TestNumber.Patent(serial)));
            }
        }));

        Assert.Equal(8, client.GetQuota(ApiCatalog.PatentProgress).Remaining);
        _server = await LoopbackServer.StartAsync(service, address.Port);
        for (int serial = 1; serial <= 8; serial++)
        {
            await client.Patents.GetProgressAsync(TestNumber.Patent(serial));
        }

        await Assert.ThrowsAsync<JpoQuotaExhaustedException>(() => client.Patents.GetProgressAsync(TestNumber.Patent(100)));
        Assert.Equal(0, service.Log.CountOf("203"));
    }

    [Theory]
    [InlineData("proxy.example.com:8080")]
    [InlineData("user:hidden-password@proxy.example.com:8080")]
    [InlineData("proxy")]
    [InlineData("ftp://proxy.example.com:8080")]
    [InlineData("file:///proxy")]
    public void A_proxy_that_cannot_be_used_is_said_before_anything_is_asked_in_our_own_words(string address)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => ProxyAddress.Parse(new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.StartsWith("The address of the proxy (-Proxy) must start with one of these: http://", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_with_a_proxy_that_cannot_be_used_is_not_made() =>
        Assert.Throws<ArgumentException>(() => NewClient(proxy: new System.Net.WebProxy("ftp://proxy.example.com:8080")));

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    [InlineData("socks5")]
    public void A_proxy_of_a_scheme_that_the_framework_knows_is_taken(string scheme) =>
        Assert.Equal(new Uri(scheme + "://proxy.example.com:8080"), ProxyAddress.Parse(new Uri(scheme + "://proxy.example.com:8080")).Address);

    [Fact]
    public async Task A_proxy_that_dies_in_the_middle_spends_nothing_and_the_run_goes_on_when_it_is_back()
    {
        // A server takes the path out of a whole address, so it can stand in for a proxy before itself.
        LoopbackServer proxy = await LoopbackServer.StartAsync(_server.Service);
        Uri address = proxy.BaseUri;
        using JpoClient client = NewClient(proxy: new System.Net.WebProxy(address));
        await client.Patents.GetProgressAsync(TestNumber.Patent(0));
        await proxy.DisposeAsync();

        for (int serial = 1; serial <= 5; serial++)
        {
            JpoConnectionException error = await Assert.ThrowsAsync<JpoConnectionException>(() => client.Patents.GetProgressAsync(TestNumber.Patent(serial)));
            Assert.Equal(4, error.Attempts);
        }

        Assert.Equal(1, client.GetQuota(ApiCatalog.PatentProgress).Used);
        proxy = await LoopbackServer.StartAsync(_server.Service, address.Port);
        await using (proxy)
        {
            await client.Patents.GetProgressAsync(TestNumber.Patent(1));
        }

        Assert.Equal(2, client.GetQuota(ApiCatalog.PatentProgress).Used);
        Assert.Equal(2, _server.Service.Counters.Used(ApiCatalog.PatentProgress));
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

    private JpoClient NewClient(Uri? baseUri = null, TimeSpan? timeout = null, System.Net.WebProxy? proxy = null) => new(new JpoClientOptions
    {
        Credential = TestClient.Credential(),
        BaseUri = baseUri ?? _server.BaseUri,
        Proxy = proxy,
        StatePath = _folder.Path,
        RequestsPerMinute = 0,
        OpdRequestsPerMinute = 0,
        Timeout = timeout ?? TimeSpan.FromSeconds(100),
    });
}
