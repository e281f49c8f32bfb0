using System;
using System.IO;
using JpoPatent.Files;

namespace JpoPatent.Archives;

/// <summary>A stretch of a stream. It owns the stream.</summary>
internal sealed class PartStream : ReadOnlyStream
{
    private readonly Stream _whole;
    private long _left;

    internal PartStream(Stream whole, long start, long length)
    {
        _whole = whole;
        _left = length;
        whole.Position = start;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _left == 0 ? 0 : _whole.Read(buffer, offset, (int)Math.Min(count, _left));
        _left -= read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _whole.Dispose();
        }

        base.Dispose(disposing);
    }
}
