using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using JpoPatent.Encodings;

namespace JpoPatent.Archives;

/// <summary>
/// Which names in a bundle may become names of files, on any system: what is harmless on one can be a device, a
/// stream or a way out on another.
/// </summary>
internal static class ArchiveNames
{
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>
    /// Reads the bytes of a name: code page 932 unless the entry says UTF-8. What is no character is shown as
    /// <c>_</c>: a name that cannot be read is no attack.
    /// </summary>
    internal static string Decode(ZipRecord record, out bool isExact)
    {
        string name = record.IsUtf8 ? Encoding.UTF8.GetString(record.Name) : CodePage932.Decode(record.Name).Text;
        char[] shown = Array.ConvertAll(
            name.ToCharArray(), static c => c is CodePage932.Unknown or (>= '\u0080' and <= '\u009F') ? '_' : c);
        isExact = Array.IndexOf(shown, '_') < 0 || string.Equals(name, new string(shown), StringComparison.Ordinal);
        return new string(shown);
    }

    /// <summary>A name for a file whose own cannot be read, where another is shown in the same way.</summary>
    internal static string Numbered(string path, int number)
    {
        int dot = path.LastIndexOf('.');
        int end = dot > path.LastIndexOf('/') + 1 ? dot : path.Length;
        return path.Substring(0, end) + "_" + number.ToString(CultureInfo.InvariantCulture) + path.Substring(end);
    }

    /// <summary>The path that a name means, with single slashes between its parts and none at its end.</summary>
    /// <param name="name">The name in the bundle.</param>
    /// <param name="isFolder">Whether it means a folder.</param>
    /// <exception cref="JpoUnsafeArchiveException">The name is not fit for a file.</exception>
    internal static string ToPath(string name, out bool isFolder)
    {
        if (name.Length > ArchiveLimits.MaxNameLength)
        {
            throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyNameTooLong, name);
        }

        // Windows takes both for a separator, so a name with either is one with folders.
        string path = name.Replace('\\', '/');
        if (path.Length == 0 || path[0] == '/')
        {
            throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyAbsolute, name);
        }

        isFolder = path[path.Length - 1] == '/';
        var parts = new List<string>();
        foreach (string part in path.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (Fault(part) is { } fault)
            {
                throw ArchiveErrors.Unsafe(fault, name);
            }

            parts.Add(part);
        }

        if (parts.Count > ArchiveLimits.MaxDepth)
        {
            throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyTooDeep, name);
        }

        return parts.Count > 0 ? string.Join("/", parts)
            : isFolder ? string.Empty
            : throw ArchiveErrors.Unsafe(Client.DocumentMessages.WhyAbsolute, name);
    }

    /// <summary>What two names have in common that some system takes for one.</summary>
    internal static string Fold(string path) => path.Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>Whether a name without its extension is a device's on Windows.</summary>
    internal static bool IsDevice(string part)
    {
        int dot = part.IndexOf('.');
        return Devices.Contains((dot < 0 ? part : part.Substring(0, dot)).TrimEnd(' '));
    }

    /// <summary>
    /// Whether a character may stand in the name of a file on every system, and shows itself as what it is.
    /// </summary>
    internal static bool IsPlain(char c) =>
        !char.IsControl(c)
        && c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or '/' or '\\')
        && c < '\uFFF0' && c is not (>= '\uFDD0' and <= '\uFDEF')
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);

    private static string? Fault(string part)
    {
        if (part == "..")
        {
            return Client.DocumentMessages.WhyParent;
        }

        if (part.IndexOf(':') >= 0)
        {
            return Client.DocumentMessages.WhyColon;
        }

        if (part[part.Length - 1] is '.' or ' ')
        {
            return Client.DocumentMessages.WhyTrailing;
        }

        if (IsDevice(part))
        {
            return Client.DocumentMessages.WhyDevice;
        }

        for (int i = 0; i < part.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(part[i]) && i + 1 < part.Length && char.IsLowSurrogate(part[i + 1]);
            if (isPair)
            {
                i++;
            }
            else if (char.IsSurrogate(part[i]) || !IsPlain(part[i]))
            {
                return Client.DocumentMessages.WhyCharacter;
            }
        }

        return null;
    }
}
