using System;

namespace JpoPatent.Sandbox;

/// <summary>One HTTP request, with all that the service looks at.</summary>
public sealed class SandboxRequest
{
    /// <summary>Describes a request.</summary>
    /// <param name="method">The HTTP method, e.g. <c>GET</c>.</param>
    /// <param name="path">The absolute path with the query, percent-encoded as it came over the wire.</param>
    /// <param name="authorization">The whole <c>Authorization</c> header, or null if absent.</param>
    /// <param name="body">The body, or null if absent.</param>
    /// <exception cref="ArgumentNullException"><paramref name="method"/> or
    /// <paramref name="path"/> is null.</exception>
    public SandboxRequest(string method, string path, string? authorization = null, byte[]? body = null)
    {
        Method = method ?? throw new ArgumentNullException(nameof(method));
        Path = path ?? throw new ArgumentNullException(nameof(path));
        Authorization = authorization;
        Body = body ?? [];
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The absolute path with the query, percent-encoded.</summary>
    public string Path { get; }

    /// <summary>The whole <c>Authorization</c> header, or null.</summary>
    public string? Authorization { get; }

    /// <summary>The body; empty if absent.</summary>
    public byte[] Body { get; }
}
