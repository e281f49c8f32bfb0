using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;

namespace JpoPatent.Answers;

/// <summary>An answer of which users see the items only; each of them says when and whence it came.</summary>
internal class AnswerList<T> : JpoAnswer
    where T : JpoAnswer
{
    [JsonIgnore]
    internal virtual IReadOnlyList<T> Items { get; set; } = JpoList<T>.None;

    internal override void Stamp(DateTimeOffset retrievedAt, bool fromCache, bool isSandbox)
    {
        base.Stamp(retrievedAt, fromCache, isSandbox);
        foreach (T item in Items)
        {
            item.Stamp(retrievedAt, fromCache, isSandbox);
        }
    }
}
