using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests;

/// <summary>A line on which answers travel for a while.</summary>
internal sealed class LateTransport(HttpMessageHandler inner, FakeTime time, TimeSpan delay) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Method == HttpMethod.Get)
        {
            await time.Wait(delay, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }
}
