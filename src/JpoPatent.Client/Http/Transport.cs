using System;
using System.Net;
using System.Net.Http;

namespace JpoPatent;

/// <summary>The network end of the pipeline: no redirects (the token would go along), no cookies, certificates checked as the system does.</summary>
internal static class Transport
{
    internal static HttpMessageHandler Create(IWebProxy? proxy)
    {
#if NET8_0_OR_GREATER
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            Proxy = proxy,
            UseProxy = true,

            // A runbook may run for days: the host's address is looked up again now and then.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
#else
        // Added to what is allowed, never assigned: other modules in the process may need what they set.
        ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            Proxy = proxy,
            UseProxy = true,
        };
#endif
    }
}
