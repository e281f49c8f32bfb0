using System;

namespace JpoPatent.Files;

/// <summary>What an API for files answers: the file, or for more than 10 MB the address at which it lies for some minutes.</summary>
internal sealed class FileOrAddress : JpoAnswer
{
    /// <summary>Exactly one of the two is there.</summary>
    internal FileAnswer? File { get; init; }

    internal Uri? Address { get; init; }

    /// <summary>A file came when its address came, whether it was fetched from there or was the answer itself.</summary>
    internal FileAnswer Stamped(FileAnswer file)
    {
        file.Stamp(RetrievedAt, FromCache, IsSandbox);
        return file;
    }
}
