using System.Net;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Http;

/// <summary>
/// The network end of all connections of the process: one transport for each proxy,
/// and one for those that use the system's.
/// </summary>
internal sealed class ProxiedTransport : HttpMessageHandler
{
    private const string Key = "JpoPatent.Proxy";

    // A transport lives as long as the connections that use its proxy.
    private static readonly ConditionalWeakTable<object, HttpMessageInvoker> Transports = new();
    private static readonly object Systems = new();

#if NET8_0_OR_GREATER
    private static readonly HttpRequestOptionsKey<IWebProxy?> Option = new(Key);
#endif

    /// <summary>Says which proxy a request goes by; null for the system's.</summary>
    internal static void Use(HttpRequestMessage request, IWebProxy? proxy)
    {
#if NET8_0_OR_GREATER
        request.Options.Set(Option, proxy);
#else
        request.Properties[Key] = proxy;
#endif
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        IWebProxy? proxy = ProxyOf(request);
        return Transports.GetValue(
            proxy ?? Systems, _ => new HttpMessageInvoker(Transport.Create(proxy), disposeHandler: true))
            .SendAsync(request, cancellationToken);
    }

    private static IWebProxy? ProxyOf(HttpRequestMessage request)
    {
#if NET8_0_OR_GREATER
        return request.Options.TryGetValue(Option, out IWebProxy? proxy) ? proxy : null;
#else
        return request.Properties.TryGetValue(Key, out object? proxy) ? proxy as IWebProxy : null;
#endif
    }
}
