using System;
using System.Globalization;
using System.IO;

namespace JpoPatent.Sheets;

/// <summary>
/// A part of a workbook as it is unpacked, up to a bound: what the zip says about sizes may not be so.
/// </summary>
internal sealed class BoundedStream : Stream
{
    private readonly Stream _inner;
    private long _left = SheetLimits.MaxBytes;

    internal BoundedStream(Stream inner) => _inner = inner;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _inner.Read(buffer, offset, count);
        _left -= read;
        return _left >= 0
            ? read
            : throw new JpoSheetException(string.Format(
                CultureInfo.InvariantCulture, Client.SheetMessages.TooLong, SheetLimits.MaxBytes / (1024 * 1024)));
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
