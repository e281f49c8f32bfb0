using System.IO;

namespace JpoPatent.Files;

/// <summary>Reads a stream, which may give less than it was asked for.</summary>
internal static class StreamBytes
{
    /// <summary>Reads until a buffer is full.</summary>
    /// <returns>How many bytes there were: fewer than the buffer has at the end of the stream.</returns>
    internal static int Fill(this Stream stream, byte[] buffer)
    {
        int filled = 0;
        while (filled < buffer.Length && stream.Read(buffer, filled, buffer.Length - filled) is > 0 and var read)
        {
            filled += read;
        }

        return filled;
    }
}
