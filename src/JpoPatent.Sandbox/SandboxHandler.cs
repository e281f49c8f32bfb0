using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Sandbox;

/// <summary>
/// Lets an <see cref="HttpClient"/> talk to a <see cref="SandboxService"/> in its own process: the place at the end of
/// a pipeline where the wire would be. The host of an address does not matter.
/// </summary>
public sealed class SandboxHandler : HttpMessageHandler
{
    private readonly SandboxService _service;

    /// <summary>Makes a handler before a service; several handlers may share one.</summary>
    /// <param name="service">The service that answers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="service"/> is null.</exception>
    public SandboxHandler(SandboxService service) =>
        _service = service ?? throw new ArgumentNullException(nameof(service));

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        byte[]? body = null;
        if (request.Content is not null)
        {
#if NET
            body = await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
            body = await request.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
#endif
        }

        string? authorization = request.Headers.TryGetValues("Authorization", out IEnumerable<string>? values)
            ? string.Join(", ", values)
            : null;
        string path = request.RequestUri?.PathAndQuery ?? "/";
        SandboxResponse answer = _service.Handle(new SandboxRequest(request.Method.Method, path, authorization, body));

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(answer.Body),
        };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        foreach (KeyValuePair<string, string> header in answer.Headers)
        {
            // HttpClient keeps headers of the body apart from those of the message.
            if (!response.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        return response;
    }
}
