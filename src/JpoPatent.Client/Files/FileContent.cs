using System;
using System.IO;

namespace JpoPatent.Files;

/// <summary>The bytes of a file that the service sent, wherever they lie.</summary>
internal abstract class FileContent : IDisposable
{
    internal abstract long Length { get; }

    /// <summary>
    /// A stream over all bytes with a position of its own. Several may be open at once, on several threads.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The content was given up.</exception>
    internal abstract Stream OpenRead();

    /// <summary>All bytes in memory.</summary>
    internal abstract byte[] ToArray();

    /// <summary>Gives up what holds the bytes, if that is more than memory.</summary>
    public virtual void Dispose()
    {
    }
}
