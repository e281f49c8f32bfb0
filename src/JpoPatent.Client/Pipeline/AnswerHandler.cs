using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Answers;
using JpoPatent.Calls;
using JpoPatent.Http;
using JpoPatent.Serialization;
using JpoPatent.Time;

namespace JpoPatent.Pipeline;

/// <summary>
/// The last before the wire: reads a body to its end and its envelope once,
/// so that all handlers above decide by the same facts.
/// </summary>
internal sealed class AnswerHandler : DelegatingHandler
{
    /// <summary>
    /// Larger bundles come as an address on another host (from 10 MB),
    /// so an answer of this size is no answer of the service.
    /// </summary>
    private const int MaxAnswerBytes = 32 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        ServiceClock clock = call.Parts.Clock;
        call.IsSent = true;
        call.TimesSent++;
        using CallBudget.Running running = call.Budget.Run();
        using WireAnswer answer = await AskAsync(call, clock, cancellationToken).ConfigureAwait(false);
        Secrets.Blank(answer.Body, call.Headers.Authorization?.Parameter);
        Envelope envelope = Envelope.Read(answer.Body, call.Api, call.Parameters);

        // A page of a gateway or a proxy has the date of that machine.
        bool isService = envelope.StatusCode != null || envelope.Form is AnswerForm.Zip or AnswerForm.Pdf;
        if (isService)
        {
            answer.TellTime(clock);
        }

        return call.LastAnswer = new ApiResponse(answer.Status, answer.Body, envelope, clock.Now, isFromCache: false)
        {
            Check = AnswerCheck.Of(call.Parameters, envelope, answer.Body, answer.FileName),
            Date = isService ? answer.Date : null,
            RetryAfter = answer.RetryAfter(clock.Now),
            RequestId = answer.RequestId,
            FileName = answer.FileName,
        };
    }

    private async Task<WireAnswer> AskAsync(ApiRequest call, ServiceClock clock, CancellationToken cancellationToken)
    {
        try
        {
            return await Wire.SendAsync(
                base.SendAsync, call, call.Api.ToString(), MaxAnswerBytes, call.Budget.AtMost(call.Parts.Timeout),
                clock, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (WireException error) when (error.IsUnsent)
        {
            // A proxy that is gone costs no access.
            call.IsSent = false;
            throw;
        }
    }
}
