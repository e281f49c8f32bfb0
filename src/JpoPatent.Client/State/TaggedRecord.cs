using System;
using System.Collections.Generic;
using System.Globalization;

namespace JpoPatent.State;

/// <summary>
/// A record as it lies in a shared store: its text, and of each who wrote lately which write of theirs was the last. A
/// process that lost the answer to a write on its way sees by that whether it was done; a plain second try would do it
/// twice.
/// </summary>
internal sealed class TaggedRecord
{
    private const string Magic = "jpopatent 1";

    // More than connections of one ID that write at the same time.
    private const int MaxWriters = 64;

    private readonly List<(string Writer, long Write)> _writers;

    private TaggedRecord(string text, string? version, List<(string Writer, long Write)> writers)
    {
        Text = text;
        Version = version;
        _writers = writers;
    }

    /// <summary>A record that is not there yet.</summary>
    internal static TaggedRecord None { get; } = new(string.Empty, null, []);

    internal string Text { get; }

    /// <summary>The store's version; null for one that is not there.</summary>
    internal string? Version { get; }

    /// <exception cref="StateStoreException">It is something else: a page of a proxy,
    /// or a file of somebody's.</exception>
    internal static TaggedRecord Parse(string content, string version)
    {
        string[] lines = content.Split('\n');
        if (lines.Length != 3 || lines[0] != Magic)
        {
            throw new StateStoreException(Client.Messages.StateStoreForeign, isRefusal: false);
        }

        var writers = new List<(string, long)>();
        foreach (string part in lines[1].Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = part.IndexOf(':');
            if (colon > 0
                && long.TryParse(
                    part.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long write))
            {
                writers.Add((part.Substring(0, colon), write));
            }
        }

        return new TaggedRecord(lines[2], version, writers);
    }

    internal TaggedRecord With(string version) => new(Text, version, _writers);

    /// <summary>The record as somebody's next write leaves it.</summary>
    internal TaggedRecord With(string text, string writer, long write)
    {
        var writers = new List<(string Writer, long Write)>(_writers);
        writers.RemoveAll(known => known.Writer == writer);
        writers.Add((writer, write));
        if (writers.Count > MaxWriters)
        {
            writers.RemoveRange(0, writers.Count - MaxWriters);
        }

        return new TaggedRecord(text, Version, writers);
    }

    internal bool Has(string writer, long write) =>
        _writers.Exists(known => known.Writer == writer && known.Write >= write);

    internal string Format() =>
        Magic + "\n"
        + string.Join(
            " ",
            _writers.ConvertAll(
                static known => known.Writer + ":" + known.Write.ToString(CultureInfo.InvariantCulture)))
        + "\n" + Text;
}
