using System;

namespace JpoPatent.Sandbox.World;

/// <summary>A trademark application.</summary>
internal sealed class TrademarkCase(
    string number,
    ulong seed,
    DateTime horizon,
    TrademarkSubject subject) : CaseRecord(JpoLaw.Trademark, number, seed, horizon)
{
    public TrademarkSubject Subject { get; } = subject;

    /// <summary>The day on which the application was made public.</summary>
    public DateTime? PublicationDate { get; set; }
}
