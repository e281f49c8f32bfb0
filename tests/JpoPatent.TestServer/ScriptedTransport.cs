using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.TestServer;

/// <summary>Puts a scripted service straight under a client, without sockets, so that a simulated clock governs everything.</summary>
public sealed class ScriptedTransport(ScriptedService service) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content == null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        ServiceAnswer answer = await service.HandleAsync(
            new ServiceRequest(request.Method.Method, request.RequestUri!.AbsolutePath, request.Headers.Authorization?.ToString(), body, request.RequestUri.Query),
            cancellationToken).ConfigureAwait(false);
        switch (answer.Breakage)
        {
            case Breakage.BeforeAnswer:
                throw new HttpRequestException("The connection was reset.");
            case Breakage.Hang:
                // As good as never, by the clock that the test moves.
                await service.Clock.Time.PassAsync(TimeSpan.FromDays(20), cancellationToken).ConfigureAwait(false);
                break;
        }

        var message = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request };
        message.Content = answer.Breakage == Breakage.WithinBody
            ? new StreamContent(new BrokenStream(answer.Body))
            : new ByteArrayContent(answer.Body);
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(answer.ContentType);
        foreach ((string name, string value) in answer.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        if (service.SendsDate && message.Headers.Date == null)
        {
            // A header has whole seconds: the rest is cut off, as every web server does.
            message.Headers.Date = DateTimeOffset.FromUnixTimeSeconds(service.Clock.Now.ToUnixTimeSeconds());
        }

        return message;
    }
}
