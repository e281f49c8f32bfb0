using System;

namespace JpoPatent;

/// <summary>
/// A connection to the service, as a user holds it. Any number of runspaces may use it at once. It shows no secret.
/// </summary>
public sealed class JpoConnection
{
    internal JpoConnection(JpoClient client, string userName, Uri baseUri, bool isSandbox, DateTimeOffset connectedAt)
    {
        Client = client;
        UserName = userName;
        BaseUri = baseUri;
        IsSandbox = isSandbox;
        ConnectedAt = connectedAt;
    }

    /// <summary>The ID that JPO gave.</summary>
    public string UserName { get; }

    /// <summary>The host of the APIs.</summary>
    public Uri BaseUri { get; }

    /// <summary>Whether the built-in sandbox answers in place of the service.</summary>
    public bool IsSandbox { get; }

    /// <summary>When the connection was made, by this machine's clock.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>When the token in use expires; it is renewed by itself. Null after <c>Disconnect-JpoApi</c>.</summary>
    public DateTimeOffset? TokenExpiresAt => Client.TokenExpiresAt?.ToOffset(ConnectedAt.Offset);

    /// <summary>
    /// Where quota book, pacing and cache live: a folder, or the address of the container that
    /// several machines share. No secret.
    /// </summary>
    public string StatePath => Client.StatePath;

    /// <summary>Whether that is a container that several machines share.</summary>
    public bool IsStateShared => Client.IsStateShared;

    /// <summary>Whether it cannot be written at the moment, so that what is counted is handed over later.</summary>
    public bool IsStateAlone => Client.IsStateAlone;

    internal JpoClient Client { get; }

    /// <summary>User name and host.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => UserName + " @ " + (IsSandbox ? "sandbox" : BaseUri.Authority);
}
