using System;
using System.Net;
using System.Net.Http;
using JpoPatent.Answers;
using JpoPatent.Serialization;

namespace JpoPatent.Pipeline;

/// <summary>An answer on its way back through the handlers: the whole body, and its envelope read once.</summary>
internal sealed class ApiResponse : HttpResponseMessage
{
    internal ApiResponse(
        HttpStatusCode status,
        ReadOnlyMemory<byte> body,
        Envelope envelope,
        DateTimeOffset retrievedAt,
        bool isFromCache)
        : base(status)
    {
        Body = body;
        Envelope = envelope;
        RetrievedAt = retrievedAt;
        IsFromCache = isFromCache;
    }

    internal ReadOnlyMemory<byte> Body { get; }

    internal Envelope Envelope { get; }

    internal string? ServiceCode => Envelope.StatusCode;

    internal DateTimeOffset RetrievedAt { get; }

    internal bool IsFromCache { get; }

    /// <summary>The service's own clock, where it sent one.</summary>
    internal DateTimeOffset? Date { get; init; }

    internal TimeSpan? RetryAfter { get; init; }

    internal string? RequestId { get; init; }

    /// <summary>The name that the service gave to a file.</summary>
    internal string? FileName { get; init; }

    /// <summary>Tries that it took, this one included.</summary>
    internal int Attempts { get; set; } = 1;

    /// <summary>
    /// Where the call's time was used up before a further try: a sentence that says so. Otherwise empty.
    /// </summary>
    internal string GivenUp { get; set; } = string.Empty;

    /// <summary>What is wrong with an answer that calls itself a success.</summary>
    internal AnswerCheck Check { get; init; }

    /// <summary>
    /// Whether the answer is what the API is there for: data of the case asked for, or a file of its kind.
    /// </summary>
    internal bool IsSuccess => Check.Fault == AnswerFault.None
        && (ServiceCode == StatusCodes.Done
            || (ServiceCode == null && IsSuccessStatusCode && Envelope.Form is AnswerForm.Zip or AnswerForm.Pdf));

    /// <summary>Whether the service did not accept the token.</summary>
    internal bool IsTokenRejected =>
        ServiceCode == StatusCodes.InvalidToken || (ServiceCode == null && StatusCode == HttpStatusCode.Unauthorized);

    /// <summary>Whether the service says that the daily limit is used up.</summary>
    internal bool IsOverDailyLimit => ServiceCode == StatusCodes.OverDailyLimit;
}
