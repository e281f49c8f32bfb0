namespace JpoPatent.TestServer;

/// <summary>A request as the service sees it, without a web server around it.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">The path, percent-encoded as it came.</param>
/// <param name="Authorization">The header of that name, or null.</param>
/// <param name="Body">The body as text; empty where there is none.</param>
/// <param name="Query">The query with its question mark, as it came; empty where there is none.</param>
public sealed record ServiceRequest(string Method, string Path, string? Authorization, string Body, string Query = "");
