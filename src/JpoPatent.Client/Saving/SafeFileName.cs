using System;
using System.Collections.Generic;
using System.Text;
using JpoPatent.Archives;

namespace JpoPatent.Saving;

/// <summary>Names of files that every system takes, as long as they may be and no longer.</summary>
internal static class SafeFileName
{
    /// <summary>
    /// Windows counts 255 UTF-16 units, Linux 255 bytes, of which a kanji takes three;
    /// some are left for names of temporary files.
    /// </summary>
    internal const int MaxBytes = 240;

    internal const int MaxUnits = 240;

    /// <summary>
    /// Makes a name of parts with an underscore between. Where it is too long, the longest part gives way.
    /// </summary>
    /// <param name="parts">The parts; empty ones are left out.</param>
    /// <param name="extension">The ending with its dot.</param>
    /// <param name="maxUnits">How many UTF-16 units there is room for.</param>
    internal static string Join(IEnumerable<string?> parts, string extension, int maxUnits)
    {
        var names = new List<string>();
        foreach (string? part in parts)
        {
            if (Clean(part) is { Length: > 0 } clean)
            {
                names.Add(clean);
            }
        }

        if (names.Count == 0)
        {
            names.Add("document");
        }

        while (IsTooLong(string.Join("_", names) + extension, maxUnits) && Shorten(names))
        {
        }

        string name = string.Join("_", names);
        return (ArchiveNames.IsDevice(name) ? "_" + name : name) + extension;
    }

    /// <summary>Cuts a name that is too long, keeping its ending.</summary>
    internal static string Fit(string name, int maxUnits)
    {
        int dot = name.LastIndexOf('.');
        string extension = dot > 0 && name.Length - dot <= 10 ? name.Substring(dot) : string.Empty;
        return IsTooLong(name, maxUnits)
            ? Join([name.Substring(0, name.Length - extension.Length)], extension, maxUnits)
            : name;
    }

    /// <summary>A text without what names of files cannot have.</summary>
    internal static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (char c in text ?? string.Empty)
        {
            char shown = char.IsWhiteSpace(c) ? ' ' : !ArchiveNames.IsPlain(c) || char.IsSurrogate(c) ? '_' : c;
            if (shown is not (' ' or '_') || (clean.Length > 0 && clean[clean.Length - 1] != shown))
            {
                clean.Append(shown);
            }
        }

        return clean.ToString().Trim(' ', '.', '_');
    }

    private static bool IsTooLong(string name, int maxUnits) =>
        name.Length > Math.Min(maxUnits, MaxUnits) || Encoding.UTF8.GetByteCount(name) > MaxBytes;

    private static bool Shorten(List<string> names)
    {
        int longest = 0;
        for (int i = 1; i < names.Count; i++)
        {
            if (names[i].Length > names[longest].Length)
            {
                longest = i;
            }
        }

        // Numbers and dates are shorter than this, and stay whole.
        if (names[longest].Length <= 12)
        {
            return false;
        }

        names[longest] = names[longest].Substring(0, names[longest].Length - 1).TrimEnd(' ', '.', '_');
        return true;
    }
}
