using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Authentication;
using JpoPatent.Calls;
using JpoPatent.Http;

namespace JpoPatent.Pipeline;

/// <summary>A request on its way through the handlers, with what they decide by.</summary>
internal sealed class ApiRequest : HttpRequestMessage
{
    internal ApiRequest(
        ApiDescriptor api,
        Uri address,
        string parameters,
        JpoCallOptions options,
        CallBudget budget,
        ConnectionParts parts)
        : base(HttpMethod.Get, address)
    {
        Api = api;
        Parameters = parameters;
        CallOptions = options;
        Budget = budget;
        Parts = parts;
        RequestLog.Follow(this, options.Activity);
#if !NET8_0_OR_GREATER
        // On a connection that was kept open, .NET Framework sends a request again by itself where the other end
        // closes without a word: an access that is not booked.
        Headers.ConnectionClose = true;
#endif
    }

    internal ApiDescriptor Api { get; }

    /// <summary>
    /// What stands behind the API's path, as it is sent; with the API's id it names the answer in the cache.
    /// </summary>
    internal string Parameters { get; }

    internal JpoCallOptions CallOptions { get; }

    /// <summary>What the handlers work with.</summary>
    internal ConnectionParts Parts { get; }

    /// <summary>How long the call may still take.</summary>
    internal CallBudget Budget { get; }

    /// <summary>Whether the try under way has reached the wire, so that the service may have counted it.</summary>
    internal bool IsSent { get; set; }

    /// <summary>What is asked, as messages show it.</summary>
    internal string What => Api + " " + Uri.UnescapeDataString(Parameters);

    /// <summary>How often the call has reached the wire.</summary>
    internal int TimesSent { get; set; }

    /// <summary>The last answer that came, of whichever try.</summary>
    internal ApiResponse? LastAnswer { get; set; }

    internal IProgress<JpoActivity>? Activity => CallOptions.Activity;

    /// <summary>The token that the try under way is signed with.</summary>
    internal Token? Token { get; private set; }

    /// <summary>Signs the try with a token that is good now. The one place where a call asks for a token.</summary>
    internal async ValueTask SignAsync(CancellationToken cancellationToken)
    {
        Token = await Parts.Tokens.GetAsync(Activity, Budget, cancellationToken).ConfigureAwait(false);
        Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token.AccessToken);
    }

    /// <summary>
    /// Takes the signature off: the request outlives the call in exceptions and logs, the token must not.
    /// </summary>
    internal void Unsign()
    {
        Headers.Authorization = null;
        Token = null;
    }
}
