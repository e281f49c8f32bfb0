using System;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.TestServer;

/// <summary>
/// The service as far as a client can tell it from the real one: tokens, counters a day, limits a minute, envelopes, and whatever a test wants to go wrong. Without
/// a web server: <see cref="LoopbackServer"/> and <see cref="ScriptedTransport"/> put it behind a socket or straight under a client.
/// </summary>
public sealed class ScriptedService
{
    /// <summary>The path of the token address.</summary>
    public const string TokenPath = "/auth/token";

    /// <summary>A service by the machine's clock, or by a test's.</summary>
    public ScriptedService(TimeProvider? time = null)
    {
        Clock = new ServerClock(time ?? TimeProvider.System);
        Counters = new AccessCounters(Clock);
        Tokens = new TokenDesk(Clock);
        Answers = new GeneratedAnswers();
    }

    /// <summary>The service's clock.</summary>
    public ServerClock Clock { get; }

    /// <summary>The counters a day.</summary>
    public AccessCounters Counters { get; }

    /// <summary>The token address.</summary>
    public TokenDesk Tokens { get; }

    /// <summary>What goes wrong next.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>What was asked.</summary>
    public CallLog Log { get; } = new();

    /// <summary>Where answers come from.</summary>
    public IAnswerSource Answers { get; set; }

    /// <summary>Plays the whole service in place of tokens, counters and answers here; null for those.</summary>
    public IWholeService? Whole { get; set; }

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Calls a minute and group beyond which 303 comes: domestic.</summary>
    public int? PerMinute { get; set; }

    /// <summary>The same for OPD.</summary>
    public int? OpdPerMinute { get; set; }

    /// <summary>Whether answers carry a <c>Date</c>.</summary>
    public bool SendsDate { get; set; } = true;

    /// <summary>Called when an API call has been counted and before it is answered; a test can let things happen meanwhile.</summary>
    public Func<ApiCall, Task>? BeforeAnswer { get; set; }

    /// <summary>Handles one request.</summary>
    public async Task<ServiceAnswer> HandleAsync(ServiceRequest request, CancellationToken cancellationToken = default)
    {
        if (request.Method == "POST" && request.Path == TokenPath)
        {
            return await HandleTokenAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (Find(request.Path) is not { } api)
        {
            return Whole?.Handle(request) ?? ServiceAnswer.Envelope(404, "301", "APIのアドレスが誤っています。");
        }

        Log.Enter();
        DateTimeOffset at = Clock.Time.GetUtcNow();
        ServiceAnswer? answer = null;
        try
        {
            answer = await HandleApiAsync(request, api, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        finally
        {
            Log.Leave(new LoggedCall(request.Path, api.Id, at, answer?.Status ?? 0, answer?.Code));
        }
    }

    private async Task<ServiceAnswer> HandleTokenAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        Fault? fault = Faults.Next(null);
        await WaitAsync(fault?.Delay ?? TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        if (fault is { IsPass: false, Breakage: Breakage.None })
        {
            return fault.ToAnswer();
        }

        if (fault is { IsCounted: false })
        {
            return fault.ToAnswer() with { Breakage = fault.Breakage };
        }

        ServiceAnswer answer = Whole?.Handle(request) ?? Tokens.Handle(request.Body);
        return fault == null ? answer : answer with { Breakage = fault.Breakage };
    }

    private async Task<ServiceAnswer> HandleApiAsync(ServiceRequest request, ApiDescriptor api, CancellationToken cancellationToken)
    {
        Fault? fault = Faults.Next(api);
        await WaitAsync(Delay + (fault?.Delay ?? TimeSpan.Zero), cancellationToken).ConfigureAwait(false);
        if (Whole != null)
        {
            ServiceAnswer whole = fault is { IsPass: false, IsCounted: false } ? fault.ToAnswer() : Whole.Handle(request);
            whole = fault is { IsPass: false, Breakage: Breakage.None } ? fault.ToAnswer() : whole;
            return fault == null ? whole : whole with { Breakage = fault.Breakage };
        }

        if (!Tokens.IsValid(request.Authorization))
        {
            return ServiceAnswer.Envelope(401, "210", "無効なトークンです。");
        }

        if (fault is { IsPass: false, IsCounted: false, Breakage: Breakage.None })
        {
            return fault.ToAnswer();
        }

        int? limit = api.Group == ApiGroup.Domestic ? PerMinute : OpdPerMinute;
        if (limit is { } most && IsTooMany(api.Group, most))
        {
            return ServiceAnswer.Envelope(429, "303", "アクセスが集中しています。");
        }

        ServiceAnswer answer;
        if (fault is { IsCounted: false })
        {
            answer = ServiceAnswer.Envelope(200, "999");
        }
        else if (Counters.TryCount(api) is not { } remaining)
        {
            return ServiceAnswer.Envelope(200, "203", "1日のアクセス上限を超過しました。");
        }
        else
        {
            var call = new ApiCall(request, api, request.Path[api.Path.Length..], remaining);
            if (BeforeAnswer is { } hook)
            {
                await hook(call).ConfigureAwait(false);
            }

            answer = fault is { IsPass: false, Breakage: Breakage.None } ? fault.ToAnswer() : Answers.Answer(call);
        }

        return fault == null ? answer : answer with { Breakage = fault.Breakage };
    }

    private Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        Clock.Time.PassAsync(delay, cancellationToken);

    private bool IsTooMany(ApiGroup group, int most)
    {
        DateTimeOffset minuteAgo = Clock.Time.GetUtcNow().AddSeconds(-60);
        int seen = 0;
        foreach (LoggedCall call in Log.Calls)
        {
            if (call.At > minuteAgo && call.Code is not ("303" or "210") && ApiCatalog.Find(call.Api)?.Group == group)
            {
                seen++;
            }
        }

        return seen >= most;
    }

    private static ApiDescriptor? Find(string path)
    {
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            if (path.StartsWith(api.Path, StringComparison.Ordinal))
            {
                return api;
            }
        }

        return null;
    }
}
