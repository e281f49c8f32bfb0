using System;
using JpoPatent.Files;

namespace JpoPatent.Documents;

/// <summary>What is known of a bundle before it is opened.</summary>
internal sealed class BundleFacts
{
    internal required FileContent Content { get; init; }

    internal required string ApplicationNumber { get; init; }

    internal required JpoLaw Law { get; init; }

    /// <summary>What was asked for; null for a document of the OPD.</summary>
    internal DocumentKind? Kind { get; init; }

    /// <summary>Id of a document of the OPD.</summary>
    internal string? DocumentId { get; init; }

    internal required string FileName { get; init; }

    internal DateTimeOffset RetrievedAt { get; init; }

    internal bool FromCache { get; init; }

    internal bool IsSandbox { get; init; }
}
