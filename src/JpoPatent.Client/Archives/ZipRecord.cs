namespace JpoPatent.Archives;

/// <summary>What a zip's directory says of one entry.</summary>
internal sealed class ZipRecord
{
    /// <summary>The name as it stands there, in whatever encoding.</summary>
    internal required byte[] Name { get; init; }

    /// <summary>Whether the entry itself says that its name is UTF-8.</summary>
    internal bool IsUtf8 { get; init; }

    internal bool IsEncrypted { get; init; }

    internal int Method { get; init; }

    internal uint Checksum { get; init; }

    internal long Packed { get; init; }

    internal long Unpacked { get; init; }

    /// <summary>Where the entry's own header begins.</summary>
    internal long Offset { get; init; }

    /// <summary>Mode bits of Unix in the upper half, attributes of Windows in the lower.</summary>
    internal uint Attributes { get; init; }
}
