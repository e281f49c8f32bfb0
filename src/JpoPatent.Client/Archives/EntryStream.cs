using System.IO;
using System.IO.Compression;
using JpoPatent.Files;

namespace JpoPatent.Archives;

/// <summary>
/// The bytes of an entry, counted and summed up as they come: never more than the directory said, and at the end
/// exactly as many, with the right checksum.
/// </summary>
internal sealed class EntryStream : ReadOnlyStream
{
    private readonly Stream _bytes;
    private readonly ArchiveEntry _entry;
    private long _count;
    private uint _sum = Crc32.Start;
    private bool _isAtEnd;

    internal EntryStream(Stream zip, ArchiveEntry entry)
    {
        _entry = entry;
        ZipRecord record = entry.Record;
        var packed = new PartStream(zip, ZipDirectory.DataStart(zip, record, entry.Path), record.Packed);
        _bytes = record.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (count == 0 || _isAtEnd)
        {
            return 0;
        }

        int read;
        try
        {
            read = _bytes.Read(buffer, offset, count);
        }
        catch (InvalidDataException error)
        {
            throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyData, _entry.Path, error);
        }

        _sum = Crc32.Add(_sum, buffer, offset, read);
        _count += read;
        if (_count > _entry.Length)
        {
            throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhySizeLie, _entry.Path);
        }

        if (read == 0)
        {
            _isAtEnd = true;
            if (_count != _entry.Length || Crc32.End(_sum) != _entry.Record.Checksum)
            {
                throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyChecksum, _entry.Path);
            }
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _bytes.Dispose();
        }

        base.Dispose(disposing);
    }
}
