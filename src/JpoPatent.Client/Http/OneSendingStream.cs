#if NET8_0_OR_GREATER
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Http;

/// <summary>
/// A connection on which a request that got no answer counts as sent. Where the other end closes without a word, .NET
/// sends a GET again by itself, up to three times; the service may have counted each, and the book would know of one.
/// To .NET this stream reports such an end as the failure that it is, and asking again is the retry handler's, which
/// books it.
/// </summary>
internal sealed class OneSendingStream(Stream connection) : Stream
{
    private volatile bool _isUnanswered;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Seen(connection.Read(buffer, offset, count), count);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>
    /// Reads of nothing are .NET's way to wait for bytes; there is one before each answer,
    /// and nothing to be seen in it.
    /// </summary>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ValueTask<int> read = connection.ReadAsync(buffer, cancellationToken);
        if (buffer.IsEmpty)
        {
            return read;
        }

        return read.IsCompletedSuccessfully
            ? new ValueTask<int>(Seen(read.Result, buffer.Length))
            : SeeAsync(read, buffer.Length);
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _isUnanswered = true;
        connection.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _isUnanswered = true;
        return connection.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => connection.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => connection.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> SeeAsync(ValueTask<int> read, int asked) =>
        Seen(await read.ConfigureAwait(false), asked);

    private int Seen(int read, int asked)
    {
        if (read > 0)
        {
            _isUnanswered = false;
        }
        else if (asked > 0 && _isUnanswered)
        {
            throw new IOException(Client.Messages.ClosedUnanswered);
        }

        return read;
    }
}
#endif
