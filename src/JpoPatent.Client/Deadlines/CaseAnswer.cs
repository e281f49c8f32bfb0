using System.Collections.Generic;

namespace JpoPatent.Deadlines;

/// <summary>What the service said of one case, as far as it was asked and answered.</summary>
internal sealed class CaseAnswer
{
    internal CaseProgress? Progress { get; set; }

    internal CaseRegistration? Registration { get; set; }

    internal IReadOnlyList<JpoDocument> Documents { get; set; } = [];

    /// <summary>What went wrong; what was answered before it stays.</summary>
    internal JpoException? Error { get; set; }
}
