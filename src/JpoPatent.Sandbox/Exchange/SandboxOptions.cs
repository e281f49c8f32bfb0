using System;
using System.Collections.Generic;

namespace JpoPatent.Sandbox;

/// <summary>
/// How a <see cref="SandboxService"/> behaves. The service takes what it needs when it is made;
/// later changes have no effect on it.
/// </summary>
public sealed class SandboxOptions
{
    /// <summary>
    /// The clock that everything hangs on: tokens, midnight in Japan, the minute's window, what has happened in the
    /// world, and the <c>Date</c> header.
    /// </summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>How long an access token is good for. The service's own figure is 3600 seconds.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromSeconds(3600);

    /// <summary>How long a refresh token is good for. The service's own figure is 28800 seconds.</summary>
    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromSeconds(28800);

    /// <summary>Calls of domestic APIs that one ID may make in 60 seconds; 0 switches the rule off.</summary>
    public int DomesticPerMinute { get; set; } = 10;

    /// <summary>Calls of OPD APIs that one ID may make in 60 seconds; 0 switches the rule off.</summary>
    public int OpdPerMinute { get; set; } = 5;

    /// <summary>
    /// Daily limits by <see cref="ApiDescriptor.Id"/>, in any case, where they differ from
    /// <see cref="ApiDescriptor.DailyLimit"/>.
    /// </summary>
    public IDictionary<string, int> DailyLimits
    {
        get;
    } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The passwords by user name; null accepts every user name and password that is not empty.</summary>
    public IDictionary<string, string>? Accounts { get; set; }

    /// <summary>The path at which tokens are handed out.</summary>
    public string TokenPath { get; set; } = "/auth/token";

    /// <summary>
    /// A bundle of documents of more bytes than this comes as an address to fetch it from,
    /// as the service does above 10 MB.
    /// </summary>
    public int LargeBundleBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>
    /// Where the addresses of large bundles point: an object store outside the service's host. The sandbox answers
    /// them too, without a token.
    /// </summary>
    public Uri BundleStore { get; set; } = new("https://sandbox-bundles.invalid/");
}
