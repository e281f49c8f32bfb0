using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests;

/// <summary>A line to a container that does what lines, proxies and firewalls do: a server on loopback that passes requests on, or does not.</summary>
internal sealed class StormyLine : IDisposable
{
    private readonly HttpListener _listener;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Uri _to;
    private readonly CancellationTokenSource _ended = new();
    private int _requests;

    /// <param name="to">Where to pass requests on.</param>
    internal StormyLine(string to)
    {
        _to = new Uri(to);
        (_listener, Address) = Listen();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>What happens to a request, by its method and its number on this line.</summary>
    internal Func<string, int, LineFault> Fault { get; set; } = static (_, _) => LineFault.None;

    internal int Requests => _requests;

    private Uri Address { get; }

    /// <summary>The container's address by this line.</summary>
    internal string Container => new Uri(Address, _to.AbsolutePath).ToString();

    public void Dispose()
    {
        _ended.Cancel();
        ((IDisposable)_listener).Dispose();
        _http.Dispose();
    }

    /// <summary>Another program can take a free port before it is taken here.</summary>
    internal static (HttpListener Listener, Uri Address) Listen()
    {
        for (int turn = 1; ; turn++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            string address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener();
            listener.Prefixes.Add(address);
            try
            {
                listener.Start();
                return (listener, new Uri(address));
            }
            catch (HttpListenerException) when (turn < 20)
            {
                ((IDisposable)listener).Dispose();
            }
        }
    }

    private async Task AcceptAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => ServeAsync(context));
        }
    }

    private async Task ServeAsync(HttpListenerContext context)
    {
        try
        {
            LineFault fault = Fault(context.Request.HttpMethod, Interlocked.Increment(ref _requests));
            if (fault is LineFault.None or LineFault.CutAfterwards or LineFault.BareAfterwards)
            {
                using HttpResponseMessage answer = await PassOnAsync(context.Request);
                if (fault == LineFault.None)
                {
                    await ReturnAsync(context.Response, answer);
                    return;
                }
            }

            switch (fault)
            {
                case LineFault.Hang:
                    await Task.Delay(Timeout.Infinite, _ended.Token);
                    break;
                case LineFault.Bare or LineFault.BareAfterwards:
                    context.Response.StatusCode = 200;
                    context.Response.Close();
                    break;
                case LineFault.Refused:
                    Close(context.Response, 403, "AuthorizationPermissionMismatch");
                    break;
                case LineFault.Collision:
                    Close(context.Response, 412, "ConditionNotMet");
                    break;
                default:
                    context.Response.Abort();
                    break;
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or OperationCanceledException or HttpRequestException or InvalidOperationException)
        {
            // Who asked has gone.
        }
    }

    private async Task<HttpResponseMessage> PassOnAsync(HttpListenerRequest from)
    {
        using var request = new HttpRequestMessage(new HttpMethod(from.HttpMethod), new Uri(_to, from.RawUrl));
        if (from.HttpMethod == "PUT")
        {
            using var body = new System.IO.MemoryStream();
            await from.InputStream.CopyToAsync(body, _ended.Token);
            request.Content = new ByteArrayContent(body.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", from.ContentType);
        }

        foreach (string name in from.Headers.AllKeys!)
        {
            if (name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase) || name is "If-Match" or "If-None-Match")
            {
                request.Headers.TryAddWithoutValidation(name, from.Headers[name]);
            }
        }

        return await _http.SendAsync(request, _ended.Token);
    }

    private async Task ReturnAsync(HttpListenerResponse to, HttpResponseMessage answer)
    {
        to.StatusCode = (int)answer.StatusCode;
        foreach ((string name, System.Collections.Generic.IEnumerable<string> values) in answer.Headers)
        {
            if (name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase) || name == "ETag")
            {
                to.Headers[name] = string.Join(',', values);
            }
        }

        byte[] body = await answer.Content.ReadAsByteArrayAsync(_ended.Token);
        to.ContentLength64 = body.Length;
        if (body.Length > 0)
        {
            await to.OutputStream.WriteAsync(body, _ended.Token);
        }

        to.Close();
    }

    private static void Close(HttpListenerResponse response, int status, string code)
    {
        response.StatusCode = status;
        response.Headers["x-ms-error-code"] = code;
        response.Headers["x-ms-request-id"] = "line";
        response.Close();
    }
}
