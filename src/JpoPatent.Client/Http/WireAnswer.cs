using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using JpoPatent.Text;
using JpoPatent.Time;

namespace JpoPatent.Http;

/// <summary>What came over the wire, read to its end.</summary>
internal sealed class WireAnswer(
    HttpResponseMessage message, ReadOnlyMemory<byte> body, long sentAt, DateTimeOffset headAt) : IDisposable
{
    private const int MaxIdLength = 128;
    private const int MaxNameLength = 255;

    internal HttpStatusCode Status => message.StatusCode;

    internal ReadOnlyMemory<byte> Body => body;

    /// <summary>The clock of the machine that answered; null where the answer does not say it.</summary>
    internal DateTimeOffset? Date => DateOf(message);

    /// <summary>Sets the service's clock by this answer: for one that is the service's own.</summary>
    internal void TellTime(ServiceClock clock)
    {
        if (Date is { } date)
        {
            clock.Observe(date, sentAt, headAt);
        }
    }

    /// <summary>
    /// The id by which the service, or the gateway in front of it, finds the request; null where none came that is
    /// short and plain, as ids are.
    /// </summary>
    internal string? RequestId
    {
        get
        {
            HttpResponseHeaders headers = message.Headers;
            bool isThere = headers.TryGetValues("x-request-id", out IEnumerable<string>? values)
                || headers.TryGetValues("x-amzn-requestid", out values)
                || headers.TryGetValues("x-amz-cf-id", out values);
            string? id = isThere ? values!.FirstOrDefault() : null;
            return id is { Length: > 0 and <= MaxIdLength } && id.All(static c => c is > ' ' and <= '~') ? id : null;
        }
    }

    /// <summary>The name that the service gave to a file; null where it gave none that a file can have.</summary>
    internal string? FileName =>
        message.Content?.Headers.ContentDisposition?.FileName?.Trim('"') is { Length: > 0 and <= MaxNameLength } name
            ? ServiceText.Clean(name)
            : null;

    /// <summary>How long the service asks us to wait.</summary>
    /// <param name="now">The service's time where the answer does not say it.</param>
    internal TimeSpan? RetryAfter(DateTimeOffset now) => RetryAfterOf(message, now);

    /// <summary>The same of an answer whose body is not read here.</summary>
    internal static TimeSpan? RetryAfterOf(HttpResponseMessage message, DateTimeOffset now) =>
        message.Headers.RetryAfter is { } header
            ? header.Delta ?? (header.Date is { } date ? date - (DateOf(message) ?? now) : null)
            : null;

    /// <summary>
    /// A date that the service can have meant: the APIs are from 2022, and this code will not see the next century.
    /// What else comes is from a gateway that has lost its clock, and must not turn the book over to another day.
    /// </summary>
    internal static DateTimeOffset? DateOf(HttpResponseMessage message) =>
        message.Headers.Date is { Year: >= 2022 and <= 2100 } date ? date : null;

    public void Dispose() => message.Dispose();
}
