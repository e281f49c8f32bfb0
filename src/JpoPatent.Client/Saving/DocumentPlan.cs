using System;
using System.Collections.Generic;
using JpoPatent.Files;
using JpoPatent.Saving;

namespace JpoPatent;

/// <summary>Which files saving a document would write. Nothing is written yet.</summary>
public sealed class DocumentPlan
{
    internal DocumentPlan(string target, IReadOnlyList<PlannedFile> files)
    {
        Target = target;
        Files = files;
        string[] paths = new string[files.Count];
        for (int i = 0; i < paths.Length; i++)
        {
            paths[i] = files[i].Path;
        }

        Paths = Array.AsReadOnly(paths);
    }

    /// <summary>The document's own file, with its folder: what to show when asking whether to go on.</summary>
    public string Target { get; }

    /// <summary>
    /// Every file to be written, with its folder; empty where another document of the same bundle has already brought
    /// the zip, or where all of them are there.
    /// </summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>
    /// The files that are there already and are left alone, with their folders; empty for a writer that does not skip.
    /// </summary>
    public IReadOnlyList<string> ExistingPaths { get; internal init; } = [];

    internal IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>The bundle that is saved as a whole, which is done once.</summary>
    internal FileContent? Bundle { get; init; }

    /// <summary>The document's own file.</summary>
    /// <returns><see cref="Target"/>.</returns>
    public override string ToString() => Target;
}
