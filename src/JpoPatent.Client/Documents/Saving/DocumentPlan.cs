using System;
using System.Collections.Generic;

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

    /// <summary>Every file, with its folder; empty where another document of the same bundle has already brought the zip.</summary>
    public IReadOnlyList<string> Paths { get; }

    internal IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>The bundle that is saved as a whole, which is done once.</summary>
    internal FileContent? Bundle { get; init; }

    /// <summary>The document's own file.</summary>
    /// <returns><see cref="Target"/>.</returns>
    public override string ToString() => Target;
}
