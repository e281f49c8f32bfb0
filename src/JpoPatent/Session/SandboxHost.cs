using System;
using System.Collections.Concurrent;
using System.Net.Http;
using System.Security;
using JpoPatent.Pacing;
using JpoPatent.Sandbox;

namespace JpoPatent.Session;

/// <summary>
/// The sandboxes of this process. Connections with the same rules share one,
/// as users of one ID share the service's counters.
/// </summary>
internal static class SandboxHost
{
    private const string UserName = "sandbox";

    private static readonly ConcurrentDictionary<(int Domestic, int Opd,
        DateTimeOffset? Start), SandboxService> Services = new();

    /// <summary>A name that no host can have: nothing that is sent there can leave the machine.</summary>
    internal static Uri BaseUri { get; } = new("https://sandbox.invalid");

    internal static JpoCredential NewCredential()
    {
        using var password = new SecureString();
        foreach (char c in UserName)
        {
            password.AppendChar(c);
        }

        return new JpoCredential(UserName, password);
    }

    /// <summary>
    /// The sandbox counts minutes as the service does, by the figures that the connection paces itself to where those
    /// are higher, so that a faster run is not refused.
    /// </summary>
    /// <param name="requestsPerMinute">Domestic calls per minute; 0 for no rule.</param>
    /// <param name="opdRequestsPerMinute">OPD calls per minute; 0 for no rule.</param>
    /// <param name="start">The time that the sandbox begins with, and goes on from; null for now.</param>
    internal static HttpMessageHandler NewTransport(
        int requestsPerMinute, int opdRequestsPerMinute, DateTimeOffset? start)
    {
        var rules = (
            Rule(requestsPerMinute, Pacer.DomesticPerMinute), Rule(opdRequestsPerMinute, Pacer.OpdPerMinute), start);
        SandboxService service = Services.GetOrAdd(rules, static key => new SandboxService(new SandboxOptions
        {
            DomesticPerMinute = key.Domestic,
            OpdPerMinute = key.Opd,
            Time = key.Start is { } begin
                ? new ShiftedTime(begin - TimeProvider.System.GetUtcNow())
                : TimeProvider.System,
        }));
        return new SandboxHandler(service);
    }

    private static int Rule(int asked, int service) => asked == 0 ? 0 : Math.Max(asked, service);
}
