using System;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>
/// Asks again where that can help: the service was busy, timed out or failed, the connection was lost, or the token had become invalid. Each try passes quota and
/// pacing anew, because it is an access of its own.
/// </summary>
internal sealed class RetryHandler(RetryPolicy policy, ServiceClock clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        bool isReplayed = false;
        for (int attempt = 1; ; attempt++)
        {
            ApiResponse? response = null;
            WireException? lost = null;
            try
            {
                response = (ApiResponse)await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
                response.Attempts = attempt;
            }
            catch (WireException error)
            {
                lost = error;
            }
            catch (JpoException error)
            {
                // Of logins there can have been more; of a quota that is used up there was none.
                error.Attempts = Math.Max(error.Attempts, call.TimesSent);
                throw;
            }

            if (response is { IsTokenRejected: true } && !isReplayed && attempt < RetryPolicy.MaxTries && call.Budget.Left > TimeSpan.Zero)
            {
                isReplayed = true;
                call.Activity?.Report(new JpoActivity(JpoActivityKind.Token, Format(Client.Messages.TokenRejected, call.Api)));
                continue;
            }

            string? reason = lost?.Reason ?? ReasonToRetry(response!);
            if (reason == null || attempt == RetryPolicy.MaxTries || RetryPolicy.IsTooLong(response?.RetryAfter))
            {
                return response ?? throw lost!.ToJpoException(call.What, attempt);
            }

            TimeSpan delay = policy.DelayBefore(attempt + 1, IsBusy(response), response?.RetryAfter);
            if (delay >= call.Budget.Left)
            {
                string givenUp = call.Budget.GivenUp();
                if (response == null)
                {
                    throw lost!.ToJpoException(call.What, attempt, givenUp + AnswerErrors.LastAnswer(call.LastAnswer));
                }

                response.GivenUp = givenUp;
                return response;
            }

            call.Activity?.Report(new JpoActivity(
                JpoActivityKind.Retrying, Format(Client.Messages.Retrying, call.Api, reason, delay.TotalSeconds, attempt + 1, RetryPolicy.MaxTries), delay));
            using (call.Budget.Run())
            {
                await clock.Time.Wait(delay, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsBusy(ApiResponse? response) =>
        response != null && (response.ServiceCode == StatusCodes.TooManyAtOnce || (response.ServiceCode == null && (int)response.StatusCode == 429));

    /// <summary>Why asking again may help, in a few words; null where it cannot.</summary>
    private string? ReasonToRetry(ApiResponse response)
    {
        int http = (int)response.StatusCode;
        switch (response.ServiceCode)
        {
            case StatusCodes.TooManyAtOnce:
            case StatusCodes.TimedOut:
            case StatusCodes.UnexpectedError when http >= 500:
                return response.ServiceCode;

            // The limit of yesterday, said a moment before midnight by the service's clock: by the next try the new day has begun there too.
            case StatusCodes.OverDailyLimit when response.Date is { } date && JapanTime.DayOf(date) < clock.Today:
                return response.ServiceCode;
            case null when http == 429 || http >= 500:
                return Format(Client.Messages.ReasonHttp, http);
            case null when http == 200 && response.Envelope.Form == AnswerForm.Html:
                return Client.Messages.ReasonPage;
            default:
                return null;
        }
    }

    private static string Format(string words, params object[] values) => string.Format(CultureInfo.CurrentCulture, words, values);
}
