using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace JpoPatent.TestServer;

/// <summary>What scripts say to the server while it runs: <c>/control/…</c>, all in the query, answers in JSON.</summary>
internal sealed class ControlDesk(ScriptedService service)
{
    private const string TakenAtStart = "The sandbox takes its limits, minutes and tokens when it starts, from the command line.";

    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Stopped => _stopped.Task;

    private HostedSandbox? Sandbox => service.Whole as HostedSandbox;

    internal (int Status, string Json) Handle(string method, string what, IQueryCollection query)
    {
        try
        {
            switch (method + " " + what)
            {
                case "GET /log":
                    return (200, JsonSerializer.Serialize(Log(query["calls"] == "true")));
                case "GET /clock":
                    return (200, JsonSerializer.Serialize(Clock()));
                case "POST /clock":
                    MoveClock(query);
                    return (200, JsonSerializer.Serialize(Clock()));
                case "POST /limit":
                    SetLimit(query);
                    return (200, JsonSerializer.Serialize(Counters()));
                case "POST /spend":
                    Spend(Api(query), Number(query, "count") ?? throw new FormatException("count is missing."));
                    return (200, JsonSerializer.Serialize(Counters()));
                case "POST /fault":
                    AddFaults(query);
                    return (200, "{}");
                case "POST /tokens":
                    SetTokens(query);
                    return (200, "{}");
                case "POST /service":
                    SetService(query);
                    return (200, "{}");
                case "POST /reset":
                    service.Log.Clear();
                    service.Faults.Clear();
                    return (200, "{}");
                case "POST /stop":
                    _stopped.TrySetResult();
                    return (200, "{}");
                default:
                    return (404, """{"error":"There is no such control."}""");
            }
        }
        catch (FormatException error)
        {
            return (400, JsonSerializer.Serialize(new { error = error.Message }));
        }
    }

    private object Log(bool withCalls)
    {
        IReadOnlyList<LoggedCall> calls = service.Log.Calls;
        return new
        {
            calls = calls.Count,
            paths = Count(calls, call => call.Path),
            apis = Count(calls, call => call.Api),
            codes = Count(calls, call => call.Code ?? "-"),
            statuses = Count(calls, call => call.Status.ToString(CultureInfo.InvariantCulture)),
            overLimit = service.Log.CountOf("203"),
            logins = Sandbox?.Logins ?? service.Tokens.Logins,
            refusedLogins = Sandbox?.RefusedLogins ?? service.Tokens.RefusedLogins,
            refreshes = Sandbox?.Refreshes ?? service.Tokens.Refreshes,
            refusedRefreshes = Sandbox?.RefusedRefreshes ?? service.Tokens.RefusedRefreshes,
            maxInFlight = service.Log.MaxInFlight,
            maxInAMinute = new { domestic = service.Log.MaxInAMinute(ApiGroup.Domestic), opd = service.Log.MaxInAMinute(ApiGroup.Opd) },
            used = Counters(),
            log = withCalls ? calls : null,
        };
    }

    private static Dictionary<string, int> Count(IEnumerable<LoggedCall> calls, Func<LoggedCall, string> key) =>
        calls.GroupBy(key).ToDictionary(group => group.Key, group => group.Count());

    private Dictionary<string, int> Counters() =>
        ApiCatalog.All.Where(api => Used(api) > 0).ToDictionary(api => api.Id, Used);

    private int Used(ApiDescriptor api) => Sandbox?.Used(api) ?? service.Counters.Used(api);

    private void Spend(ApiDescriptor api, int count)
    {
        if (Sandbox is { } sandbox)
        {
            sandbox.Spend(api, count);
        }
        else
        {
            service.Counters.Spend(api, count);
        }
    }

    private void RequireScripted()
    {
        if (Sandbox != null)
        {
            throw new FormatException(TakenAtStart);
        }
    }

    private object Clock() => new { now = service.Clock.Now, japan = service.Clock.Now.ToOffset(TimeSpan.FromHours(9)) };

    private void MoveClock(IQueryCollection query)
    {
        if (query["set"].ToString() is { Length: > 0 } set)
        {
            service.Clock.Set(DateTimeOffset.Parse(set, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        }

        if (query["add"].ToString() is { Length: > 0 } add)
        {
            service.Clock.Add(double.TryParse(add, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.Parse(add, CultureInfo.InvariantCulture));
        }
    }

    private void SetLimit(IQueryCollection query)
    {
        ApiDescriptor api = Api(query);
        if (Number(query, "limit") is { } limit)
        {
            RequireScripted();
            service.Counters.SetLimit(api, limit);
        }

        if (Number(query, "left") is { } left)
        {
            if (Sandbox is { } sandbox)
            {
                sandbox.SetLeft(api, left);
            }
            else
            {
                service.Counters.SetLeft(api, left);
            }
        }
    }

    private void AddFaults(IQueryCollection query)
    {
        var fault = new Fault
        {
            Status = Number(query, "status"),
            Code = Text(query, "code"),
            IsPage = query["page"] == "true",
            Body = Text(query, "body"),
            RetryAfter = Text(query, "retryAfter"),
            Breakage = Text(query, "break") is { } how ? Enum.Parse<Breakage>(how, ignoreCase: true) : Breakage.None,
            IsCounted = query["counted"] != "false",
            Delay = TimeSpan.FromMilliseconds(Number(query, "delay") ?? 0),
            Api = Text(query, "api"),
            IsForToken = query["token"] == "true",
            IsPass = query["pass"] == "true",
        };
        service.Faults.Add(Enumerable.Repeat(fault, Number(query, "times") ?? 1).ToArray());
    }

    private void SetTokens(IQueryCollection query)
    {
        RequireScripted();
        service.Tokens.ExpiresIn = Number(query, "expiresIn") ?? service.Tokens.ExpiresIn;
        service.Tokens.RefreshExpiresIn = Number(query, "refreshExpiresIn") ?? service.Tokens.RefreshExpiresIn;
        service.Tokens.UserName = Text(query, "user") ?? service.Tokens.UserName;
        service.Tokens.Password = Text(query, "password") ?? service.Tokens.Password;
        if (Text(query, "refuseRefresh") is { } refuse)
        {
            service.Tokens.RefusesRefresh = refuse == "true";
        }

        if (Text(query, "revoke") is { } revoke)
        {
            service.Tokens.Revoke(refreshTokensToo: revoke == "all");
        }
    }

    private void SetService(IQueryCollection query)
    {
        if (Number(query, "delay") is { } delay)
        {
            service.Delay = TimeSpan.FromMilliseconds(delay);
        }

        if (query.ContainsKey("perMinute") || query.ContainsKey("opdPerMinute"))
        {
            RequireScripted();
        }

        service.PerMinute = query.ContainsKey("perMinute") ? Number(query, "perMinute") : service.PerMinute;
        service.OpdPerMinute = query.ContainsKey("opdPerMinute") ? Number(query, "opdPerMinute") : service.OpdPerMinute;
    }

    private static ApiDescriptor Api(IQueryCollection query) =>
        ApiCatalog.Find(query["api"].ToString()) ?? throw new FormatException("api must be the id of an API, such as patent/app_progress.");

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private static int? Number(IQueryCollection query, string name) =>
        Text(query, name) is { } text ? int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture) : null;
}
