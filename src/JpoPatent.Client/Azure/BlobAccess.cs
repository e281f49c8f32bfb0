using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Security;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Azure;

/// <summary>What lets a request into a container: a shared access signature, or the identity of this machine.</summary>
internal sealed class BlobAccess : IDisposable
{
    private readonly SecureString? _signature;
    private readonly ManagedIdentity? _identity;

    internal BlobAccess(SecureString signature) => _signature = signature.Copy();

    internal BlobAccess(ManagedIdentity identity) => _identity = identity;

    internal bool IsIdentity => _identity != null;

    /// <summary>When the signature ends, as it says itself; null if it does not, or if there is no signature.</summary>
    internal string? Ends
    {
        get
        {
            foreach (string part in Signature().Split('&'))
            {
                if (part.StartsWith("se=", StringComparison.Ordinal))
                {
                    return Uri.UnescapeDataString(part.Substring(3));
                }
            }

            return null;
        }
    }

    public void Dispose() => _signature?.Dispose();

    /// <summary>Makes the request for a blob, or for the container where there is no name.</summary>
    /// <exception cref="State.StateStoreException">This machine has no identity.</exception>
    internal async Task<HttpRequestMessage> NewRequestAsync(
        HttpMethod method, Uri container, string name, string query, CancellationToken cancellationToken)
    {
        string address = name.Length == 0 ? container.ToString().TrimEnd('/') : container + name;
        string signature = Signature();
        string whole = query.Length > 0 && signature.Length > 0 ? query + "&" + signature : query + signature;
        var request = new HttpRequestMessage(method, new Uri(whole.Length == 0 ? address : address + "?" + whole));
        if (_identity != null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Bearer", await _identity.GetAsync(cancellationToken).ConfigureAwait(false));
        }

        return request;
    }

    /// <summary>A token that was refused is not used again.</summary>
    internal void Reject() => _identity?.Forget();

    private string Signature()
    {
        if (_signature == null)
        {
            return string.Empty;
        }

        IntPtr plain = Marshal.SecureStringToGlobalAllocUnicode(_signature);
        try
        {
            // Azure's pages give the signature alone and the whole address:
            // what stands behind the question mark is the same.
            string text = Marshal.PtrToStringUni(plain, _signature.Length).Trim();
            return text.Substring(text.IndexOf('?') + 1);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(plain);
        }
    }
}
