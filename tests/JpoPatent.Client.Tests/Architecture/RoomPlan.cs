using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace JpoPatent.Tests;

/// <summary>The rooms of one project as they are, and as docs/architecture.md names them.</summary>
internal sealed class RoomPlan
{
    internal const string Root = "(root)";

    private static readonly Regex Declaration = new(
        @"^(public|internal|file) (?:(?:static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|record struct|record|struct|enum|interface|delegate [\w<>?,. \[\]]+?) (\w+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private static readonly Regex Comment = new("(?m)^\\s*//.*$|(?<![:\"\\w])//.*$|(?<![$@\"])\"(?:\\\\.|[^\"\\\\\\n])*\"", RegexOptions.CultureInvariant);

    internal RoomPlan(string repository, string project, string heading)
    {
        string folder = Path.Combine(repository, "src", project);
        Files = [.. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(file, @"[/\\](obj|bin)[/\\]"))
            .Select(file => new Source(RoomOf(folder, file), file, File.ReadAllText(file)))];
        Named = ReadTable(Path.Combine(repository, "docs", "architecture.md"), heading);
        HasWords = Directory.Exists(Path.Combine(folder, "Resources"));
    }

    internal IReadOnlyList<Source> Files { get; }

    /// <summary>The rooms that the page names, from the top down.</summary>
    internal IReadOnlyList<string> Named { get; }

    /// <summary>Whether there is a room of words, whose classes are made from them by the build.</summary>
    internal bool HasWords { get; }

    /// <summary>The room of each type, by its name.</summary>
    internal Dictionary<string, string> RoomOfType => Files
        .SelectMany(file => file.Types.Select(type => (type.Name, file.Room)))
        .ToDictionary(pair => pair.Name, pair => pair.Room);

    internal static string ReadSection(string page, string heading)
    {
        string text = File.ReadAllText(page).Replace("\r", string.Empty, StringComparison.Ordinal);
        int start = text.IndexOf("\n## " + heading + "\n", StringComparison.Ordinal);
        if (start < 0)
        {
            throw new InvalidOperationException($"The page has no section '{heading}'.");
        }

        int end = text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static List<string> ReadTable(string page, string heading) =>
        [.. Regex.Matches(ReadSection(page, heading), @"^\| (?:`(\w+)/`|\(root\)) \|", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Success ? match.Groups[1].Value : Root)];

    private static string RoomOf(string folder, string file)
    {
        string path = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Replace('\\', '/');
        return path == "." ? Root : path;
    }

    internal sealed record Source(string Room, string Path, string Text)
    {
        internal string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(Path);

        internal string Namespace { get; } = Regex.Match(Text, @"^namespace ([\w.]+)[;\s]", RegexOptions.Multiline).Groups[1].Value;

        internal IReadOnlyList<(bool IsPublic, string Name)> Types { get; } =
            [.. Declaration.Matches(Text).Select(match => (match.Groups[1].Value == "public", match.Groups[2].Value))];

        internal IReadOnlyList<string> Usings { get; } =
            [.. Regex.Matches(Text, @"^using (?:static )?(?:\w+ = )?([\w.]+);", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];

        /// <summary>The code without comments and plain texts.</summary>
        internal string Code { get; } = Comment.Replace(Text, string.Empty);

        public override string ToString() => Room + "/" + Name;
    }
}
