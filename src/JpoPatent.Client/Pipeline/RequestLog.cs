using System;
using System.Globalization;
using System.Net.Http;
using JpoPatent.Failures;
using Microsoft.Extensions.Http.Logging;

namespace JpoPatent.Pipeline;

/// <summary>Tells each request over the wire: method, address without user name and query, what came, and how long it took. Headers and bodies are never told.</summary>
internal sealed class RequestLog : IHttpClientLogger
{
    public object? LogRequestStart(HttpRequestMessage request) => null;

    public void LogRequestStop(object? context, HttpRequestMessage request, HttpResponseMessage response, TimeSpan elapsed) =>
        Tell(request, "HTTP " + ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), elapsed);

    public void LogRequestFailed(object? context, HttpRequestMessage request, HttpResponseMessage? response, Exception exception, TimeSpan elapsed) =>
        Tell(request, exception.GetType().Name, elapsed);

    private static void Tell(HttpRequestMessage request, string outcome, TimeSpan elapsed)
    {
        if (request is ApiRequest { CallOptions.TellsRequests: true, Activity: { } activity })
        {
            activity.Report(new JpoActivity(
                JpoActivityKind.Request,
                string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2} ({3:0} ms)", request.Method, FailureLog.Show(request.RequestUri!), outcome, elapsed.TotalMilliseconds)));
        }
    }
}
