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
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            {
                string recordings = Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared", "jpo", "recordings");
                return Directory.Exists(recordings) ? recordings : null;
            }
        }

        return null;
    }
}
