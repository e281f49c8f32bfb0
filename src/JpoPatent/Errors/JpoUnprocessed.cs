using System;
using System.Collections.Generic;
using JpoPatent.Answers;

namespace JpoPatent;

/// <summary>The target object of <c>JpoQuotaExhausted</c>: what was not asked for today.</summary>
public sealed class JpoUnprocessed
{
    internal JpoUnprocessed(string? api, DateTimeOffset? resetsAt, IReadOnlyList<string> unprocessed)
    {
        Api = api;
        ResetsAt = resetsAt;
        Unprocessed = JpoList<string>.Of(unprocessed);
    }

    /// <summary>
    /// The API that was asked, e.g. <c>patent/app_progress</c>; null where the error came before an API was asked.
    /// </summary>
    public string? Api { get; }

    /// <summary>
    /// When the limit starts anew: the next midnight in Japan; null where the error is not about a limit.
    /// </summary>
    public DateTimeOffset? ResetsAt { get; }

    /// <summary>
    /// The inputs as they were given, in their order: write them to a file and pipe them in tomorrow.
    /// </summary>
    public IReadOnlyList<string> Unprocessed { get; }

    /// <summary>How many inputs are left, of which API.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{Api}: {Unprocessed.Count}";
}
