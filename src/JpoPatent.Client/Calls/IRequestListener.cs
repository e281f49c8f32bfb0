namespace JpoPatent.Calls;

/// <summary>Whoever is told what a call does, and says whether each request over the wire is worth a word.</summary>
internal interface IRequestListener
{
    bool HearsRequests { get; }
}
