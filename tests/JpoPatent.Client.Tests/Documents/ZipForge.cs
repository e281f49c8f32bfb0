using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace JpoPatent.Tests.Documents;

/// <summary>Writes zips, also such as no program would: with a second writer, the reader is not tested against its own mistakes.</summary>
internal static class ZipForge
{
    public static Encoding Cp932 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    /// <summary>An honest zip of names and texts in code page 932, by the framework's writer.</summary>
    public static byte[] Honest(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Cp932))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Zip(params ForgedEntry[] entries) => Zip(entries, comment: [], count: null);

    public static byte[] Zip(IReadOnlyList<ForgedEntry> entries, byte[] comment, int? count)
    {
        using var zip = new MemoryStream();
        using var writer = new BinaryWriter(zip);
        var directory = new List<byte[]>();
        foreach (ForgedEntry entry in entries)
        {
            byte[] packed = entry.Packed ?? (entry.IsStored ? entry.Content : Deflate(entry.Content));
            ushort method = (ushort)(entry.Method ?? (entry.IsStored ? 0 : 8));
            uint sum = entry.Checksum ?? System32(entry.Content);
            uint unpacked = entry.Unpacked ?? (uint)entry.Content.Length;
            uint offset = (uint)zip.Position;
            byte[] local = entry.LocalName ?? entry.Name;
            writer.Write(0x04034B50u);
            Common(writer, entry.Flags, method, sum, (uint)packed.Length, unpacked);
            writer.Write((ushort)local.Length);
            writer.Write((ushort)0);
            writer.Write(local);
            writer.Write(packed);

            using var record = new MemoryStream();
            using var central = new BinaryWriter(record);
            central.Write(0x02014B50u);
            central.Write((ushort)0x0314);
            Common(central, entry.Flags, method, sum, (uint)packed.Length, unpacked);
            central.Write((ushort)entry.Name.Length);
            central.Write(new byte[8]);
            central.Write(entry.Attributes);
            central.Write(entry.Offset ?? offset);
            central.Write(entry.Name);
            directory.Add(record.ToArray());
        }

        uint start = (uint)zip.Position;
        directory.ForEach(record => writer.Write(record));
        uint size = (uint)(zip.Position - start);
        writer.Write(0x06054B50u);
        writer.Write(0u);
        writer.Write((ushort)(count ?? entries.Count));
        writer.Write((ushort)(count ?? entries.Count));
        writer.Write(size);
        writer.Write(start);
        writer.Write((ushort)comment.Length);
        writer.Write(comment);
        return zip.ToArray();
    }

    public static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static void Common(BinaryWriter writer, int flags, ushort method, uint sum, uint packed, uint unpacked)
    {
        writer.Write((ushort)20);
        writer.Write((ushort)flags);
        writer.Write(method);
        writer.Write(0x5A21_0000u);
        writer.Write(sum);
        writer.Write(packed);
        writer.Write(unpacked);
    }

    /// <summary>The checksum bit by bit, as its definition has it.</summary>
    private static uint System32(byte[] content)
    {
        uint sum = 0xFFFFFFFF;
        foreach (byte value in content)
        {
            sum ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }
}
