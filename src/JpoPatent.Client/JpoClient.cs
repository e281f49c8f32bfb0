using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Authentication;
using JpoPatent.Caching;
using JpoPatent.Calls;
using JpoPatent.Failures;
using JpoPatent.Pacing;
using JpoPatent.Pipeline;
using JpoPatent.Quota;
using JpoPatent.Retries;
using JpoPatent.State;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent;

/// <summary>
/// The door to the service: one method for each API, numbers in, typed answers out, inside the limits.
/// Thread-safe; one client is one connection of one ID.
/// </summary>
public sealed class JpoClient : IDisposable
{
    private static readonly TimeSpan WarnAgain = TimeSpan.FromHours(1);

    private readonly TokenProvider _tokens;
    private readonly QuotaGuard _guard;
    private readonly AnswerKeeper _cache;
    private readonly ApiCaller _caller;
    private readonly FailureLog _failures = new();
    private readonly Notices _notices;
    private readonly SharedState _state;
    private long _stateFailedAt;
    private int _closed;

    /// <summary>Sets a connection up. Nothing is asked of the service yet.</summary>
    /// <param name="options">Credential, addresses, limits.</param>
    /// <exception cref="ArgumentException">An address is not HTTPS, or a rate is above the service's.</exception>
    public JpoClient(JpoClientOptions options)
    {
        options.Validate();
        Options = options;
        Clock = new ServiceClock(options.Time);
        bool isContainer = StateAddress.IsAddress(options.StatePath);
        _notices = new Notices(isFollowed: isContainer);
        SharedState state = isContainer
            ? SharedState.InContainer(options, StateAddress.Parse(options.StatePath!), Random, TellOfStore, StateFailed)
            : SharedState.InFolder(options, _notices.Keep, StateFailed);
        _state = state;
        _cache = new AnswerKeeper(state.Cache);
        StatePath = state.Path;

        var retry = new RetryLoop(
            new RetryPolicy(options.RequestsPerMinute > 0 || !options.IsOwnMachine, Random), options.Time);
        _tokens = new TokenProvider(
            Over(HttpClients.Token), options.EffectiveTokenUri, options.Credential, Clock, retry, options.Timeout,
            _failures);
        _guard = new QuotaGuard(
            new QuotaBook(state.Quota, Clock), Clock, state.BookName, options.QuotaReserve, options.QuotaWarningPercent,
            state.Poll, state.Path);
        var pacer = new Pacer(
            state.Pacing,
            options.RequestsPerMinute,
            options.OpdRequestsPerMinute,
            new PacingClock(options.Time, state.Clock ?? Clock.Remote, MachineClock.Id),
            options.Timeout,
            state.IsContainer);

        _caller = new ApiCaller
        {
            Pipeline = options.Transport == null ? Over(HttpClients.Api) : HttpClients.Over(options.Transport),
            Parts = new ConnectionParts
            {
                Cache = _cache,
                Flights = state.Flights,
                Clock = Clock,
                Retry = retry,
                Guard = _guard,
                Pacer = pacer,
                Tokens = _tokens,
                Timeout = options.Timeout,
            },
            Bundles = new BundleFetcher(Over(HttpClients.Bundle), retry, Clock, options.Timeout, options.IsOwnMachine),
            Failures = _failures,
            Notices = _notices,
            BaseUri = options.BaseUri,
            CallTimeout = options.CallTimeout,
            IsSandbox = options.IsSandbox,
        };

        Patents = new PatentApis(_caller);
        Designs = new DesignApis(_caller);
        Trademarks = new TrademarkApis(_caller);
        Opd = new OpdApis(_caller, Patents);
    }

    /// <summary>The patent APIs, 1-1 to 1-14.</summary>
    public PatentApis Patents { get; }

    /// <summary>The design APIs, 2-1 to 2-11.</summary>
    public DesignApis Designs { get; }

    /// <summary>The trademark APIs, 3-1 to 3-11.</summary>
    public TrademarkApis Trademarks { get; }

    /// <summary>The APIs of the One Portal Dossier, 4-1 to 4-6.</summary>
    public OpdApis Opd { get; }

    /// <summary>When the token in use expires; null if absent.</summary>
    public DateTimeOffset? TokenExpiresAt => _tokens.ExpiresAt;

    /// <summary>
    /// The root of the state folder, or the address of the container. What lies in it belongs to the user alone, or
    /// to all machines of the ID.
    /// </summary>
    public string StatePath { get; }

    /// <summary>Whether the state lies in a container that several machines share.</summary>
    public bool IsStateShared => _state.IsContainer;

    /// <summary>
    /// Whether the place of the state cannot be written at the moment, so that what is counted is handed over later.
    /// </summary>
    public bool IsStateAlone => _state.IsAlone;

    /// <summary>Whether <see cref="Disconnect"/> was called.</summary>
    public bool IsDisconnected => _caller.IsClosed;

    internal JpoClientOptions Options { get; }

    internal ServiceClock Clock { get; }

    /// <summary>
    /// The last calls that failed, the latest last: what JPO's support centre asks for.
    /// Answers that there are no data are no failures.
    /// </summary>
    internal IReadOnlyList<FailedCall> RecentFailures => _failures.Calls;

    /// <summary>Gets a token, so that a wrong password shows now and not at the first number.</summary>
    /// <param name="activity">Told what happens meanwhile.</param>
    /// <param name="cancellationToken">Stops the login.</param>
    /// <returns>A task that ends when a token is there.</returns>
    /// <exception cref="JpoAuthenticationException">User name or password were refused.</exception>
    /// <exception cref="JpoConnectionException">The token address could not be reached.</exception>
    /// <exception cref="JpoServiceException">The token address reported an error.</exception>
    /// <exception cref="JpoStateStoreException">The container of <see cref="JpoClientOptions.StatePath"/>
    /// cannot be used.</exception>
    public async Task ConnectAsync(
        IProgress<JpoActivity>? activity = null, CancellationToken cancellationToken = default)
    {
        _notices.Begin(activity);
        await _state.ConnectAsync(cancellationToken).ConfigureAwait(false);
        _notices.Begin(activity);
        await _tokens.GetAsync(activity, _caller.NewBudget(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Asks what time it is for the service, by a token of its own, which costs no access: a connection that was left
    /// alone over midnight would begin on the day before.
    /// </summary>
    internal async Task ReadClockAsync(IProgress<JpoActivity>? activity, CancellationToken cancellationToken)
    {
        try
        {
            _tokens.Reject(
                await _tokens.GetAsync(activity, _caller.NewBudget(), cancellationToken).ConfigureAwait(false));
            await _tokens.GetAsync(activity, _caller.NewBudget(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is JpoServiceException or JpoConnectionException)
        {
            // A service that is down says so at the first look.
        }
    }

    /// <summary>What the three laws have alike, by the law.</summary>
    /// <param name="law">A law.</param>
    /// <returns><see cref="Patents"/>, <see cref="Designs"/> or <see cref="Trademarks"/>.</returns>
    public DomesticApis Of(JpoLaw law) => law switch
    {
        JpoLaw.Design => Designs,
        JpoLaw.Trademark => Trademarks,
        _ => Patents,
    };

    /// <summary>What is left today of one API. Spends no access.</summary>
    /// <param name="api">A row of the catalogue.</param>
    /// <returns>Limit, used, remaining.</returns>
    public JpoQuota GetQuota(ApiDescriptor api) => _guard.ReadAsync(api).AsTask().GetAwaiter().GetResult();

    /// <summary>
    /// What was last seen of one API, without asking a store that is far away: for what is shown while a run goes on.
    /// </summary>
    internal JpoQuota PeekQuota(ApiDescriptor api) =>
        _state.Peek(api) is { } record ? _guard.Peek(api, record) : GetQuota(api);

    /// <summary>Sets the daily limit of one API, for an ID whose limits JPO has raised.</summary>
    /// <param name="api">A row of the catalogue.</param>
    /// <param name="limit">Accesses per day, or null for the catalogue's.</param>
    /// <returns>The quota as it is then.</returns>
    public JpoQuota SetQuotaLimit(ApiDescriptor api, int? limit) =>
        _guard.SetLimitAsync(api, limit).AsTask().GetAwaiter().GetResult();

    /// <summary>
    /// What a run of a given size would take, inside the limits that hold for this connection. Spends no access.
    /// </summary>
    /// <param name="api">A row of the catalogue.</param>
    /// <param name="count">How many accesses the run would spend.</param>
    /// <returns>Days, time, and when it would be done.</returns>
    public JpoQuotaEstimate EstimateQuota(ApiDescriptor api, int count)
    {
        JpoQuota quota = GetQuota(api);
        int reserve = Options.QuotaReserve;
        return QuotaEstimator.Estimate(
            api,
            count,
            Math.Max(0, quota.Remaining - reserve),
            Math.Max(0, quota.Limit - reserve),
            api.Group == ApiGroup.Opd ? Options.OpdRequestsPerMinute : Options.RequestsPerMinute,
            Clock.Now);
    }

    /// <summary>Forgets cached answers.</summary>
    /// <param name="api">Of this API only; null for all.</param>
    /// <param name="olderThan">Retrieved before this only; null for all.</param>
    /// <returns>How many were forgotten.</returns>
    /// <exception cref="JpoStateStoreException">The container of <see cref="JpoClientOptions.StatePath"/>
    /// cannot be used.</exception>
    public int ClearCache(ApiDescriptor? api = null, DateTimeOffset? olderThan = null)
    {
        try
        {
            return _cache.ClearAsync(api, olderThan).AsTask().GetAwaiter().GetResult();
        }
        catch (StateStoreException error)
        {
            throw new JpoStateStoreException(error.Message);
        }
    }

    /// <summary>Whether today's cache has the answer to a call, so that it would cost nothing.</summary>
    internal bool IsCached(ApiDescriptor api, string parameters) => _caller.IsCached(api, parameters);

    /// <summary>
    /// Ends when every answer that was given out lies in the cache, for callers that do not wait for that
    /// (<see cref="JpoCallOptions.IsCachedBehind"/>).
    /// </summary>
    internal Task EndWritesAsync() => _cache.EndAsync();

    /// <summary>Forgets tokens and credential. Calls under way end as they may; no new one begins.</summary>
    public void Disconnect()
    {
        if (!_caller.IsClosed)
        {
            EndWritesAsync().GetAwaiter().GetResult();

            // What was counted while the state folder could not be had is written, if it can be had now.
            _state.FlushAsync().GetAwaiter().GetResult();
        }

        _caller.Close();
        _tokens.Forget();
    }

    /// <summary>Disconnects. Idle connections are the process's, and close by themselves.</summary>
    public void Dispose()
    {
        Disconnect();
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            Options.Transport?.Dispose();
            _state.Dispose();
        }
    }

    /// <summary>The way to one of the process's clients, or to what stands in for the network.</summary>
    private HttpMessageInvoker Over(string client) =>
        new(Options.Transport ?? new NetworkHandler(client, Options.Proxy), disposeHandler: false);

    private void StateFailed(Exception error)
    {
        // Both books lie in one place: what fails for one fails for the other, and one warning says it;
        // another one where it fails again much later.
        long now = Clock.Time.GetTimestamp();
        long last = Interlocked.Read(ref _stateFailedAt);
        if ((last != 0 && Clock.Time.GetElapsedTime(last, now) < WarnAgain)
            || Interlocked.CompareExchange(ref _stateFailedAt, now, last) != last)
        {
            return;
        }

        string words = _state is { IsContainer: true }
            ? Client.Messages.StateStoreAlone
            : Client.Messages.StateInMemory;
        _notices.Warn(Format(words, _state?.Path ?? Options.StatePath ?? StateFolder.Default, error.Message));
    }

    /// <summary>What takes longer in the store, to the one whose call waits for it.</summary>
    private void TellOfStore(string why) =>
        _notices.Tell(Format(Client.Messages.StateStoreWaiting, why));

    private static double Random()
    {
#if NET8_0_OR_GREATER
        return System.Random.Shared.NextDouble();
#else
        // Guid.NewGuid is the platform's generator that any thread may use.
        return (Guid.NewGuid().GetHashCode() & 0xFFFF) / 65536.0;
#endif
    }
}
