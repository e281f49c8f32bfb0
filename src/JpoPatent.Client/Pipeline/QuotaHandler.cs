using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Quota;

namespace JpoPatent.Pipeline;

/// <summary>Books an access before the call and settles it afterwards, whatever came of it.</summary>
internal sealed class QuotaHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = (ApiRequest)request;
        QuotaGuard guard = call.Parts.Guard;
        QuotaBooking booking = await guard.BookAsync(call.Api, call.Activity, cancellationToken).ConfigureAwait(false);
        call.IsSent = false;
        ApiResponse? response = null;
        try
        {
            response = (ApiResponse)await base.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return response;
        }
        finally
        {
            if (call.IsSent)
            {
                await guard.SettleAsync(
                    booking,
                    response?.Envelope.Remaining,
                    response?.IsOverDailyLimit ?? false,
                    response?.Date,
                    call.Activity)
                    .ConfigureAwait(false);
            }
            else
            {
                await guard.CancelAsync(booking).ConfigureAwait(false);
            }
        }
    }
}
