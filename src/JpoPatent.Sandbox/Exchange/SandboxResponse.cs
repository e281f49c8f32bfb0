using System.Collections.Generic;

namespace JpoPatent.Sandbox;

/// <summary>One HTTP response of the sandbox.</summary>
public sealed class SandboxResponse
{
    internal SandboxResponse(int status, string contentType, byte[] body, string? contentDisposition = null)
    {
        Status = status;
        ContentType = contentType;
        Body = body;
        if (contentDisposition is not null)
        {
            HeaderList.Add(new("Content-Disposition", contentDisposition));
        }
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The value of <c>Content-Type</c>, e.g. <c>application/json</c>.</summary>
    public string ContentType { get; }

    /// <summary>The other headers: <c>Date</c> by the options' clock, <c>Content-Disposition</c> on bundles.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => HeaderList;

    /// <summary>The body. Not to be changed.</summary>
    public byte[] Body { get; }

    internal List<KeyValuePair<string, string>> HeaderList { get; } = [];
}
