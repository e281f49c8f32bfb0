using System.IO;
using JpoPatent.Archives;
using JpoPatent.Documents;

namespace JpoPatent;

/// <summary>A file that lies beside a document in its bundle: a picture, mostly.</summary>
public sealed class JpoAttachment
{
    private readonly SafeArchive _archive;

    internal JpoAttachment(SafeArchive archive, ArchiveEntry entry, string name)
    {
        _archive = archive;
        Entry = entry;
        Name = name;
        MediaType = MediaTypes.Of(entry.Extension);
    }

    /// <summary>Its name, with the folders below the document's own, slashes between.</summary>
    public string Name { get; }

    /// <summary>Size in bytes, unpacked.</summary>
    public long Size => Entry.Length;

    /// <summary>
    /// Media type by the name's ending, such as <c>image/gif</c>;
    /// <c>application/octet-stream</c> where it says nothing.
    /// </summary>
    public string MediaType { get; }

    internal ArchiveEntry Entry { get; }

    /// <summary>The file's bytes.</summary>
    /// <returns>A stream that cannot be written to; the caller disposes of it.</returns>
    /// <exception cref="System.ObjectDisposedException">The bundle was disposed of.</exception>
    public Stream OpenRead() => _archive.OpenRead(Entry);

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
