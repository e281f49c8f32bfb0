namespace JpoPatent.TestServer;

/// <summary>
/// Something that plays the whole service: tokens, counters, answers. <see cref="HostedSandbox"/> is plugged in here; the scripted service then only logs, breaks
/// connections and injects faults.
/// </summary>
public interface IWholeService
{
    /// <summary>Handles one request, of the token address, of an API, or of anything else.</summary>
    ServiceAnswer Handle(ServiceRequest request);
}
