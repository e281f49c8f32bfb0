using System;
using System.IO;

namespace JpoPatent.Tests.Models;

/// <summary>The service's description and recordings, which lie beside the repository where there are any.</summary>
internal static class Shared
{
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared", "jpo");
            if (File.Exists(Path.Combine(candidate, "domestic-fields.txt")))
            {
                return candidate;
            }
        }

        return null;
    }
}
