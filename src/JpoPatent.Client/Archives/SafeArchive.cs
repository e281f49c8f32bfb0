using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using JpoPatent.Files;

namespace JpoPatent.Archives;

/// <summary>
/// A bundle that has been proven harmless: every name can be a file below any folder, nothing is a link, no two names
/// are one to some system, and every entry was unpacked once to see that it is whole and no larger than it said.
/// </summary>
internal sealed class SafeArchive
{
    private const uint TypeMask = 0xF000;
    private const uint RegularFile = 0x8000;
    private const uint Folder = 0x4000;
    private const uint ReparsePoint = 0x0400;

    private readonly FileContent _content;

    private SafeArchive(FileContent content, IReadOnlyList<ArchiveEntry> entries)
    {
        _content = content;
        Entries = entries;
    }

    /// <summary>The files, in the order of the bundle.</summary>
    internal IReadOnlyList<ArchiveEntry> Entries { get; }

    /// <exception cref="JpoInvalidAnswerException">The bundle is no zip, or damaged.</exception>
    /// <exception cref="JpoUnsafeArchiveException">The bundle could do harm.</exception>
    internal static SafeArchive Open(FileContent content, CancellationToken cancellationToken)
    {
        IReadOnlyList<ZipRecord> records;
        using (Stream zip = content.OpenRead())
        {
            records = ZipDirectory.Read(zip);
        }

        var archive = new SafeArchive(content, Check(records, content.Length));
        archive.Prove(cancellationToken);
        return archive;
    }

    /// <summary>
    /// How many files the directory of a zip lists, folders aside: cheap enough to ask of every bundle.
    /// </summary>
    /// <returns>Their number; null where the directory cannot be read,
    /// because the zip is damaged or came only in part.</returns>
    internal static int? CountFiles(FileContent content)
    {
        try
        {
            using Stream zip = content.OpenRead();
            int files = 0;
            foreach (ZipRecord record in ZipDirectory.Read(zip))
            {
                files += record.Name.Length > 0 && record.Name[record.Name.Length - 1] == (byte)'/' ? 0 : 1;
            }

            return files;
        }
        catch (JpoInvalidAnswerException)
        {
            return null;
        }
        catch (JpoUnsafeArchiveException)
        {
            // Hostile, but that is what the service has: asking again would only cost an access.
            return int.MaxValue;
        }
    }

    /// <summary>Opens a file of the bundle.</summary>
    internal Stream OpenRead(ArchiveEntry entry)
    {
        Stream zip = _content.OpenRead();
        try
        {
            return new EntryStream(zip, entry);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>A file's bytes.</summary>
    /// <exception cref="JpoUnsafeArchiveException">The file is larger than any document.</exception>
    internal byte[] Read(ArchiveEntry entry)
    {
        if (entry.Length > ArchiveLimits.MaxTextBytes)
        {
            throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyTooLarge, entry.Path);
        }

        byte[] bytes = new byte[entry.Length];
        using Stream stream = OpenRead(entry);
        stream.Fill(bytes);
        return bytes;
    }

    private static List<ArchiveEntry> Check(IReadOnlyList<ZipRecord> records, long packed)
    {
        var entries = new List<ArchiveEntry>(records.Count);
        var files = new HashSet<string>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string> exact = ExactNames(records);
        long total = 0;
        foreach (ZipRecord record in records)
        {
            string name = ArchiveNames.Decode(record, out bool isExact);
            string path = ArchiveNames.ToPath(name, out bool isFolder);
            RequirePlainFile(record, name);
            string folded = ArchiveNames.Fold(path);
            for (int slash = folded.IndexOf('/'); slash > 0; slash = folded.IndexOf('/', slash + 1))
            {
                folders.Add(folded.Substring(0, slash));
            }

            if (isFolder)
            {
                folders.Add(folded);
                continue;
            }

            string shown = path;
            for (int number = 2; !isExact && (files.Contains(folded) || exact.Contains(folded)); number++)
            {
                path = ArchiveNames.Numbered(shown, number);
                folded = ArchiveNames.Fold(path);
            }

            if (!files.Add(folded))
            {
                throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyTwice, name);
            }

            if (record.IsEncrypted
                || record.Method is not (0 or 8)
                || (record.Method == 0 && record.Packed != record.Unpacked))
            {
                throw ArchiveErrors.Damaged(Client.DocumentMessages.WhyMethod, name);
            }

            total += record.Unpacked;
            if (record.Unpacked > ArchiveLimits.MaxTotalBytes || total > ArchiveLimits.MaxTotalBytes
                || ArchiveLimits.IsBomb(record.Packed, record.Unpacked) || ArchiveLimits.IsBomb(packed, total))
            {
                throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyTooLarge, name);
            }

            entries.Add(new ArchiveEntry(path, record));
        }

        // A file cannot also be a folder.
        files.IntersectWith(folders);
        return files.Count == 0 ? entries : throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyTwice);
    }

    /// <summary>The names that can be read: one that cannot must not take the place of one of them.</summary>
    private static HashSet<string> ExactNames(IReadOnlyList<ZipRecord> records)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ZipRecord record in records)
        {
            string name = ArchiveNames.Decode(record, out bool isExact);
            if (isExact)
            {
                names.Add(ArchiveNames.Fold(ArchiveNames.ToPath(name, out _)));
            }
        }

        return names;
    }

    private static void RequirePlainFile(ZipRecord record, string name)
    {
        uint type = (record.Attributes >> 16) & TypeMask;
        if (type is not (0 or RegularFile or Folder) || (record.Attributes & ReparsePoint) != 0)
        {
            throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyLink, name);
        }
    }

    private void Prove(CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 * 1024];
        foreach (ArchiveEntry entry in Entries)
        {
            using Stream stream = OpenRead(entry);
            while (stream.Read(buffer, 0, buffer.Length) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }
}
