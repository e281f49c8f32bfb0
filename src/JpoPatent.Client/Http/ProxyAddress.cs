using System;
using System.Net;
using JpoPatent.Text;

namespace JpoPatent.Http;

/// <summary>
/// A proxy from an address in which a user name and a password may stand, as HTTPS_PROXY is often written.
/// </summary>
internal static class ProxyAddress
{
    /// <summary>The proxy, with user name and password as its credential and no longer in its address.</summary>
    internal static WebProxy Parse(Uri address)
    {
        if (address.UserInfo.Length == 0)
        {
            return new WebProxy(address);
        }

        Redaction.HideUserInfoOf(address.OriginalString);
        string[] parts = address.UserInfo.Split([':'], 2);
        return new WebProxy(new UriBuilder(address) { UserName = string.Empty, Password = string.Empty }.Uri)
        {
            Credentials = new NetworkCredential(
                Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty),
        };
    }

    /// <summary>The same for a proxy that a caller made.</summary>
    internal static IWebProxy? Of(IWebProxy? proxy)
    {
        if (proxy is not WebProxy { Address: { UserInfo.Length: > 0 } address } given)
        {
            return proxy;
        }

        WebProxy parsed = Parse(address);
        parsed.BypassProxyOnLocal = given.BypassProxyOnLocal;
        parsed.BypassList = given.BypassList;
        parsed.Credentials = given.Credentials ?? parsed.Credentials;
        return parsed;
    }
}
