using System;
using System.Net;
using System.Net.Http;

namespace JpoPatent;

/// <summary>What came over the wire, read to its end.</summary>
internal sealed class WireAnswer(HttpResponseMessage message, ReadOnlyMemory<byte> body) : IDisposable
{
    internal HttpResponseMessage Message => message;

    internal HttpStatusCode Status => message.StatusCode;

    internal ReadOnlyMemory<byte> Body => body;

    public void Dispose() => message.Dispose();
}
