using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using JpoPatent.Files;

namespace JpoPatent.Archives;

/// <summary>
/// Reads the directory of a zip. A reader of our own, because the two frameworks' readers differ in what they take, in
/// how they read names, and in how much memory a directory may cost; and because neither checks what is needed before a
/// byte is written.
/// </summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054B50;
    private const uint End64Signature = 0x06064B50;
    private const uint Locator64Signature = 0x07064B50;
    private const uint RecordSignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;
    private const int EndLength = 22;
    private const int RecordLength = 46;
    private const int LocalLength = 30;

    /// <exception cref="JpoInvalidAnswerException">There is no directory, or it is damaged.</exception>
    /// <exception cref="JpoUnsafeArchiveException">The directory is far too large,
    /// or entries share their bytes.</exception>
    internal static IReadOnlyList<ZipRecord> Read(Stream zip)
    {
        (long start, long size, long count) = FindDirectory(zip);
        if (count > ArchiveLimits.MaxEntries || size > ArchiveLimits.MaxDirectoryBytes)
        {
            throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyTooManyEntries);
        }

        byte[] directory = ReadAt(zip, start, (int)size);
        var records = new List<ZipRecord>((int)count);
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            records.Add(ReadRecord(directory, ref at));
        }

        RequireSeparate(records, start);
        return records;
    }

    /// <summary>Where the data of an entry begin.</summary>
    /// <exception cref="JpoInvalidAnswerException">The entry's own header is damaged.</exception>
    /// <exception cref="JpoUnsafeArchiveException">The entry's own header says something else
    /// than the directory.</exception>
    internal static long DataStart(Stream zip, ZipRecord record, string name)
    {
        ReadOnlySpan<byte> header = ReadAt(zip, record.Offset, LocalLength, name);
        if (UInt32(header, 0) != LocalSignature)
        {
            throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyHeader, name);
        }

        int nameLength = UInt16(header, 26);
        int extraLength = UInt16(header, 28);
        if (UInt16(header, 8) != record.Method || nameLength != record.Name.Length
            || !ReadAt(zip, record.Offset + LocalLength, nameLength, name).AsSpan().SequenceEqual(record.Name))
        {
            // Two programs would see two different bundles.
            throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyTwoHeaders, name);
        }

        return record.Offset + LocalLength + nameLength + extraLength;
    }

    private static (long Start, long Size, long Count) FindDirectory(Stream zip)
    {
        long length = zip.Length;
        if (length < EndLength)
        {
            throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyNoDirectory);
        }

        int tailLength = (int)Math.Min(length, EndLength + ushort.MaxValue);
        byte[] tail = ReadAt(zip, length - tailLength, tailLength);
        for (int i = tailLength - EndLength; i >= 0; i--)
        {
            ReadOnlySpan<byte> end = tail.AsSpan(i);
            if (UInt32(end, 0) != EndSignature || i + EndLength + UInt16(end, 20) != tailLength)
            {
                continue;
            }

            long endAt = length - tailLength + i;
            (long start, long size, long count) = (UInt32(end, 16), UInt32(end, 12), UInt16(end, 10));
            if (UInt16(end, 4) != 0 || UInt16(end, 6) != 0 || UInt16(end, 8) != count)
            {
                throw ArchiveErrors.Damaged(Client.DocumentMessages.WhySeveralParts);
            }

            if (start == uint.MaxValue || size == uint.MaxValue || count == ushort.MaxValue)
            {
                (start, size, count) = Find64(zip, endAt, (start, size, count));
            }

            if (start < 0 || size < 0 || count < 0 || start > endAt || size > endAt - start
                || size / RecordLength < count)
            {
                throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyDirectory);
            }

            return (start, size, count);
        }

        throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyNoDirectory);
    }

    private static (long Start, long Size, long Count) Find64(
        Stream zip, long endAt, (long Start, long Size, long Count) small)
    {
        if (endAt < 20)
        {
            return small;
        }

        ReadOnlySpan<byte> locator = ReadAt(zip, endAt - 20, 20);
        if (UInt32(locator, 0) != Locator64Signature)
        {
            return small;
        }

        ReadOnlySpan<byte> end = ReadAt(zip, Int64(locator, 8), 56);
        return UInt32(end, 0) == End64Signature
            ? (Int64(end, 48), Int64(end, 40), Int64(end, 32))
            : throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyDirectory);
    }

    private static ZipRecord ReadRecord(byte[] directory, ref int at)
    {
        if (directory.Length - at < RecordLength || UInt32(directory, at) != RecordSignature)
        {
            throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyDirectory);
        }

        ReadOnlySpan<byte> record = directory.AsSpan(at);
        int nameLength = UInt16(record, 28);
        int extraLength = UInt16(record, 30);
        int whole = RecordLength + nameLength + extraLength + UInt16(record, 32);
        if (whole > record.Length)
        {
            throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyDirectory);
        }

        long packed = UInt32(record, 20);
        long unpacked = UInt32(record, 24);
        long offset = UInt32(record, 42);
        ReadLarge(record.Slice(RecordLength + nameLength, extraLength), ref unpacked, ref packed, ref offset);
        if (packed < 0 || unpacked < 0 || offset < 0)
        {
            throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyDirectory);
        }

        int flags = UInt16(record, 8);
        at += whole;
        return new ZipRecord
        {
            Name = record.Slice(RecordLength, nameLength).ToArray(),
            IsUtf8 = (flags & 0x0800) != 0,
            IsEncrypted = (flags & 0x2041) != 0,
            Method = UInt16(record, 10),
            Checksum = UInt32(record, 16),
            Packed = packed,
            Unpacked = unpacked,
            Offset = offset,
            Attributes = UInt32(record, 38),
        };
    }

    /// <summary>
    /// Sizes that do not fit into 32 bits stand in an extra field, in this order,
    /// each only where its place in the record is full.
    /// </summary>
    private static void ReadLarge(ReadOnlySpan<byte> extra, ref long unpacked, ref long packed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int length = UInt16(extra, 2);
            if (length > extra.Length - 4)
            {
                return;
            }

            if (UInt16(extra, 0) == 1)
            {
                ReadOnlySpan<byte> field = extra.Slice(4, length);
                Take(ref field, ref unpacked);
                Take(ref field, ref packed);
                Take(ref field, ref offset);
                return;
            }

            extra = extra.Slice(4 + length);
        }

        static void Take(ref ReadOnlySpan<byte> field, ref long value)
        {
            if (value == uint.MaxValue && field.Length >= 8)
            {
                value = Int64(field, 0);
                field = field.Slice(8);
            }
        }
    }

    /// <summary>Entries that share bytes make terabytes out of nothing, and are in no honest zip.</summary>
    private static void RequireSeparate(List<ZipRecord> records, long directory)
    {
        var byOffset = new List<ZipRecord>(records);
        byOffset.Sort(static (a, b) => a.Offset.CompareTo(b.Offset));
        for (int i = 0; i < byOffset.Count; i++)
        {
            ZipRecord record = byOffset[i];
            long next = i + 1 < byOffset.Count ? byOffset[i + 1].Offset : directory;
            long end = LocalLength + record.Name.Length;
            if (record.Packed > directory
                || record.Offset > directory
                || record.Offset + record.Packed + end > directory)
            {
                throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyDirectory);
            }

            if (record.Offset + record.Packed + end > next)
            {
                throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyOverlap);
            }
        }
    }

    private static byte[] ReadAt(Stream zip, long position, int count, string? name = null)
    {
        if (position < 0 || count > zip.Length - position)
        {
            throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyCutOff, name);
        }

        byte[] bytes = new byte[count];
        zip.Position = position;
        if (zip.Fill(bytes) < count)
        {
            throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyCutOff, name);
        }

        return bytes;
    }

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes.Slice(at));

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(at));

    private static long Int64(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadInt64LittleEndian(bytes.Slice(at));
}
