using System;
using System.IO;

namespace JpoPatent.Tests;

/// <summary>Where the recordings of the live service lie: beside the repository, never in it.</summary>
internal static class SharedFolder
{
    /// <summary>The folder of recordings, or null where it is absent.</summary>
    internal static string? Recordings { get; } = Find();

    private static string? Find()
    {
        string recordings = Path.Combine(SourceTree.Root, "..", "shared", "jpo", "recordings");
        return Directory.Exists(recordings) ? Path.GetFullPath(recordings) : null;
    }
}
