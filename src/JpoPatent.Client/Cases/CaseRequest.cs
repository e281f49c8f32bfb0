using System.Collections.Generic;

namespace JpoPatent.Cases;

/// <summary>
/// A row that was read: the user's own columns, what the module said of the case before, and which case it is.
/// </summary>
internal sealed class CaseRequest
{
    internal required CaseRow Row { get; init; }

    /// <summary>The user's own columns, in their order.</summary>
    internal required IReadOnlyList<KeyValuePair<string, object?>> Own { get; init; }

    /// <summary>
    /// What the module said of the case when the row went out; empty where the row is the user's alone.
    /// </summary>
    internal required CaseValues Known { get; init; }

    /// <summary>The number as the user wrote it; null if absent.</summary>
    internal string? Written { get; init; }

    /// <summary>The number of the case; null where it cannot be read.</summary>
    internal JpoNumber? Number { get; init; }

    /// <summary>
    /// Why the number cannot be read: <see cref="JpoInvalidNumberException"/> or
    /// <see cref="JpoNotCoveredException"/>; else null.
    /// </summary>
    internal JpoException? Error { get; init; }

    /// <summary>Whether neither this row nor one before it has a column for numbers.</summary>
    internal bool LacksColumn { get; init; }

    /// <summary>Where the number stands in the file; null where the row came from no file.</summary>
    internal string? Place { get; init; }

    /// <summary>
    /// What tells the case from every other, the same for every spelling; null where the number cannot be read.
    /// </summary>
    internal CaseKey? Key => Number == null ? null : CaseKey.Of(Number);
}
