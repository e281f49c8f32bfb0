using System;

namespace JpoPatent.TestServer;

/// <summary>One call of an API in the log.</summary>
/// <param name="Path">The path as it came.</param>
/// <param name="Api">The API's id.</param>
/// <param name="At">When it came, by the machine's clock.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Code">The envelope's status code, or null.</param>
public sealed record LoggedCall(string Path, string Api, DateTimeOffset At, int Status, string? Code);
