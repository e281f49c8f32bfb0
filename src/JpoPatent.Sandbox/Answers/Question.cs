using System;
using System.Collections.Generic;

namespace JpoPatent.Sandbox.Answers;

/// <summary>One call that has passed the gate.</summary>
internal sealed class Question(ApiDescriptor api, IReadOnlyList<string> parameters, DateTime today, int remaining)
{
    public ApiDescriptor Api { get; } = api;

    /// <summary>The path's parameters, decoded.</summary>
    public IReadOnlyList<string> Parameters { get; } = parameters;

    /// <summary>The last day whose events the service knows: data are refreshed overnight.</summary>
    public DateTime Horizon { get; } = today.AddDays(-1);

    /// <summary>What is left today of this API, this call counted.</summary>
    public int Remaining { get; } = remaining;
}
