using System;
using System.Collections.Generic;
using System.IO;

namespace JpoPatent.Saving;

/// <summary>
/// The documents that a folder holds, by case and document number: the first and the last part of their names. What
/// stands between, day and name, can differ from one night to the next, since both may come from the progress answer.
/// </summary>
internal sealed class SavedDocuments
{
    private readonly Dictionary<string, string> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _folder;

    internal SavedDocuments(string folder)
    {
        _folder = folder;
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (string path in Directory.EnumerateFileSystemEntries(folder))
        {
            string key = KeyOf(path);
            if (!_byKey.ContainsKey(key))
            {
                _byKey.Add(key, path);
            }
        }
    }

    /// <summary>What is there of a document that would be saved under a path; null where nothing is.</summary>
    internal string? Find(string path)
    {
        // A document with pictures has a folder of its own, below which its file lies.
        string entry = path;
        while (Path.GetDirectoryName(entry) is { } above && above.Length > _folder.Length)
        {
            entry = above;
        }

        return _byKey.TryGetValue(KeyOf(entry), out string? found) ? found : null;
    }

    private static string KeyOf(string path)
    {
        string name = Path.GetFileName(path);
        int first = name.IndexOf('_');
        int last = name.LastIndexOf('_');
        return first < 0 || first == last ? name : name.Substring(0, first) + name.Substring(last);
    }
}
