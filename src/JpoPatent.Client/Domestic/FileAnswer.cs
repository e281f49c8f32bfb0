using System;

namespace JpoPatent;

/// <summary>A file as the service sent it.</summary>
internal sealed class FileAnswer : JpoAnswer
{
    /// <summary>The name that the service gave to the file, not fit for a path as it is; null where it gave none.</summary>
    internal required string? FileName { get; init; }

    internal required AnswerForm Form { get; init; }

    internal required ReadOnlyMemory<byte> Body { get; init; }
}
