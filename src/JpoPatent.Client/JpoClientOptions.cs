using System;
using System.Net;
using System.Net.Http;
using System.Security;
using JpoPatent.Failures;
using JpoPatent.Http;
using JpoPatent.Pacing;
using JpoPatent.State;
using static JpoPatent.Words.Sentence;

namespace JpoPatent;

/// <summary>What a client is made from. Only <see cref="Credential"/> has no default.</summary>
public sealed class JpoClientOptions
{
    /// <summary>The service's own host.</summary>
    public static readonly Uri DefaultBaseUri = new("https://ip-data.jpo.go.jp");

    /// <summary>User name and password; the client keeps it and disposes of it.</summary>
    public required JpoCredential Credential { get; init; }

    /// <summary>The host of the APIs. HTTPS, loopback addresses excepted.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>
    /// The address that gives tokens, which JPO mails to each user; null for <c>/auth/token</c>
    /// on <see cref="BaseUri"/>.
    /// </summary>
    public Uri? TokenUri { get; init; }

    /// <summary>
    /// The folder for quota book, pacing and cache, or the address of a container of Azure Blob Storage that several
    /// machines share (<c>https://ACCOUNT.blob.core.windows.net/CONTAINER</c>); null for the user's local application
    /// data.
    /// </summary>
    public string? StatePath { get; init; }

    /// <summary>
    /// The container's shared access signature; null for the managed identity of this machine. The client keeps a copy.
    /// </summary>
    public SecureString? StateToken { get; init; }

    /// <summary>
    /// Whether no call may begin while the container cannot be reached;
    /// otherwise a small part of what was left goes on.
    /// </summary>
    public bool StateRequired { get; init; }

    /// <summary>How long one try may take, from the request to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// How long a whole call may take: all its tries, the waits between them, the login if it needs one, and the wait
    /// for another call on this machine that is fetching the same answer. Waits for the limit per minute, and for
    /// others who share the last accesses of the day, do not count. When it is used up, the call fails with what came
    /// last.
    /// </summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Warn when what is left of a daily limit falls to this many percent of it.</summary>
    public int QuotaWarningPercent { get; init; } = 10;

    /// <summary>Accesses per day and API that this client leaves to others.</summary>
    public int QuotaReserve { get; init; }

    /// <summary>
    /// Domestic calls per minute; 0 for no pacing, which only the sandbox and loopback addresses may have.
    /// </summary>
    public int RequestsPerMinute { get; init; } = Pacer.DomesticPerMinute;

    /// <summary>
    /// OPD calls per minute; 0 for no pacing, which only the sandbox and loopback addresses may have.
    /// </summary>
    public int OpdRequestsPerMinute { get; init; } = Pacer.OpdPerMinute;

    /// <summary>The proxy, or null for the system's.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>What stands in for the network: the sandbox. Null for the network.</summary>
    public HttpMessageHandler? Transport { get; init; }

    /// <summary>Whether <see cref="Transport"/> is the built-in sandbox, whose answers are marked as made up.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a run asks a container again that does not answer, before it goes on alone.</summary>
    internal TimeSpan StatePatience { get; init; } = CompareAndSetStore.DefaultPatience;

    internal bool IsOwnMachine => Transport != null || BaseUri.IsLoopback;

    internal Uri EffectiveTokenUri => TokenUri ?? new Uri(BaseUri, "/auth/token");

    /// <exception cref="ArgumentException">An address is not HTTPS or holds a user name, no proxy can be used by the
    /// address of the proxy, a time is not valid, or a rate is above the service's.</exception>
    internal void Validate()
    {
        RequireHttps(BaseUri);
        RequireHttps(EffectiveTokenUri);
        if (Proxy is WebProxy { Address: { } proxy })
        {
            ProxyAddress.Require(proxy);
        }

        RequireDuration(Timeout, nameof(Timeout));
        RequireDuration(CallTimeout, nameof(CallTimeout));
        RequireRate(RequestsPerMinute, Pacer.DomesticPerMinute, nameof(RequestsPerMinute));
        RequireRate(OpdRequestsPerMinute, Pacer.OpdPerMinute, nameof(OpdRequestsPerMinute));
        if (StatePath != null)
        {
            StateAddress.RefuseSecret(StatePath);
        }

        if (StateAddress.IsAddress(StatePath))
        {
            StateAddress.Parse(StatePath!);
        }
        else if (StateToken != null || StateRequired)
        {
            throw new ArgumentException(Client.Messages.StateTokenWithoutAddress);
        }
    }

    private static void RequireHttps(Uri address)
    {
        if (!address.IsAbsoluteUri)
        {
            throw new ArgumentException(Format(Client.Messages.UriNotAbsolute, address));
        }

        if (address.UserInfo.Length > 0)
        {
            throw new ArgumentException(Format(Client.Messages.UriWithUser, FailureLog.Show(address)));
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            throw new ArgumentException(Format(Client.Messages.UriNotHttps, address));
        }
    }

    /// <summary>A time that a timer takes.</summary>
    private static void RequireDuration(TimeSpan duration, string name)
    {
        if (duration != System.Threading.Timeout.InfiniteTimeSpan
            && (duration <= TimeSpan.Zero || duration.TotalMilliseconds > int.MaxValue))
        {
            throw new ArgumentException(Format(Client.Messages.DurationInvalid, name, duration), name);
        }
    }

    private void RequireRate(int calls, int service, string name)
    {
        if (calls < 0 || ((calls == 0 || calls > service) && !IsOwnMachine))
        {
            throw new ArgumentException(Format(Client.Messages.RateAboveService, calls, service), name);
        }
    }
}
