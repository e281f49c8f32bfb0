namespace JpoPatent.Calls;

/// <summary>A listener of a call that says whether it wants to hear of each request over the wire.</summary>
internal interface IRequestListener
{
    bool HearsRequests { get; }
}
