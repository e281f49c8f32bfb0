using System;
using System.IO;
using System.Runtime.InteropServices;

namespace JpoPatent.Files;

/// <summary>Bytes in memory: what the API itself sends, up to 10 MB.</summary>
internal sealed class MemoryContent(ReadOnlyMemory<byte> bytes) : FileContent
{
    internal override long Length => bytes.Length;

    internal override Stream OpenRead() =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    internal override byte[] ToArray() => bytes.ToArray();
}
