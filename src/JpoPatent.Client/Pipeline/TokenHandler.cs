using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Authentication;

namespace JpoPatent.Pipeline;

/// <summary>
/// Signs. A token that the service does not accept is thrown away here; the replay is the retry handler's, because it is an access of its own that must be
/// booked and paced like any other.
/// </summary>
internal sealed class TokenHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        TokenProvider tokens = call.Parts.Tokens;
        Token token = await tokens.GetAsync(call.Activity, call.Budget, cancellationToken).ConfigureAwait(false);
        call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        try
        {
            var response = (ApiResponse)await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
            if (response.IsTokenRejected)
            {
                tokens.Reject(token);
            }

            return response;
        }
        finally
        {
            // The request outlives the call in exceptions and logs; the token must not.
            call.Headers.Authorization = null;
        }
    }
}
