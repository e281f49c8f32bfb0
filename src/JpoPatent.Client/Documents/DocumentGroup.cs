using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using JpoPatent.Archives;

namespace JpoPatent.Documents;

/// <summary>
/// The files of a bundle that make one document: <c>A53_52400900476/…</c>, <c>06124084096-jpntce…</c>,
/// <c>06425090392P.HTM</c>.
/// </summary>
internal sealed class DocumentGroup
{
    private static readonly Regex NumberedFolder = new(
        "(?:^|/)([A-Z][0-9]{2,7})_([0-9]{11})$", RegexOptions.CultureInvariant);
    private static readonly Regex NumberedFile = new("^([0-9]{11})(?![0-9])", RegexOptions.CultureInvariant);
    private static readonly Regex PartFile = new(
        "^(JPO(?:XML|SGML)DOC[0-9]{1,3})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex NumberInId = new("(?:^|[^0-9])([0-9]{11})(?![0-9])", RegexOptions.CultureInvariant);

    private readonly List<ArchiveEntry> _files = [];
    private readonly List<ArchiveEntry> _attachments = [];

    private DocumentGroup(string folder) => Folder = folder;

    /// <summary>The folder below which all of it lies.</summary>
    internal string Folder { get; }

    /// <summary>The document's number; null where its name has none.</summary>
    internal string? Number { get; private set; }

    /// <summary>The code of its kind; null where its folder has none.</summary>
    internal string? Code { get; private set; }

    /// <summary>The files with text, in the order in which a person reads them.</summary>
    internal IReadOnlyList<ArchiveEntry> Files => _files;

    internal IReadOnlyList<ArchiveEntry> Attachments => _attachments;

    /// <summary>Sorts the files of a bundle.</summary>
    internal static IReadOnlyList<DocumentGroup> Sort(IReadOnlyList<ArchiveEntry> entries)
    {
        var groups = new List<DocumentGroup>();
        var byKey = new Dictionary<string, DocumentGroup>(StringComparer.Ordinal);
        foreach (ArchiveEntry entry in entries)
        {
            (string key, string folder, string? code, string? number) = KeyOf(entry);
            if (!byKey.TryGetValue(key, out DocumentGroup? group))
            {
                group = new DocumentGroup(folder) { Code = code, Number = number };
                byKey.Add(key, group);
                groups.Add(group);
            }

            (IsText(entry) ? group._files : group._attachments).Add(entry);
        }

        AdoptOrphans(groups);
        foreach (DocumentGroup group in groups)
        {
            group._files.Sort(
                static (a, b) => RankOf(a) is var x && RankOf(b) is var y && x != y
                    ? x.CompareTo(y)
                    : string.CompareOrdinal(a.Path, b.Path));
        }

        return groups;
    }

    /// <summary>The number in the id of a document of the OPD: <c>Written_Opinion_50800695453_JP</c>.</summary>
    internal static string? NumberOf(string? id) =>
        id != null && NumberInId.Match(id) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>An attachment's name, seen from the document's folder.</summary>
    internal string NameOf(ArchiveEntry entry) =>
        Folder.Length > 0 && entry.Path.StartsWith(Folder + "/", StringComparison.Ordinal)
            ? entry.Path.Substring(Folder.Length + 1)
            : entry.Path;

    private static (string Key, string Folder, string? Code, string? Number) KeyOf(ArchiveEntry entry)
    {
        string folder = entry.Folder;
        for (string above = folder;
            above.Length > 0;
            above = above.LastIndexOf('/') is >= 0 and int slash ? above.Substring(0, slash) : string.Empty)
        {
            if (NumberedFolder.Match(above) is { Success: true } match)
            {
                return (above + "/", above, match.Groups[1].Value, match.Groups[2].Value);
            }
        }

        if (NumberedFile.Match(entry.Name) is { Success: true } file)
        {
            return (folder + "/" + file.Value, folder, null, file.Groups[1].Value);
        }

        if (PartFile.Match(entry.Name) is { Success: true } part)
        {
            return (folder + "/" + part.Value.ToUpperInvariant(), folder, null, null);
        }

        return (entry.Path, folder, null, null);
    }

    /// <summary>
    /// Files that belong to no document by their name go to the document of their folder, else to the first one; a
    /// bundle without any text has a document a file.
    /// </summary>
    private static void AdoptOrphans(List<DocumentGroup> groups)
    {
        DocumentGroup? first = groups.Find(static group => group._files.Count > 0);
        if (first == null)
        {
            foreach (DocumentGroup group in groups)
            {
                group._files.AddRange(group._attachments);
                group._attachments.Clear();
            }

            return;
        }

        foreach (DocumentGroup orphan in groups.FindAll(static group => group._files.Count == 0))
        {
            DocumentGroup parent = groups.Find(group => group._files.Count > 0 && group.Folder == orphan.Folder)
                ?? first;
            parent._attachments.AddRange(orphan._attachments);
            groups.Remove(orphan);
        }
    }

    /// <summary>
    /// Whether a file is a part of the document to be read. Lists of files and the like,
    /// which come with applications, are not.
    /// </summary>
    private static bool IsText(ArchiveEntry entry) =>
        entry.Extension is ".xml" or ".htm" or ".html" or ".sgm" or ".sgml"
        && RankOf(entry) < 9
        && entry.Length <= ArchiveLimits.MaxTextBytes;

    private static int RankOf(ArchiveEntry entry)
    {
        string name = entry.Name.ToLowerInvariant();
        return Has("jpntce") || Has("jpbibl") || Has("requ") ? 0
            : Has("appb") ? 1
            : Has("jpfolb") ? 2
            : Has("pkgh") || Has("pkda") || Has("jpflst") || Has("jpmngt") || Has("jpseql") ? 9
            : 3;

        bool Has(string part) => name.IndexOf("-" + part, StringComparison.Ordinal) >= 0;
    }
}
