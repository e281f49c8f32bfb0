using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;

namespace JpoPatent.Text;

/// <summary>
/// The one place that every text passes on its way out of the client: messages of exceptions, what is told of a call,
/// the failure report. The words of the framework, of a gateway or of a store are not ours, and they may repeat what
/// was sent to them.
/// </summary>
internal static class Redaction
{
    private const string Hidden = "***";

    // Shorter ones could be words of any sentence.
    private const int ShortestSecret = 4;

    /// <summary>
    /// The user name and password of an address. Greedy: a password may hold a sign that should have been encoded.
    /// </summary>
    private static readonly Regex UserInfo = new(
        @"(?<=[a-z][a-z0-9+.\-]*://)[^\s/""'<>]*@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>
    /// What stands behind the question mark of an address: the signature of a bundle's address, a store's key.
    /// </summary>
    private static readonly Regex Query = new(
        @"(?<=[a-z][a-z0-9+.\-]*://[^\s?""'<>]*\?)[^\s""'<>]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A body or header that repeats what was sent to it, as some gateways show.</summary>
    private static readonly Regex Telltale = new(
        """((?:(?:access_token|refresh_token|id_token|password|authorization)"?\s*[:=]\s*"?)?(?:bearer|basic)\s+"""
            + """|(?:access_token|refresh_token|id_token|password|authorization)"?\s*[:=]\s*"?"""
            + """|[?&](?:sig|signature)=)[^\s"'&,<>}]+""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly ConcurrentDictionary<string, byte> Known = new(StringComparer.Ordinal);

    static Redaction()
    {
        foreach (string name in new[]
        {
            "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "https_proxy", "http_proxy", "all_proxy",
        })
        {
            HideUserInfoOf(Environment.GetEnvironmentVariable(name));
        }
    }

    /// <summary>
    /// Remembers a secret that has to be known as text, so that it is seen nowhere, in whatever words it comes.
    /// </summary>
    internal static void Hide(string? secret)
    {
        if (secret?.Length >= ShortestSecret)
        {
            Known[secret] = 0;
        }
    }

    /// <summary>The same for the password in an address, as it is written there and as it is meant.</summary>
    internal static void HideUserInfoOf(string? address)
    {
        string text = address ?? string.Empty;
        int start = text.IndexOf("://", StringComparison.Ordinal);
        start = start < 0 ? 0 : start + 3;
        int end = text.LastIndexOf('@');
        int colon = end < start ? -1 : text.IndexOf(':', start, end - start);
        if (colon >= 0)
        {
            string password = text.Substring(colon + 1, end - colon - 1);
            Hide(password);
            Hide(Uri.UnescapeDataString(password));
        }
    }

    /// <summary>A text with everything hidden that must not be seen.</summary>
    internal static string Clean(string text)
    {
        string clean = text;
        foreach (KeyValuePair<string, byte> secret in Known)
        {
            clean = clean.IndexOf(secret.Key, StringComparison.Ordinal) < 0 ? clean : clean.Replace(secret.Key, Hidden);
        }

        if (clean.IndexOf("://", StringComparison.Ordinal) >= 0)
        {
            clean = Query.Replace(UserInfo.Replace(clean, string.Empty), Hidden);
        }

        // Most texts have none of the words; a look at two signs is cheaper than the pattern.
        return clean.IndexOf('=') < 0 && clean.IndexOf(':') < 0 && clean.IndexOf(' ') < 0
            ? clean
            : Telltale.Replace(clean, "$1" + Hidden);
    }

    /// <summary>
    /// An exception whose words and inner exceptions' words can be seen: itself where they can,
    /// else its words without it.
    /// </summary>
    internal static Exception? Clean(Exception? error)
    {
        if (error == null)
        {
            return null;
        }

        string words = error.ToString();
        if (Clean(words) == words && error.Data.Count == 0)
        {
            return error;
        }

        Exception inmost = error.GetBaseException();
        return new IOException(inmost.GetType().Name + ": " + Clean(inmost.Message));
    }
}
