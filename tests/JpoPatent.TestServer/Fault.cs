using System;
using System.Collections.Generic;
using System.Globalization;

namespace JpoPatent.TestServer;

/// <summary>One thing that goes wrong, once.</summary>
public sealed record Fault
{
    /// <summary>HTTP status; null for the one that belongs to <see cref="Code"/>.</summary>
    public int? Status { get; init; }

    /// <summary>The envelope's status code; null for no envelope.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the body is a page for people.</summary>
    public bool IsPage { get; init; }

    /// <summary>The whole body, where it is to be something else.</summary>
    public string? Body { get; init; }

    /// <summary>The header <c>Retry-After</c>.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The header <c>Date</c>, where the answer is some other machine's and no longer the service's.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>How the connection breaks.</summary>
    public Breakage Breakage { get; init; }

    /// <summary>Whether the service counts the call, or the login, all the same.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>How much later than usual the answer comes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Which API; null for any.</summary>
    public string? Api { get; init; }

    /// <summary>Whether the token address is meant, and no API.</summary>
    public bool IsForToken { get; init; }

    /// <summary>Whether nothing is wrong with the answer: a place in a sequence, or a delay.</summary>
    public bool IsPass { get; init; }

    internal bool Fits(ApiDescriptor? api) => IsForToken ? api == null : api != null && (Api == null || Api == api.Id);

    internal ServiceAnswer ToAnswer()
    {
        ServiceAnswer answer;
        if (IsPage)
        {
            answer = ServiceAnswer.Page(Status ?? 503);
        }
        else if (Body != null)
        {
            answer = ServiceAnswer.Json(Status ?? 200, Body, Code);
        }
        else if (Code != null)
        {
            answer = ServiceAnswer.Envelope(Status ?? StatusOf(Code), Code, "架空のエラー");
        }
        else
        {
            answer = new ServiceAnswer(Status ?? 500, [], "text/plain");
        }

        var headers = new Dictionary<string, string>();
        if (RetryAfter != null)
        {
            headers["Retry-After"] = RetryAfter;
        }

        if (Date is { } date)
        {
            headers["Date"] = date.ToString("r", CultureInfo.InvariantCulture);
        }

        return answer with { Headers = headers };
    }

    private static int StatusOf(string code) => code switch
    {
        "210" or "212" => 401,
        "301" => 404,
        "302" => 504,
        "303" => 429,
        "400" => 400,
        _ => 200,
    };
}
