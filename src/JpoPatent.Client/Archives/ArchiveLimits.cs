namespace JpoPatent.Archives;

/// <summary>
/// How large a bundle may become. Generous beside anything that an office's file holds: a thick one has some hundred
/// pictures and a few hundred megabytes; pictures hardly shrink in a zip, and Japanese text shrinks to a fifth.
/// </summary>
internal static class ArchiveLimits
{
    internal const int MaxEntries = 20_000;

    internal const int MaxDirectoryBytes = 32 * 1024 * 1024;

    /// <summary>Characters of a path in the bundle.</summary>
    internal const int MaxNameLength = 1_000;

    internal const int MaxDepth = 16;

    /// <summary>Bytes of everything, unpacked.</summary>
    internal const long MaxTotalBytes = 4L * 1024 * 1024 * 1024;

    /// <summary>Bytes of one text that is read into memory.</summary>
    internal const int MaxTextBytes = 32 * 1024 * 1024;

    /// <summary>How many times larger than packed an entry, or everything, may become.</summary>
    internal const long MaxRatio = 150;

    /// <summary>What may be of any ratio: an empty page drawn in black and white shrinks to nothing.</summary>
    internal const long FreeBytes = 32L * 1024 * 1024;

    internal static bool IsBomb(long packed, long unpacked) => unpacked > FreeBytes && unpacked / MaxRatio > packed;
}
