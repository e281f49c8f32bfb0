using System;
using JpoPatent.Text;

namespace JpoPatent;

/// <summary>One thing that the client does on behalf of a call, told while it happens.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Delay">How long it will take, where it is a wait.</param>
public sealed record JpoActivity(JpoActivityKind Kind, string Message, TimeSpan? Delay = null)
{
    /// <summary>The same in words.</summary>
    public string Message { get; init; } = Redaction.Clean(Message);

    /// <summary>How much of it is done, in hundredths, where that is known.</summary>
    public int? Percent { get; init; }
}
