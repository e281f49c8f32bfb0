using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace JpoPatent.Http;

/// <summary>
/// Unpacks a body. Not left to the platform's handler: that one takes a gzip which ends too early for whole, reads
/// deflate in another way on each platform, and knows no bound.
/// </summary>
internal static class BodyDecoder
{
    /// <summary>What we say that we can read.</summary>
    internal const string Accepted = "gzip";

    private const int GzipTrailer = 8;

    /// <param name="body">The body as it came.</param>
    /// <param name="encodings">What <c>Content-Encoding</c> says, in the order in which it was done.</param>
    /// <param name="maxBytes">How long the unpacked body may be.</param>
    /// <returns>The body; one byte more than <paramref name="maxBytes"/> where it is longer.</returns>
    /// <exception cref="InvalidDataException">It is not packed as it says, or not to its end.</exception>
    internal static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, ICollection<string> encodings, int maxBytes)
    {
        if (encodings.Count == 0 || body.IsEmpty)
        {
            return body;
        }

        var inward = new List<string>(encodings);
        for (int i = inward.Count - 1; i >= 0 && body.Length <= maxBytes; i--)
        {
            switch (inward[i].ToLowerInvariant())
            {
                case "gzip" or "x-gzip":
                    body = Ungzip(body, maxBytes);
                    break;
                case "deflate":
                    body = Inflate(body, maxBytes);
                    break;
                case "identity" or "":
                    break;
                default:
                    // An unknown name: the first bytes tell what the body is.
                    return body;
            }
        }

        return body;
    }

    private static ReadOnlyMemory<byte> Ungzip(ReadOnlyMemory<byte> body, int maxBytes)
    {
        ReadOnlyMemory<byte> whole = Unpack(new GZipStream(Open(body), CompressionMode.Decompress), maxBytes);

        // The last four bytes say how long the content is: the only thing that tells a gzip that
        // ends too early from a whole one.
        if (whole.Length <= maxBytes)
        {
            ReadOnlySpan<byte> end = body.Length > GzipTrailer
                ? body.Span.Slice(body.Length - 4)
                : throw new InvalidDataException();
            if ((end[0] | (end[1] << 8) | (end[2] << 16) | (end[3] << 24)) != whole.Length)
            {
                throw new InvalidDataException();
            }
        }

        return whole;
    }

    /// <summary>
    /// By the standard there are two bytes of zlib before the deflated content; some servers leave them out.
    /// </summary>
    private static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> body, int maxBytes)
    {
        ReadOnlySpan<byte> head = body.Span;
        bool isZLib = head.Length > 2 && (head[0] & 0x0F) == 8 && ((head[0] << 8) | head[1]) % 31 == 0;
        return Unpack(new DeflateStream(Open(isZLib ? body.Slice(2) : body), CompressionMode.Decompress), maxBytes);
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> body) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out ArraySegment<byte> bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(body.ToArray(), writable: false);

    private static ReadOnlyMemory<byte> Unpack(Stream packed, int maxBytes)
    {
        using (packed)
        {
            byte[] whole = new byte[16 * 1024];
            int filled = 0;
            while (true)
            {
                if (filled == whole.Length)
                {
                    if (filled > maxBytes)
                    {
                        return whole.AsMemory(0, maxBytes + 1);
                    }

                    Array.Resize(ref whole, (int)Math.Min(whole.Length * 2L, maxBytes + 1L));
                }

                int read = packed.Read(whole, filled, whole.Length - filled);
                if (read == 0)
                {
                    return whole.AsMemory(0, filled);
                }

                filled += read;
            }
        }
    }
}
