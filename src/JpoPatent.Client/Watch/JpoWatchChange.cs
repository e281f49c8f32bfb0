using System;
using System.Collections.Generic;

namespace JpoPatent;

/// <summary>A change that a watch found, with the user's own columns of the case behind it.</summary>
public sealed class JpoWatchChange
{
    internal JpoWatchChange()
    {
    }

    /// <summary>Its number, rising by one: keep the last one told and ask for what came after.</summary>
    public long Sequence { get; internal set; }

    /// <summary>The number of the case as people write it.</summary>
    public string? Number { get; internal init; }

    /// <summary>The law of the case.</summary>
    public JpoLaw Law { get; internal init; }

    /// <summary>What kind of change it is.</summary>
    public JpoWatchChangeKind Kind { get; internal init; }

    /// <summary>How much hangs on it.</summary>
    public JpoWatchImportance Importance { get; internal init; }

    /// <summary>What differs, e.g. <c>State</c>; of a document its code.</summary>
    public string? Property { get; internal init; }

    /// <summary>The value before; null where there was none.</summary>
    public string? Before { get; internal init; }

    /// <summary>The value now; of a document its name.</summary>
    public string? After { get; internal init; }

    /// <summary>The day of the document, or from which the state holds; null where that is not known.</summary>
    public DateTime? LegalDate { get; internal init; }

    /// <summary>When the look was made that showed it.</summary>
    public DateTimeOffset DetectedAt { get; internal init; }

    /// <summary>The night of the look before, which did not show it.</summary>
    public DateTime? PreviousLook { get; internal init; }

    /// <summary>What is due because of it; null where nothing is, or where it is not known.</summary>
    public DateTime? DueDate { get; internal init; }

    /// <summary>The case in the watch.</summary>
    internal string Key { get; init; } = string.Empty;

    /// <summary>The word of another version that this one does not know.</summary>
    internal string? KindWord { get; init; }

    /// <summary>Fields of another version, as JSON, to be kept.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Unknown { get; init; } = [];

    /// <summary>Number, kind and values.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Sequence} {Number}: {Property} {Before} -> {After}");
}
