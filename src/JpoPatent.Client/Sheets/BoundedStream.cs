using System.Globalization;
using System.IO;
using JpoPatent.Files;

namespace JpoPatent.Sheets;

/// <summary>
/// A part of a workbook as it is unpacked, up to a bound: what the zip says about sizes may not be so.
/// </summary>
internal sealed class BoundedStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private long _left = SheetLimits.MaxBytes;

    internal BoundedStream(Stream inner) => _inner = inner;

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = _inner.Read(buffer, offset, count);
        _left -= read;
        return _left >= 0
            ? read
            : throw new JpoSheetException(string.Format(
                CultureInfo.InvariantCulture, Client.SheetMessages.TooLong, SheetLimits.MaxBytes / (1024 * 1024)));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
