namespace JpoPatent.Archives;

/// <summary>A file in a bundle whose name and size are harmless.</summary>
internal sealed class ArchiveEntry(string path, ZipRecord record)
{
    /// <summary>Folders and name, with slashes.</summary>
    internal string Path => path;

    /// <summary>The folders alone, without a slash at the end; empty if absent.</summary>
    internal string Folder => path.LastIndexOf('/') is >= 0 and int slash ? path.Substring(0, slash) : string.Empty;

    /// <summary>The name alone.</summary>
    internal string Name => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>The ending in lower case, with its dot; empty if absent.</summary>
    internal string Extension =>
        Name.LastIndexOf('.') is > 0 and int dot ? Name.Substring(dot).ToLowerInvariant() : string.Empty;

    internal long Length => record.Unpacked;

    internal ZipRecord Record => record;
}
