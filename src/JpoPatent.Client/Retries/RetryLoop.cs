using System;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Calls;
using JpoPatent.Http;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Retries;

/// <summary>
/// The one loop of tries, for APIs, the token address and bundles alike: how often, how long in between, what the other
/// side asks for, and when the call's time is used up.
/// </summary>
internal sealed class RetryLoop(RetryPolicy policy, TimeProvider time)
{
    /// <param name="who">Who is asked, for what is told.</param>
    /// <param name="what">What is asked, for the error.</param>
    /// <param name="budget">The time that the call still has.</param>
    /// <param name="activity">Told of each wait.</param>
    /// <param name="ask">Asks once, given the number of the try.</param>
    /// <param name="known">What is known of the call when its time is used up and nothing came in the end,
    /// as sentences; null for nothing.</param>
    /// <param name="cancellationToken">Ends a wait.</param>
    /// <exception cref="JpoException">No answer came, however often it was asked.</exception>
    internal async Task<TriesMade<T>> RunAsync<T>(
        string who,
        string what,
        CallBudget budget,
        IProgress<JpoActivity>? activity,
        Func<int, Task<Try<T>>> ask,
        Func<string>? known,
        CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            Try<T>? result = null;
            WireException? lost = null;
            try
            {
                result = await ask(attempt).ConfigureAwait(false);
            }
            catch (WireException error)
            {
                lost = error;
            }

            bool isMended = result is { IsMended: true };
            string? reason = lost?.Reason ?? result?.Reason;
            if (reason == null || attempt == RetryPolicy.MaxTries || RetryPolicy.IsTooLong(result?.RetryAfter))
            {
                return result == null
                    ? throw lost!.ToJpoException(what, attempt)
                    : new TriesMade<T>(result.Answer, attempt, string.Empty);
            }

            TimeSpan delay = isMended
                ? TimeSpan.Zero
                : policy.DelayBefore(attempt + 1, result is { IsBusy: true }, result?.RetryAfter);
            if (delay >= budget.Left)
            {
                string givenUp = budget.GivenUp();
                return result == null
                    ? throw lost!.ToJpoException(what, attempt, givenUp + known?.Invoke())
                    : new TriesMade<T>(result.Answer, attempt, givenUp);
            }

            if (!isMended)
            {
                activity?.Report(new JpoActivity(
                    JpoActivityKind.Retrying,
                    Format(
                        Client.Messages.Retrying, who, reason, delay.TotalSeconds, attempt + 1, RetryPolicy.MaxTries),
                    delay));
            }

            using (budget.Run())
            {
                await time.Wait(delay, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
