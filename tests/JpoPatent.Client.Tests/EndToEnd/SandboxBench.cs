using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.World;
using JpoPatent.TestServer;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>The sandbox behind a real socket of this machine, on a simulated clock that clients share.</summary>
internal sealed class SandboxBench : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly LoopbackServer _server;
    private readonly HttpClient _http;
    private string? _token;

    private SandboxBench(FakeTime time, ScriptedService service, HostedSandbox sandbox, LoopbackServer server)
    {
        Time = time;
        Service = service;
        Sandbox = sandbox;
        _server = server;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.BaseUri };
    }

    internal FakeTime Time { get; }

    /// <summary>Logs the calls, and can let things go wrong.</summary>
    internal ScriptedService Service { get; }

    internal HostedSandbox Sandbox { get; }

    internal Uri BaseUri => _server.BaseUri;

    internal CallLog Log => Service.Log;

    /// <summary>The last day that the sandbox's world knows now.</summary>
    internal DateTime Horizon => SandboxCalendar.Today(Time.GetUtcNow()).AddDays(-1);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A sandbox with its own rules, but for what is configured.</summary>
    internal static async Task<SandboxBench> StartAsync(Action<SandboxOptions>? configure = null, FakeTime? time = null)
    {
        time ??= new FakeTime();
        var service = new ScriptedService(time);
        var sandbox = new HostedSandbox(service.Clock, configure);
        service.Whole = sandbox;
        return new SandboxBench(time, service, sandbox, await LoopbackServer.StartAsync(service));
    }

    /// <summary>A sandbox without limits, for tests that ask a lot.</summary>
    internal static Task<SandboxBench> StartUnlimitedAsync(Action<SandboxOptions>? configure = null) => StartAsync(options =>
    {
        options.DomesticPerMinute = 0;
        options.OpdPerMinute = 0;
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            options.DailyLimits[api.Id] = 1_000_000;
        }

        configure?.Invoke(options);
    });

    /// <summary>A client over the socket. All clients of a bench share one state folder, as processes of one machine do.</summary>
    internal JpoClient NewClient(int perMinute = 0, int opdPerMinute = 0) => new(new JpoClientOptions
    {
        Credential = TestClient.Credential(),
        BaseUri = BaseUri,
        StatePath = _folder.Path,
        Time = Time,
        RequestsPerMinute = perMinute,
        OpdRequestsPerMinute = opdPerMinute,
    });

    /// <summary>The same for tests that ask a lot: it knows that the sandbox has no limits.</summary>
    internal JpoClient NewUnlimitedClient()
    {
        JpoClient client = NewClient();
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            client.SetQuotaLimit(api, 1_000_000);
        }

        return client;
    }

    /// <summary>An answer as it comes over the wire, without our client.</summary>
    internal async Task<HttpResponseMessage> GetRawAsync(string pathAndQuery, bool withToken = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pathAndQuery);
        if (withToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token ??= await SignInAsync());
        }

        return await _http.SendAsync(request);
    }

    /// <summary>The body of such an answer where it is JSON; null for other answers.</summary>
    internal async Task<JsonElement?> GetJsonAsync(ApiDescriptor api, params string[] parameters)
    {
        using HttpResponseMessage answer = await GetRawAsync(api.Path + string.Join("/", Array.ConvertAll(parameters, Uri.EscapeDataString)));
        if (answer.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }

        using Stream body = await answer.Content.ReadAsStreamAsync();
        using JsonDocument json = await JsonDocument.ParseAsync(body);
        return json.RootElement.Clone();
    }

    private async Task<string> SignInAsync()
    {
        string form = "grant_type=password&username=" + TestServer.TokenDesk.DefaultUserName + "&password=" + WebUtility.UrlEncode(TestServer.TokenDesk.DefaultPassword);
        using HttpResponseMessage answer = await _http.PostAsync(ScriptedService.TokenPath, new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));
        using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("access_token").GetString()!;
    }
}
