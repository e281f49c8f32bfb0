using System;
using System.Collections.Concurrent;
using System.Globalization;
using JpoPatent.Sandbox.Documents;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox.Answers;

/// <summary>
/// Where bundles above the limit are fetched from: addresses outside the service's host that are signed for a while.
/// Like the real object store it refuses a request that brings a token as well.
/// </summary>
internal sealed class BundleStore
{
    private const string Folder = "/large-bundles/";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, byte[]> _bundles = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly int _limit;
    private readonly Uri _address;

    public BundleStore(SandboxOptions options)
    {
        _time = options.Time;
        _limit = options.LargeBundleBytes;
        _address = options.BundleStore;
    }

    public bool IsTooLarge(byte[] bundle) => bundle.Length > _limit;

    /// <summary>Puts a bundle there and gives its address.</summary>
    public string AddressOf(string name, byte[] bundle)
    {
        _bundles[name] = bundle;
        long expires = _time.GetUtcNow().Add(Lifetime).ToUnixTimeSeconds();
        return new Uri(_address, Folder + name).AbsoluteUri + "?Signature=" + Signature(name, expires) + "&Expires="
            + expires.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The response to a request for a bundle's address; null if the address is not the store's.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">Its path without the query.</param>
    public SandboxResponse? Answer(SandboxRequest request, string path)
    {
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
        {
            return null;
        }

        string name = path.Substring(Folder.Length);
        string query = request.Path.Substring(path.Length);
        int split = query.IndexOf("&Expires=", StringComparison.Ordinal);
        if (request.Authorization is not null)
        {
            return Refuse(400, "InvalidArgument");
        }

        bool signed = split > 0
            && long.TryParse(
                query.Substring(split + 9), NumberStyles.None, CultureInfo.InvariantCulture, out long expires)
            && query.Substring(0, split) == "?Signature=" + Signature(name, expires)
            && _time.GetUtcNow().ToUnixTimeSeconds() < expires;
        return signed && _bundles.TryGetValue(name, out byte[]? bundle)
            ? new SandboxResponse(200, "application/zip", bundle)
            : Refuse(403, "AccessDenied");
    }

    private static SandboxResponse Refuse(int status, string code) =>
        new(
            status,
            "application/xml",
            new XmlText().Line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").Open("Error").Element("Code", code)
                .Close("Error").ToUtf8());

    private static string Signature(string name, long expires)
    {
        ulong hash = (ulong)expires;
        foreach (char c in name)
        {
            hash = Dice.Mix(hash ^ c);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
