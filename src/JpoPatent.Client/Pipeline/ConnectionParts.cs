using System;
using JpoPatent.Authentication;
using JpoPatent.Caching;
using JpoPatent.Pacing;
using JpoPatent.Quota;
using JpoPatent.Retries;
using JpoPatent.Time;

namespace JpoPatent.Pipeline;

/// <summary>
/// What the handlers of one connection work with. The handlers themselves hold nothing: they are made by the factory,
/// for every connection of the process.
/// </summary>
internal sealed class ConnectionParts
{
    internal required AnswerKeeper Cache { get; init; }

    /// <summary>The calls under way; null where no other process can see them.</summary>
    internal required FlightBoard? Flights { get; init; }

    internal required ServiceClock Clock { get; init; }

    internal required RetryLoop Retry { get; init; }

    internal required QuotaGuard Guard { get; init; }

    internal required Pacer Pacer { get; init; }

    internal required TokenProvider Tokens { get; init; }

    /// <summary>How long one try may take.</summary>
    internal required TimeSpan Timeout { get; init; }
}
