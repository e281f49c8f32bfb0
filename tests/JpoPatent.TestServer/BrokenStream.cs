using System;
using System.IO;

namespace JpoPatent.TestServer;

/// <summary>Gives half of its bytes, then fails as a socket does whose other end is gone.</summary>
internal sealed class BrokenStream(byte[] bytes) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int left = Math.Min(count, (bytes.Length / 2) - _at);
        if (left <= 0)
        {
            throw new IOException("The response ended prematurely.");
        }

        Array.Copy(bytes, _at, buffer, offset, left);
        _at += left;
        return left;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
