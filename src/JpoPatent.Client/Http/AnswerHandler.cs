using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>The last before the wire: reads a body to its end and its envelope once, so that all handlers above decide by the same facts.</summary>
internal sealed class AnswerHandler(HttpMessageInvoker wire, ServiceClock clock, TimeSpan timeout) : HttpMessageHandler
{
    /// <summary>Larger bundles come as an address on another host (from 10 MB), so an answer of this size is no answer of the service.</summary>
    private const int MaxAnswerBytes = 32 * 1024 * 1024;

    private const int MaxIdLength = 128;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        call.IsSent = true;
        call.TimesSent++;
        using WireAnswer answer = await Wire.SendAsync(wire, call, call.Api.ToString(), MaxAnswerBytes, timeout, clock, cancellationToken).ConfigureAwait(false);
        HttpResponseHeaders headers = answer.Message.Headers;
        Secrets.Blank(answer.Body, call.Headers.Authorization?.Parameter);
        return call.LastAnswer = new ApiResponse(answer.Status, answer.Body, Envelope.Read(answer.Body.Span), clock.Now, isFromCache: false)
        {
            Date = headers.Date,
            RetryAfter = RetryAfter(headers.RetryAfter, headers.Date ?? clock.Now),
            RequestId = RequestId(headers),
            FileName = answer.Message.Content?.Headers.ContentDisposition?.FileName?.Trim('"'),
        };
    }

    /// <summary>An id that is worth telling: short and plain, as ids are.</summary>
    private static string? Plain(string? id) =>
        id is { Length: > 0 and <= MaxIdLength } && id.All(static c => c is > ' ' and <= '~') ? id : null;

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date is { } date ? date - now : null);

    private static string? RequestId(HttpResponseHeaders headers) =>
        headers.TryGetValues("x-request-id", out IEnumerable<string>? values) || headers.TryGetValues("x-amzn-requestid", out values) || headers.TryGetValues("x-amz-cf-id", out values)
            ? Plain(values.FirstOrDefault())
            : null;
}
