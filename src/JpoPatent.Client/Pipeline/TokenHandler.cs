using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Pipeline;

/// <summary>
/// Signs a try before anything is booked for it: a login that fails costs nothing, and its Date header tells what day
/// it is for the service, on which the access is booked. A token that the service does not accept is thrown away here;
/// the replay is the retry handler's, because it is an access of its own.
/// </summary>
internal sealed class TokenHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        try
        {
            await call.SignAsync(cancellationToken).ConfigureAwait(false);
            var response = (ApiResponse)await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (response.IsTokenRejected)
            {
                call.Parts.Tokens.Reject(call.Token!);
            }

            return response;
        }
        finally
        {
            call.Unsign();
        }
    }
}
