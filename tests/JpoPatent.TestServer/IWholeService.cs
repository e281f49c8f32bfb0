namespace JpoPatent.TestServer;

/// <summary>
/// Something that plays the whole service: tokens, counters, answers. The sandbox is to be plugged in here; the scripted service then only logs, breaks
/// connections and injects faults.
/// </summary>
public interface IWholeService
{
    /// <summary>Handles one request, of the token address or of an API.</summary>
    ServiceAnswer Handle(ServiceRequest request);
}
