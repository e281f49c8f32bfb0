using System;
using System.Globalization;
using System.Net.Http;
using JpoPatent.Calls;
using JpoPatent.Failures;
using Microsoft.Extensions.Http.Logging;

namespace JpoPatent.Http;

/// <summary>
/// Tells each request over the wire, be it for an API, a token or a bundle: method, address without user name and
/// query, what came, and how long it took. Headers and bodies are never told.
/// </summary>
internal sealed class RequestLog : IHttpClientLogger
{
    private const string Key = "JpoPatent.Listener";

#if NET8_0_OR_GREATER
    private static readonly HttpRequestOptionsKey<IProgress<JpoActivity>> Option = new(Key);
#endif

    /// <summary>
    /// Says who hears of a request. A listener that does not ask for it hears nothing, and costs nothing.
    /// </summary>
    internal static void Follow(HttpRequestMessage request, IProgress<JpoActivity>? listener)
    {
        if (listener is not IRequestListener { HearsRequests: true })
        {
            return;
        }

#if NET8_0_OR_GREATER
        request.Options.Set(Option, listener);
#else
        request.Properties[Key] = listener;
#endif
    }

    public object? LogRequestStart(HttpRequestMessage request) => null;

    public void LogRequestStop(
        object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed) =>
        Tell(request, "HTTP " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), elapsed);

    public void LogRequestFailed(
        object? context,
        HttpRequestMessage request,
        HttpResponseMessage? response,
        Exception exception,
        TimeSpan elapsed) =>
        Tell(request, exception.GetType().Name, elapsed);

    private static void Tell(HttpRequestMessage request, string outcome, TimeSpan elapsed) =>
        ListenerOf(request)?.Report(new JpoActivity(
            JpoActivityKind.Request,
            string.Format(
                CultureInfo.InvariantCulture,
                "{0} {1}: {2} ({3:0} ms)",
                request.Method,
                FailureLog.Show(request.RequestUri!),
                outcome,
                elapsed.TotalMilliseconds)));

    private static IProgress<JpoActivity>? ListenerOf(HttpRequestMessage request)
    {
#if NET8_0_OR_GREATER
        return request.Options.TryGetValue(Option, out IProgress<JpoActivity>? listener) ? listener : null;
#else
        return request.Properties.TryGetValue(Key, out object? listener) ? listener as IProgress<JpoActivity> : null;
#endif
    }
}
