using System;
using JpoPatent.Answers;
using JpoPatent.Serialization;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Retries;

/// <summary>
/// How long to wait before asking again: longer each time, never two callers in step,
/// and never less than the service asks for.
/// </summary>
internal sealed class RetryPolicy
{
    internal const int MaxTries = 4;

    // A Retry-After beyond this is a maintenance window: an error now serves an unattended run
    // better than a call that hangs.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly TimeSpan _first;
    private readonly TimeSpan _firstWhenBusy;
    private readonly Func<double> _random;

    /// <param name="isPaced">
    /// Whether the other side counts minutes. Then a 303 is waited out: 8, 16 and 32 seconds make up a minute. A
    /// sandbox or a server on this machine is asked again soon.
    /// </param>
    /// <param name="random">Between 0 and 1.</param>
    internal RetryPolicy(bool isPaced, Func<double> random)
    {
        _first = isPaced ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(50);
        _firstWhenBusy = isPaced ? TimeSpan.FromSeconds(8) : TimeSpan.FromMilliseconds(50);
        _random = random;
    }

    /// <summary>The wait before a try, 2 being the first that is a repetition.</summary>
    internal TimeSpan DelayBefore(int attempt, bool isBusy, TimeSpan? retryAfter)
    {
        double factor = Math.Pow(2, attempt - 2) * (1 + (0.25 * _random()));
        TimeSpan delay = TimeSpan.FromTicks((long)((isBusy ? _firstWhenBusy : _first).Ticks * factor));
        return retryAfter is { } asked && asked > delay ? asked : delay;
    }

    /// <summary>
    /// Why asking again may help, in a few words, by the same rules for the APIs and the token
    /// address; null where it cannot.
    /// </summary>
    /// <param name="http">The HTTP status.</param>
    /// <param name="code">The service's own status code, where it sent one.</param>
    /// <param name="form">What the body is.</param>
    internal static string? ReasonToRetry(int http, string? code, AnswerForm form) => code switch
    {
        StatusCodes.TooManyAtOnce or StatusCodes.TimedOut => code,
        StatusCodes.UnexpectedError when http >= 500 => code,
        null when http >= 500 || http == 429 => Format(Client.Messages.ReasonHttp, http),
        null when http == 200 && form == AnswerForm.Html => Client.Messages.ReasonPage,
        _ => null,
    };

    /// <summary>Whether the service asks for more patience than a call should have.</summary>
    internal static bool IsTooLong(TimeSpan? retryAfter) => retryAfter > LongestWait;
}
