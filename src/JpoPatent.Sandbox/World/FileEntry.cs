using System;

namespace JpoPatent.Sandbox.World;

/// <summary>A document in the file of a family member, as the OPD lists it.</summary>
internal sealed class FileEntry(
    string id, string group, DateTime date, string description, string translated, CaseDocument? document)
{
    /// <summary>The document's id, e.g. <c>Written_Opinion_52400900476_JP</c>.</summary>
    public string Id { get; } = id;

    public string Group { get; } = group;

    public DateTime Date { get; } = date;

    /// <summary>In the office's own language.</summary>
    public string Description { get; } = description;

    /// <summary>In English.</summary>
    public string Translated { get; } = translated;

    /// <summary>The Japanese document; null for files abroad.</summary>
    public CaseDocument? Document { get; } = document;
}
