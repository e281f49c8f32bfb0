using System;
using System.Threading.Tasks;

namespace JpoPatent.Tests.Faults;

/// <summary>A row of the matrix.</summary>
/// <param name="Name">The fault in words.</param>
/// <param name="Tries">How often an API is asked before the client gives up.</param>
/// <param name="Token">What a login ends in.</param>
/// <param name="Json">What a JSON call ends in.</param>
/// <param name="Xml">What an XML call ends in.</param>
/// <param name="Zip">What a call for a zip ends in.</param>
/// <param name="Pdf">What a call for a PDF ends in.</param>
/// <param name="Play">What the server does; null for a server that does not listen.</param>
internal sealed record FaultRow(string Name, int Tries, Outcome Token, Outcome Json, Outcome Xml, Outcome Zip, Outcome Pdf, Func<RawExchange, Task>? Play)
{
    /// <summary>What a call ends in whose bundle lies at an address: the same as for a zip, where a row does not say otherwise.</summary>
    internal Outcome Bundle { get; init; } = Zip;

    /// <summary>How often such an address is asked before the client gives up.</summary>
    internal int BundleTries { get; init; } = Tries;

    internal Outcome Of(CallKind kind) => kind switch
    {
        CallKind.Token => Token,
        CallKind.Json => Json,
        CallKind.Xml => Xml,
        CallKind.Zip => Zip,
        CallKind.Pdf => Pdf,
        _ => Bundle,
    };
}
