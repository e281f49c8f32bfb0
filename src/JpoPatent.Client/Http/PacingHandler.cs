using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>Waits for a place in the minute. The token is made ready before the place is used: a login in between would shift the call within the window.</summary>
internal sealed class PacingHandler(Pacer pacer, TokenProvider tokens, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        if (pacer.Paces(call.Api.Group))
        {
            await pacer.WaitAsync(
                call.Api,
                async ct => await tokens.GetAsync(call.Activity, call.Budget, ct).ConfigureAwait(false),
                call.Activity,
                cancellationToken).ConfigureAwait(false);
        }

        return await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
