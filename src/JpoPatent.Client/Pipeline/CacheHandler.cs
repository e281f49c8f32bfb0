using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Answers;
using JpoPatent.Caching;
using JpoPatent.Serialization;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Pipeline;

/// <summary>
/// Answers from the cache where it can; keeps what the service sent, empty answers too, until the next midnight in
/// Japan.
/// </summary>
internal sealed class CacheHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        if (call.CallOptions.NoCache)
        {
            return FetchAsync(call, cancellationToken);
        }

        // A cache of files has the answer at once.
        ValueTask<CachedAnswer?> kept = call.Parts.Cache.ReadAsync(
            call.Api, call.Parameters, call.Parts.Clock.Now, cancellationToken);
        return kept.IsCompletedSuccessfully
            ? FoundAsync(kept.Result, call, cancellationToken)
            : LookAsync(kept, call, cancellationToken);
    }

    private async Task<HttpResponseMessage> LookAsync(
        ValueTask<CachedAnswer?> kept, ApiRequest call, CancellationToken cancellationToken) =>
        await FoundAsync(await kept.ConfigureAwait(false), call, cancellationToken).ConfigureAwait(false);

    private Task<HttpResponseMessage> FoundAsync(
        CachedAnswer? answer, ApiRequest call, CancellationToken cancellationToken) =>
        answer == null ? FetchAsync(call, cancellationToken) : Task.FromResult<HttpResponseMessage>(Show(call, answer));

    private async Task<HttpResponseMessage> FetchAsync(ApiRequest call, CancellationToken cancellationToken)
    {
        // Another call on this machine that asks for the same now waits here, and then finds the answer in the cache.
        IDisposable? flight = call.Parts.Flights is not { } flights
            ? null
            : await flights.EnterAsync(
                CachedAnswer.KeyOf(call.Api, call.Parameters), call.What, call.Budget, call.Activity, cancellationToken)
                .ConfigureAwait(false);
        try
        {
            AnswerKeeper cache = call.Parts.Cache;
            if (!call.CallOptions.NoCache
                && await cache.ReadAsync(call.Api, call.Parameters, call.Parts.Clock.Now, cancellationToken)
                    .ConfigureAwait(false) is { } known)
            {
                return Show(call, known);
            }

            var response = (ApiResponse)await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (!IsWorthKeeping(call.Api, response))
            {
                return response;
            }

            var answer = new CachedAnswer(response.RetrievedAt, response.FileName, response.Body)
            {
                Data = response is { IsSuccess: true, Envelope: { Form: AnswerForm.Json, DataLength: > 0 } envelope }
                    ? new CachedData(envelope.DataStart, envelope.DataLength)
                    : null,
            };
            if (call.CallOptions.IsCachedBehind)
            {
                await cache.WriteBehindAsync(call.Api, call.Parameters, answer, flight).ConfigureAwait(false);
                flight = null;
            }
            else
            {
                // Also where the user stops just now: the access is spent.
                await cache.WriteAsync(call.Api, call.Parameters, answer, CancellationToken.None).ConfigureAwait(false);
            }

            return response;
        }
        finally
        {
            flight?.Dispose();
        }
    }

    /// <summary>
    /// What the API is there for, and the empty answers. Not the address that stands in for a bundle of more than
    /// 10 MB: it is good for minutes only.
    /// </summary>
    private static bool IsWorthKeeping(ApiDescriptor api, ApiResponse response)
    {
        if (response.ServiceCode is StatusCodes.NoData or StatusCodes.NoDocument or StatusCodes.NotCovered)
        {
            return true;
        }

        return response.IsSuccess && response.Envelope.Form == (api.Answer switch
        {
            ApiAnswer.Xml => AnswerForm.Xml,
            ApiAnswer.Zip => AnswerForm.Zip,
            ApiAnswer.Pdf => AnswerForm.Pdf,
            _ => AnswerForm.Json,
        });
    }

    /// <summary>What an answer said before its data: its record tells, or it is read once more.</summary>
    internal static Envelope HeadOf(CachedAnswer answer) =>
        answer.Data is { } data ? Envelope.OfJson(data.Start, data.Length) : Envelope.Read(answer.Body);

    private static ApiResponse Show(ApiRequest call, CachedAnswer answer)
    {
        if (call.CallOptions.TellsCacheHits)
        {
            call.Activity?.Report(new JpoActivity(
                JpoActivityKind.CacheHit,
                Format(Client.Messages.CacheHit, call.Api, JapanTime.Text(answer.RetrievedAt))));
        }

        return new ApiResponse(HttpStatusCode.OK, answer.Body, HeadOf(answer), answer.RetrievedAt, isFromCache: true)
        {
            FileName = answer.FileName,
            Attempts = 0,
        };
    }
}
