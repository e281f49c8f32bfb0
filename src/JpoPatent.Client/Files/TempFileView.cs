using System;
using System.IO;

namespace JpoPatent.Files;

/// <summary>One reader of a temporary file, with a position of its own.</summary>
internal sealed class TempFileView(TempFileContent file, long length) : ReadOnlyStream
{
    private long _position;

    public override bool CanSeek => true;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _position >= length
            ? 0
            : file.Read(_position, buffer, offset, (int)Math.Min(count, length - _position));
        _position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };
}
