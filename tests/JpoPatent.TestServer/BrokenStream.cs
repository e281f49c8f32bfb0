using System;
using System.IO;
using JpoPatent.Files;

namespace JpoPatent.TestServer;

/// <summary>Gives half of its bytes, then fails as a socket does whose other end is gone.</summary>
internal sealed class BrokenStream(byte[] bytes) : ReadOnlyStream
{
    private int _at;

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
}
