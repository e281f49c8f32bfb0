using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Pacing;

namespace JpoPatent.Pipeline;

/// <summary>
/// Waits for a slot in the minute, and dates it when the call has ended: the service saw the request before it answered, however long the way there took. The token is made
/// ready before the place is taken, so that no login stands between the place and the call.
/// </summary>
internal sealed class PacingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        Pacer pacer = call.Parts.Pacer;
        if (!pacer.Paces(call.Api.Group))
        {
            return await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }

        PacingPlace place = await pacer.EnterAsync(
            call.Api,
            async ct => await call.Parts.Tokens.GetAsync(call.Activity, call.Budget, ct).ConfigureAwait(false),
            call.Activity,
            cancellationToken).ConfigureAwait(false);
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
