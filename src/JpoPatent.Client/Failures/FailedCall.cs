using System;

namespace JpoPatent.Failures;

/// <summary>
/// A call that failed, with what JPO's support centre asks for. It never holds a password,
/// a token or an Authorization header.
/// </summary>
internal sealed record FailedCall
{
    /// <summary>When it failed, by the service's clock, in Japan's time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The address that was asked, without user name, query and fragment.</summary>
    public required string Address { get; init; }

    /// <summary>The API as messages show it, <c>1-1 patent/app_progress</c>; null for the token address.</summary>
    public string? Api { get; init; }

    /// <summary>How often the address was asked, retries included.</summary>
    public int Attempts { get; init; }

    /// <summary>From the call to its failure, all waits included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>HTTP status of the last answer; null where none came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>JPO's <c>statusCode</c> in the last answer, or null.</summary>
    public string? StatusCode { get; init; }

    /// <summary>Where the service sent one: the id by which it finds the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// The first KB of the last answer's body as text; null where none came, and always for the token address,
    /// whose answers hold tokens.
    /// </summary>
    public string? AnswerHead { get; init; }

    /// <summary>The exception's type, e.g. <c>JpoServiceException</c>.</summary>
    public required string ErrorType { get; init; }

    /// <summary>The exception's message.</summary>
    public required string Message { get; init; }
}
