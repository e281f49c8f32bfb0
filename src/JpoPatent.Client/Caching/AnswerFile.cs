using System;
using System.Buffers.Binary;
using System.Text;
using JpoPatent.Text;

namespace JpoPatent.Caching;

/// <summary>
/// One answer as bytes: magic, checksum of all that follows, time, lengths of key and file name, for
/// JSON where its data stand, then key, file name and body. Whatever does not check is no answer.
/// </summary>
internal static class AnswerFile
{
    private const int ChecksumAt = 4;
    private const int ChecksumLength = 16;
    private const int TimeAt = ChecksumAt + ChecksumLength;
    private const int KeyLengthAt = TimeAt + 8;
    private const int NameLengthAt = KeyLengthAt + 2;
    private const int PlainLength = NameLengthAt + 2;
    private const int DataStartAt = PlainLength;
    private const int DataLengthAt = DataStartAt + 4;
    private const int JsonLength = DataLengthAt + 4;

    // A day before the end of time, so that Japan's hours can be added.
    private static readonly long LatestTicks = DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay;

    private static ReadOnlySpan<byte> PlainMagic => "JPA1"u8;

    private static ReadOnlySpan<byte> JsonMagic => "JPA2"u8;

    /// <param name="key">What was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="room">Bytes left free in front, for what the caller puts there.</param>
    internal static byte[] Encode(string key, CachedAnswer answer, int room = 0)
    {
        byte[] keyBytes = Encoding.UTF8.GetBytes(key);
        byte[] nameBytes = Encoding.UTF8.GetBytes(answer.FileName ?? string.Empty);
        int headLength = answer.Data == null ? PlainLength : JsonLength;
        byte[] bytes = new byte[room + headLength + keyBytes.Length + nameBytes.Length + answer.Body.Length];
        Span<byte> file = bytes.AsSpan(room);
        if (answer.Data is { } data)
        {
            JsonMagic.CopyTo(file);
            BinaryPrimitives.WriteInt32LittleEndian(file.Slice(DataStartAt), data.Start);
            BinaryPrimitives.WriteInt32LittleEndian(file.Slice(DataLengthAt), data.Length);
        }
        else
        {
            PlainMagic.CopyTo(file);
        }

        BinaryPrimitives.WriteInt64LittleEndian(file.Slice(TimeAt), answer.RetrievedAt.UtcTicks);
        BinaryPrimitives.WriteUInt16LittleEndian(file.Slice(KeyLengthAt), checked((ushort)keyBytes.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(file.Slice(NameLengthAt), checked((ushort)nameBytes.Length));
        keyBytes.CopyTo(file.Slice(headLength));
        nameBytes.CopyTo(file.Slice(headLength + keyBytes.Length));
        answer.Body.Span.CopyTo(file.Slice(headLength + keyBytes.Length + nameBytes.Length));
        Checksum(bytes, room, file.Slice(ChecksumAt, ChecksumLength));
        return bytes;
    }

    internal static CachedAnswer? Decode(byte[] file, string key)
    {
        bool isJson = file.AsSpan().StartsWith(JsonMagic);
        int headLength = isJson ? JsonLength : PlainLength;
        if (file.Length < headLength || (!isJson && !file.AsSpan().StartsWith(PlainMagic)))
        {
            return null;
        }

        Span<byte> checksum = stackalloc byte[ChecksumLength];
        Checksum(file, 0, checksum);
        if (!checksum.SequenceEqual(file.AsSpan(ChecksumAt, ChecksumLength)))
        {
            return null;
        }

        int keyLength = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(KeyLengthAt));
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(NameLengthAt));
        int bodyAt = headLength + keyLength + nameLength;

        // An answer is found by a hash of its key: two keys with one hash are not to be mixed up.
        if (bodyAt > file.Length || Encoding.UTF8.GetString(file, headLength, keyLength) != key)
        {
            return null;
        }

        long ticks = BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(TimeAt));
        if (ticks < 0 || ticks > LatestTicks)
        {
            return null;
        }

        string name = Encoding.UTF8.GetString(file, headLength + keyLength, nameLength);
        var retrievedAt = new DateTimeOffset(ticks, TimeSpan.Zero);
        return new CachedAnswer(retrievedAt, name.Length == 0 ? null : name, file.AsMemory(bodyAt))
        {
            Data = isJson ? DataOf(file, bodyAt) : null,
        };
    }

    private static CachedData? DataOf(byte[] file, int bodyAt)
    {
        int start = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(DataStartAt));
        int length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(DataLengthAt));
        return start >= 0 && length > 0 && start <= file.Length - bodyAt - length
            ? new CachedData(start, length)
            : null;
    }

    private static void Checksum(byte[] bytes, int start, Span<byte> into)
    {
        Sha256.Hash(bytes, start + TimeAt, bytes.Length - start - TimeAt, into.Slice(0, ChecksumLength));
    }
}
