using System;
using System.Runtime.InteropServices;
using System.Text;

namespace JpoPatent.Http;

/// <summary>What must never be seen outside the pipeline.</summary>
internal static class Secrets
{
    // The service's tokens have hundreds of characters. A shorter one, as a test may hand out,
    // could be a word of any answer.
    private const int ShortestToken = 16;

    /// <summary>
    /// Makes a token unreadable wherever a body repeats it, before anybody else sees the body: some gateways show the
    /// headers that they got, and what the service says stands in messages, in the cache and in the report to JPO's
    /// support.
    /// </summary>
    internal static void Blank(ReadOnlyMemory<byte> body, string? token)
    {
        if (token == null || token.Length < ShortestToken)
        {
            return;
        }

        Span<byte> rest = MemoryMarshal.AsMemory(body).Span;
        byte[] secret = Encoding.UTF8.GetBytes(token);
        for (int at = rest.IndexOf(secret); at >= 0; at = rest.IndexOf(secret))
        {
            rest.Slice(at, secret.Length).Fill((byte)'*');
            rest = rest.Slice(at + secret.Length);
        }
    }
}
