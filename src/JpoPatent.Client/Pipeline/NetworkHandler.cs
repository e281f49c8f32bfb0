using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Http;

namespace JpoPatent.Pipeline;

/// <summary>
/// The way of one connection to one of the factory's clients, which is made with the first request.
/// It says which proxy the connection uses.
/// </summary>
internal sealed class NetworkHandler(string client, IWebProxy? proxy) : HttpMessageHandler
{
    private HttpMessageInvoker? _client;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ProxiedTransport.Use(request, proxy);
        return (_client ??= HttpClients.OverNetwork(client)).SendAsync(request, cancellationToken);
    }
}
