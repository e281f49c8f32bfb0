using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using JpoPatent.Sandbox;

namespace JpoPatent.TestServer;

/// <summary>The sandbox in the place of the scripted service: its own tokens, counters, minutes and world, by the server's clock.</summary>
public sealed class HostedSandbox : IWholeService
{
    // The counter's name stands in both kinds of answer, and so does the code's.
    private static readonly Regex StatusCode = new("\"statusCode\":\"([0-9]{3})\"|<statusCode>([0-9]{3})</statusCode>", RegexOptions.CultureInvariant);

    private readonly object _gate = new();
    private readonly SandboxService _service;
    private readonly int[] _limits;

    /// <summary>Opens a sandbox. It lets in <see cref="TokenDesk.DefaultUserName"/>, or whoever the options name.</summary>
    /// <param name="clock">The server's clock.</param>
    /// <param name="configure">Changes the options; their clock is the server's.</param>
    public HostedSandbox(ServerClock clock, Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions
        {
            Time = new ServerTime(clock),
            TokenPath = ScriptedService.TokenPath,
            Accounts = new Dictionary<string, string> { [TokenDesk.DefaultUserName] = TokenDesk.DefaultPassword },
        };
        configure?.Invoke(options);
        _service = new SandboxService(options);
        UserName = options.Accounts?.Keys.FirstOrDefault() ?? TokenDesk.DefaultUserName;
        _limits = ApiCatalog.All.Select(api => options.DailyLimits.TryGetValue(api.Id, out int limit) ? limit : api.DailyLimit).ToArray();
    }

    /// <summary>The ID whose accesses <see cref="Used"/> counts.</summary>
    public string UserName { get; }

    /// <summary>Logins that were granted.</summary>
    public int Logins { get; private set; }

    /// <summary>Logins that were refused.</summary>
    public int RefusedLogins { get; private set; }

    /// <summary>Refreshes that were granted.</summary>
    public int Refreshes { get; private set; }

    /// <summary>Refreshes that were refused.</summary>
    public int RefusedRefreshes { get; private set; }

    /// <inheritdoc/>
    public ServiceAnswer Handle(ServiceRequest request)
    {
        SandboxResponse response = _service.Handle(
            new SandboxRequest(request.Method, request.Path + request.Query, request.Authorization, Encoding.UTF8.GetBytes(request.Body)));
        if (request.Path == ScriptedService.TokenPath)
        {
            CountGrant(request.Body, response.Status == 200);
        }

        return new ServiceAnswer(response.Status, response.Body, response.ContentType)
        {
            Headers = response.Headers.ToDictionary(header => header.Key, header => header.Value),
            Code = CodeIn(response),
        };
    }

    /// <summary>Accesses that the sandbox counted today.</summary>
    public int Used(ApiDescriptor api) => _service.Used(UserName, api);

    /// <summary>Accesses that others spend, from another machine.</summary>
    public void Spend(ApiDescriptor api, int count) => _service.Spend(UserName, api, count);

    /// <summary>Sets what is left today, within the limit.</summary>
    public void SetLeft(ApiDescriptor api, int left) => Spend(api, _limits[api.Index] - left - Used(api));

    private static string? CodeIn(SandboxResponse response)
    {
        if (response.ContentType is not ("application/json" or "application/xml"))
        {
            return null;
        }

        // It stands at the beginning of both, and the answers are long.
        Match match = StatusCode.Match(Encoding.UTF8.GetString(response.Body.AsSpan(0, Math.Min(response.Body.Length, 200))));
        return match.Success ? match.Groups[1].Value + match.Groups[2].Value : null;
    }

    private void CountGrant(string form, bool isGranted)
    {
        lock (_gate)
        {
            switch (form.Contains("grant_type=refresh_token", StringComparison.Ordinal), isGranted)
            {
                case (false, true):
                    Logins++;
                    break;
                case (false, false):
                    RefusedLogins++;
                    break;
                case (true, true):
                    Refreshes++;
                    break;
                default:
                    RefusedRefreshes++;
                    break;
            }
        }
    }
}
