using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests.Models;

/// <summary>A network that knows one answer and gives it to every call.</summary>
internal sealed class CannedTransport(byte[] body, string contentType, string? fileName = null) : HttpMessageHandler
{
    /// <summary>What was asked, tokens left out: the path as it went over the wire.</summary>
    public List<string> Paths { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isToken = request.Method == HttpMethod.Post;
        if (!isToken)
        {
            Paths.Add(request.RequestUri!.AbsolutePath);
        }

        var content = new ByteArrayContent(isToken ? Encoding.UTF8.GetBytes(Token) : body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(isToken ? "application/json" : contentType);
        if (!isToken && fileName != null)
        {
            content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment;filename=" + (fileName.IndexOfAny(['/', '\\']) >= 0 ? "\"" + fileName + "\"" : fileName));
        }

        var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        response.Headers.Date = DateTimeOffset.UtcNow;
        return Task.FromResult(response);
    }

    private const string Token = """
        {"access_token":"a","expires_in":3600,"refresh_token":"r","refresh_expires_in":28800,"token_type":"Bearer"}
        """;
}
