using System;
using System.Security.Cryptography;

namespace JpoPatent.Text;

/// <summary>
/// The hash of everything that is kept. Where Windows keeps to FIPS, the managed classes of .NET Framework throw, and
/// <c>SHA256.Create()</c> gives one of them; the class of the operating system's own is allowed everywhere.
/// </summary>
internal static class Sha256
{
    internal const int Length = 32;

    internal static byte[] Hash(byte[] bytes) => Hash(bytes, 0, bytes.Length);

    internal static byte[] Hash(byte[] bytes, int start, int count)
    {
#if NET8_0_OR_GREATER
        return SHA256.HashData(bytes.AsSpan(start, count));
#else
        using var sha = new SHA256Cng();
        return sha.ComputeHash(bytes, start, count);
#endif
    }

    /// <summary>The same without a new array where the framework can do it.</summary>
    /// <param name="bytes">Where the bytes are.</param>
    /// <param name="start">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="into">Takes the hash, or as much of it as it has room for.</param>
    internal static void Hash(byte[] bytes, int start, int count, Span<byte> into)
    {
#if NET8_0_OR_GREATER
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(bytes.AsSpan(start, count), hash);
        hash.Slice(0, Math.Min(into.Length, Length)).CopyTo(into);
#else
        Hash(bytes, start, count).AsSpan(0, Math.Min(into.Length, Length)).CopyTo(into);
#endif
    }
}
