using System;

namespace JpoPatent.Sandbox.World;

/// <summary>A notice of reasons for refusal and the answer to it.</summary>
internal sealed class ExaminationRound(DateTime drafted, DateTime notice, DateTime? response)
{
    public DateTime Drafted { get; } = drafted;

    /// <summary>The day of mailing.</summary>
    public DateTime Notice { get; } = notice;

    public DateTime? Response { get; } = response;
}
