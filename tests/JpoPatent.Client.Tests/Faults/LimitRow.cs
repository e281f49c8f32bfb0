using System;
using System.Net.Http;

namespace JpoPatent.Tests.Faults;

/// <summary>A row of the matrix of limits: it must hold for the token address, the APIs and bundles alike.</summary>
/// <param name="Name">The fault in words.</param>
/// <param name="Timeout">Seconds that one try may take.</param>
/// <param name="CallTimeout">Seconds that the whole call may take.</param>
/// <param name="Outcome">What the call ends in.</param>
/// <param name="Tries">How often the one that goes wrong is asked; null where a bundle, of which only silence has a limit of its own, differs from the others.</param>
/// <param name="Elapsed">How many seconds the call takes to the second; null where chance has a part in it.</param>
/// <param name="IsGivenUp">Whether the error says that the call's time was used up.</param>
/// <param name="Play">What comes in place of the good answer, given the number of the try; null for silence.</param>
internal sealed record LimitRow(
    string Name, int Timeout, int CallTimeout, Outcome Outcome, int? Tries, int? Elapsed, bool IsGivenUp, Func<LimitBench, int, byte[], HttpResponseMessage?> Play);
