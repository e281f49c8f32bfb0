using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Pacing;

namespace JpoPatent.Pipeline;

/// <summary>
/// Waits for a slot in the minute, and dates it when the call has ended: the service saw the request before it
/// answered, however long the way there took. The call is signed anew before the slot is taken: a token can run out in
/// a long line, and no login may stand between the slot and the call.
/// </summary>
internal sealed class PacingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        Pacer pacer = call.Parts.Pacer;
        if (!pacer.Paces(call.Api.Group))
        {
            return await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }

        PacingPlace place = await pacer.EnterAsync(call.Api, call.SignAsync, call.Activity, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            return await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await pacer.LeaveAsync(call.Api.Group, place, call.IsSent).ConfigureAwait(false);
        }
    }
}
