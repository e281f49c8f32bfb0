using System;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Time;

namespace JpoPatent.State;

/// <summary>
/// What a server has to be able to do so that machines can share records in it: hand one out with its version, and
/// replace it only if it still has that version. Everything else is <see cref="CompareAndSetStore"/>'s.
/// </summary>
internal interface IRecordEngine
{
    /// <summary>What time it is for the server; it is the one clock that all machines have in common.</summary>
    RemoteClock Clock { get; }

    /// <summary>Reads a record.</summary>
    /// <returns>The text and its version; null where it is not there.</returns>
    /// <exception cref="StateStoreException">The server did not say.</exception>
    ValueTask<(string Text, string Version)?> LoadAsync(
        string name, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Writes a record, if it still has the version given; null for one that is not to be there yet.</summary>
    /// <returns>The new version; null where another was faster.</returns>
    /// <exception cref="StateStoreException">The server did not say that it has written; it may have.</exception>
    ValueTask<string?> SaveAsync(
        string name, string text, string? version, TimeSpan timeout, CancellationToken cancellationToken);
}
