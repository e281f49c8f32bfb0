using System;
using System.IO;
using System.Threading;

namespace JpoPatent.Saving;

/// <summary>A file to be written, and how.</summary>
internal sealed class PlannedFile(string path, Action<Stream, CancellationToken> write)
{
    internal string Path => path;

    internal void Write(Stream stream, CancellationToken cancellationToken) => write(stream, cancellationToken);
}
