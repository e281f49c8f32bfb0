using System;
using System.Net;
using JpoPatent.Text;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Http;

/// <summary>
/// A proxy from an address in which a user name and a password may stand, as HTTPS_PROXY is often written.
/// </summary>
internal static class ProxyAddress
{
#if NET8_0_OR_GREATER
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];
#else
    private static readonly string[] Schemes = ["http"];
#endif

    /// <summary>The proxy, with user name and password as its credential and no longer in its address.</summary>
    /// <exception cref="ArgumentException">No proxy can be used by this address.</exception>
    internal static WebProxy Parse(Uri address)
    {
        Require(address);
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

    /// <exception cref="ArgumentException">The framework cannot use a proxy by this address. The message does not show
    /// the address: without a scheme, as in user:password@proxy, a password would not be found in it.</exception>
    internal static void Require(Uri address)
    {
        if (!address.IsAbsoluteUri || Array.IndexOf(Schemes, address.Scheme) < 0)
        {
            throw new ArgumentException(
                Format(Client.Messages.ProxyNotUsable, string.Join("://, ", Schemes) + "://"));
        }
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
