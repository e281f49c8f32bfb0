using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using JpoPatent.Http;
using Microsoft.Extensions.DependencyInjection;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Pipeline;

/// <summary>
/// The process's factory of connections, built when the network is used for the first time; a sandbox goes without it.
/// Three named clients: <c>api</c> with all handlers, <c>token</c> and <c>bundle</c> bare, because a login has a loop
/// of its own and no bundle ever gets a token.
/// </summary>
internal static class HttpClients
{
    internal const string Api = "api";
    internal const string Token = "token";
    internal const string Bundle = "bundle";

    /// <summary>In the order in which a call passes them.</summary>
    private static readonly IReadOnlyList<Func<DelegatingHandler>> ApiHandlers =
    [
        static () => new CacheHandler(),
        static () => new RetryHandler(),
        static () => new TokenHandler(),
        static () => new QuotaHandler(),
        static () => new PacingHandler(),
        static () => new AnswerHandler(),
    ];

    /// <summary>A client of the network.</summary>
    /// <exception cref="JpoConnectionException">The process cannot build what it takes.</exception>
    internal static HttpMessageInvoker OverNetwork(string name)
    {
        try
        {
            return new HttpMessageInvoker(Network.Factory.CreateHandler(name), disposeHandler: false);
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or TypeLoadException
            or MissingMemberException or TypeInitializationException or InvalidOperationException
            or NotSupportedException)
        {
            throw new JpoConnectionException(
                Format(Client.Messages.NetworkNotBuilt, error.GetBaseException().Message), error);
        }
    }

    /// <summary>The handlers of <c>api</c> over something that stands in for the network.</summary>
    internal static HttpMessageInvoker Over(HttpMessageHandler transport)
    {
        HttpMessageHandler handler = transport;
        for (int i = ApiHandlers.Count - 1; i >= 0; i--)
        {
            DelegatingHandler outer = ApiHandlers[i]();
            outer.InnerHandler = handler;
            handler = outer;
        }

        return new HttpMessageInvoker(handler, disposeHandler: false);
    }

    /// <summary>
    /// In a class of its own, so that what never uses the network loads nothing of it.
    /// Made once, by the first that asks.
    /// </summary>
    private static class Network
    {
        internal static readonly IHttpMessageHandlerFactory Factory = Build();

        private static IHttpMessageHandlerFactory Build()
        {
            var services = new ServiceCollection();
            Add(services, Token);
            Add(services, Bundle);
            IHttpClientBuilder api = Add(services, Api);
            foreach (Func<DelegatingHandler> handler in ApiHandlers)
            {
                api.AddHttpMessageHandler(handler);
            }

            return services.BuildServiceProvider().GetRequiredService<IHttpMessageHandlerFactory>();
        }

        /// <summary>Connections are renewed by the transport itself; the handlers hold nothing that ages.</summary>
        private static IHttpClientBuilder Add(ServiceCollection services, string name) => services.AddHttpClient(name)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .AddLogger(static _ => new RequestLog())
            .ConfigurePrimaryHttpMessageHandler(static () => new ProxiedTransport());
    }
}
