using System;
using System.IO;

namespace JpoPatent.Tests;

/// <summary>The repository that these tests were built in.</summary>
internal static class SourceTree
{
    /// <summary>Its top folder.</summary>
    internal static string Root { get; } = Find();

    /// <summary>The text of a file of it, with line feeds alone.</summary>
    /// <param name="path">From the top folder on, with slashes.</param>
    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Find()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "JpoPatent.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run within the repository.");
        }

        return folder.FullName;
    }
}
