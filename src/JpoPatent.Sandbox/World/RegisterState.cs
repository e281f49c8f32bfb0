using System;

namespace JpoPatent.Sandbox.World;

/// <summary>What the register says about a right on some day.</summary>
internal sealed class RegisterState(
    DateTime expires, DateTime? gone, DateTime? nextDue, int paidYears, DateTime updated)
{
    public DateTime Expires { get; } = expires;

    /// <summary>The day on which the right ended; null while it is in force.</summary>
    public DateTime? Gone { get; } = gone;

    /// <summary>When the next annuity or renewal is due; null after the end, or when all is paid.</summary>
    public DateTime? NextDue { get; } = nextDue;

    /// <summary>The last year that is paid for.</summary>
    public int PaidYears { get; } = paidYears;

    public DateTime Updated { get; } = updated;

    /// <summary>
    /// <c>00</c> in force, <c>01</c> ended. The service's table has more codes for the ways in which a right can end.
    /// </summary>
    public string Erasure => Gone is null ? "00" : "01";
}
