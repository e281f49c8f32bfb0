using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Retries;
using JpoPatent.Serialization;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Pipeline;

/// <summary>
/// Asks again where that can help: the service was busy, timed out or failed, the connection was lost, or the token had
/// become invalid. Each try passes quota and pacing anew, because it is an access of its own.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    // A token that was refused is replaced and the call made again at once; of the next one that is refused,
    // too, after a pause. Then it is the ID.
    private const int MaxTokens = 3;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        int rejected = 0;
        try
        {
            (ApiResponse response, int attempts, string givenUp) = await call.Parts.Retry.RunAsync(
                call.Api.ToString(), call.What, call.Budget, call.Activity, AskAsync,
                () => AnswerErrors.LastAnswer(call.LastAnswer), cancellationToken)
                .ConfigureAwait(false);
            response.Attempts = attempts;
            response.GivenUp = givenUp;
            return response;
        }
        catch (JpoException error)
        {
            // Of logins there can have been more; of a quota that is used up there was none.
            error.Attempts = Math.Max(error.Attempts, call.TimesSent);
            throw;
        }

        async Task<Try<ApiResponse>> AskAsync(int attempt)
        {
            var response = (ApiResponse)await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (response.IsTokenRejected && ++rejected < MaxTokens)
            {
                call.Activity?.Report(new JpoActivity(
                    JpoActivityKind.Token, Format(Client.Messages.TokenRejected, call.Api)));
                return new Try<ApiResponse>(
                    response, response.ServiceCode ?? Format(Client.Messages.ReasonHttp, (int)response.StatusCode))
                {
                    IsMended = rejected == 1,
                    IsBusy = true,
                };
            }

            return new Try<ApiResponse>(response, ReasonToRetry(response, call.Parts.Clock))
            {
                IsBusy = IsBusy(response),
                RetryAfter = response.RetryAfter,
            };
        }
    }

    private static bool IsBusy(ApiResponse response) =>
        response.ServiceCode == StatusCodes.TooManyAtOnce
        || (response.ServiceCode == null && (int)response.StatusCode == 429);

    /// <summary>Why asking again may help, in a few words; null where it cannot.</summary>
    private static string? ReasonToRetry(ApiResponse response, ServiceClock clock) => response.ServiceCode switch
    {
        // The limit of yesterday, said a moment before midnight by the service's clock:
        // by the next try the new day has begun there too.
        StatusCodes.OverDailyLimit when response.Date is { } date && JapanTime.DayOf(date) < clock.Today =>
            response.ServiceCode,
        _ => RetryPolicy.ReasonToRetry((int)response.StatusCode, response.ServiceCode, response.Envelope.Form),
    };
}
