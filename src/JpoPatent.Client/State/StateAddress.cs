using System;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.State;

/// <summary>The address of a blob container, where a state path is one and not a folder.</summary>
internal static class StateAddress
{
    /// <summary>Whether a state path is an address.</summary>
    internal static bool IsAddress(string? statePath)
    {
        string path = statePath?.Trim() ?? string.Empty;
        return path.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("http:", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// A signature in a state path would be shown wherever the path is, and in a folder's it would stand on the disk.
    /// </summary>
    /// <exception cref="ArgumentException">There is one.</exception>
    internal static void RefuseSecret(string statePath)
    {
        foreach (string mark in (string[])["sig=", "sig%3d", "AccountKey=", "SharedAccessSignature="])
        {
            if (statePath.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                throw new ArgumentException(Client.Messages.StateAddressSecret);
            }
        }
    }

    /// <exception cref="ArgumentException">It is no address of a container, or holds a secret,
    /// which everybody would see.</exception>
    internal static Uri Parse(string statePath)
    {
        RefuseSecret(statePath);
        if (!Uri.TryCreate(statePath.Trim(), UriKind.Absolute, out Uri? address) || address.Host.Length == 0)
        {
            throw new ArgumentException(Client.Messages.StateAddressInvalid);
        }

        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            // Not shown: what stands behind the question mark is a signature.
            throw new ArgumentException(Client.Messages.StateAddressSecret);
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            throw new ArgumentException(Format(Client.Messages.StateAddressNotHttps, address));
        }

        string path = address.AbsolutePath.Trim('/');

        // Azurite and other stand-ins on one's own machine have the account in the path.
        if (path.Length == 0 || (address.IsLoopback && path.IndexOf('/') < 0))
        {
            throw new ArgumentException(Format(Client.Messages.StateAddressNoContainer, address));
        }

        return new Uri(address.GetLeftPart(UriPartial.Authority) + "/" + path + "/");
    }
}
