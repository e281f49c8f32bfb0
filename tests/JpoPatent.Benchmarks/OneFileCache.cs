using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace JpoPatent.Benchmarks;

/// <summary>
/// What the cache would be as one file for each answer: the least that keeps a half-written or damaged answer from being served. See docs/decisions/0011.
/// </summary>
internal sealed class OneFileCache(string folder)
{
    private const int HashLength = 32;

    internal byte[]? Read(ApiDescriptor api, string parameters)
    {
        try
        {
            byte[] file = File.ReadAllBytes(PathOf(api, parameters));
            ReadOnlySpan<byte> body = file.AsSpan(Math.Min(HashLength, file.Length));
            return SHA256.HashData(body).AsSpan().SequenceEqual(file.AsSpan(0, Math.Min(HashLength, file.Length))) ? body.ToArray() : null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    internal void Write(ApiDescriptor api, string parameters, byte[] body)
    {
        string path = PathOf(api, parameters);
        string temporary = path + "." + Guid.NewGuid().ToString("N");
        using (FileStream stream = File.Create(temporary))
        {
            stream.Write(SHA256.HashData(body));
            stream.Write(body);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(ApiDescriptor api, string parameters) =>
        Path.Combine(folder, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(api.Id + "/" + parameters)).AsSpan(0, 16)));
}
