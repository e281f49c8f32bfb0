using System.Collections.Generic;
using JpoPatent.Failures;

namespace JpoPatent.Session;

/// <summary>What is kept of a Connect-JpoApi that failed, for a report to JPO's support centre.</summary>
/// <param name="Host">The host that was asked.</param>
/// <param name="UserName">The user name, so that the report can leave it out.</param>
/// <param name="Failures">The calls that failed, the latest last.</param>
internal sealed record FailedConnect(string Host, string UserName, IReadOnlyList<FailedCall> Failures);
