using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JpoPatent.Tests.Documents;

/// <summary>The service on one socket, and an object store on another: what a client sees when a bundle is large.</summary>
internal sealed class BundleHost : IAsyncDisposable
{
    private readonly TempFolder _state = new();
    private readonly WebApplication _store;
    private readonly LoopbackServer _server;

    private BundleHost(WebApplication store, LoopbackServer server)
    {
        _store = store;
        _server = server;
    }

    /// <summary>What the store does with a request.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>The address that the service names, behind the store's own.</summary>
    public string Path { get; set; } = "/bundles/docCont_1.zip?Signature=abc&Expires=1";

    /// <summary>Paths and headers that the store saw.</summary>
    public ConcurrentQueue<(string Path, IReadOnlyList<string> Headers)> Seen { get; } = new();

    public Activities Activities { get; } = new();

    public Uri StoreUri { get; private set; } = new("http://127.0.0.1");

    public JpoClient Client { get; private set; } = null!;

    public ScriptedService Service => _server.Service;

    public int Asked => Service.Log.Calls.Count(call => call.Path.Contains("app_doc_cont", StringComparison.Ordinal));

    public static async Task<BundleHost> StartAsync(TimeSpan? timeout = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        WebApplication store = builder.Build();
        var host = new BundleHost(store, await LoopbackServer.StartAsync());
        store.Run(context =>
        {
            host.Seen.Enqueue((context.Request.Path, context.Request.Headers.Select(header => header.Key + ": " + header.Value).ToArray()));
            return host.Answer(context);
        });
        await store.StartAsync();
        host.StoreUri = new Uri(store.Urls.First());
        host.Service.Answers = new DelegateAnswers(call => ServiceAnswer.Envelope(
            200, "100", data: "{\"URL\":\"" + (host.Path.Contains("://", StringComparison.Ordinal) ? host.Path : host.StoreUri.AbsoluteUri.TrimEnd('/') + host.Path) + "\"}"));
        host.Client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(),
            BaseUri = host._server.BaseUri,
            StatePath = host._state.Path,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
        });
        return host;
    }

    public Task<DocumentBundle> GetAsync(CancellationToken cancellationToken = default) =>
        Client.Patents.GetDocumentsAsync(TestNumber.Patent(1), DocumentKind.Mailed, new JpoCallOptions { Activity = Activities }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _store.StopAsync(atOnce.Token);
        await _store.DisposeAsync();
        await _server.DisposeAsync();
        _state.Dispose();
    }
}
