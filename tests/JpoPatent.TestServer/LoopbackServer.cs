using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace JpoPatent.TestServer;

/// <summary>A service, scripted or the sandbox, on a socket of this machine: 127.0.0.1, by default on a port that the system chooses.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ControlDesk _control;

    private LoopbackServer(WebApplication app, ScriptedService service)
    {
        _app = app;
        Service = service;
        _control = new ControlDesk(service);
    }

    /// <summary>What answers.</summary>
    public ScriptedService Service { get; }

    /// <summary>Where it listens, e.g. <c>http://127.0.0.1:40123</c>.</summary>
    public Uri BaseUri { get; private set; } = new("http://127.0.0.1");

    /// <summary>Ends when somebody posted to <c>/control/stop</c>.</summary>
    public Task Stopped => _control.Stopped;

    /// <summary>Starts a server.</summary>
    /// <param name="service">What answers; null for one with all defaults.</param>
    /// <param name="port">The port, or 0 for one that is free.</param>
    /// <returns>A server that listens.</returns>
    public static async Task<LoopbackServer> StartAsync(ScriptedService? service = null, int port = 0)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, port);
        });
        WebApplication app = builder.Build();
        var server = new LoopbackServer(app, service ?? new ScriptedService());
        app.Run(server.HandleAsync);
        await app.StartAsync().ConfigureAwait(false);
        foreach (string address in app.Urls)
        {
            server.BaseUri = new Uri(address);
        }

        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Not waiting for calls that a test left hanging.
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(atOnce.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private async Task HandleAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (request.Path.StartsWithSegments("/control", out PathString what))
        {
            (int status, string json) = _control.Handle(request.Method, what.Value ?? string.Empty, request.Query);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json;charset=UTF-8";
            await context.Response.WriteAsync(json, Encoding.UTF8).ConfigureAwait(false);
            return;
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        string body = await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);

        // As it came over the wire: the path that ASP.NET hands out is decoded. A client that takes this server for its proxy sends a whole address.
        string raw = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        string[] target = (raw.StartsWith("http://", StringComparison.Ordinal) ? raw[Math.Max(raw.IndexOf('/', "http://".Length), 0)..] : raw).Split('?', 2);
        string query = target.Length > 1 ? "?" + target[1] : string.Empty;
        string? authorization = request.Headers.Authorization;
        ServiceAnswer answer;
        try
        {
            answer = await Service.HandleAsync(new ServiceRequest(request.Method, target[0], authorization, body, query), context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await WriteAsync(context, answer).ConfigureAwait(false);
    }

    private async Task WriteAsync(HttpContext context, ServiceAnswer answer)
    {
        switch (answer.Breakage)
        {
            case Breakage.BeforeAnswer:
                context.Abort();
                return;
            case Breakage.Hang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
                return;
        }

        HttpResponse response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;

        // Kestrel puts its own clock's time only where none stands yet.
        response.Headers.Date = Service.Clock.Now.ToString("r");
        foreach ((string name, string value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Breakage == Breakage.WithinBody)
        {
            await response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2)).ConfigureAwait(false);

            // Fewer bytes than announced: Kestrel closes the connection behind them. An abort could overtake the bytes.
            await response.Body.FlushAsync().ConfigureAwait(false);
            return;
        }

        await response.Body.WriteAsync(answer.Body).ConfigureAwait(false);
    }
}
