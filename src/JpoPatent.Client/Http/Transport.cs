using System.Net;
using System.Net.Http;
#if NET8_0_OR_GREATER
using System;
using System.IO;
using System.Threading.Tasks;
#endif

namespace JpoPatent.Http;

/// <summary>
/// The network end of the pipeline: no redirects (the token would go along), no cookies, no unpacking (the decoder
/// does it), certificates checked as the system does.
/// </summary>
internal static class Transport
{
    /// <summary>For what lies on this machine: never by a proxy.</summary>
    internal static HttpMessageHandler CreateDirect() =>
        new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    internal static HttpMessageHandler Create(IWebProxy? given)
    {
        IWebProxy? proxy = ProxyAddress.Of(given);
#if NET8_0_OR_GREATER
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = proxy,
            UseProxy = true,

            // After TLS, so that it sees requests and answers.
            PlaintextStreamFilter = static (context, _) =>
                new ValueTask<Stream>(new OneSendingStream(context.PlaintextStream)),

            // A runbook may run for days: the host's address is looked up again now and then.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
#else
        // Added to what is allowed, never assigned: other modules in the process may need what they set. Where the
        // choice is the system's, it stays the system's, which knows TLS 1.3 too: adding 1.2 to that would take the
        // rest away.
        if (ServicePointManager.SecurityProtocol != SecurityProtocolType.SystemDefault)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }

        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            Proxy = proxy,
            UseProxy = true,
        };
#endif
    }
}
