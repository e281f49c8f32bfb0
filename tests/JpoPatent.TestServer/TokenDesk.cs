using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace JpoPatent.TestServer;

/// <summary>The token address: who may log in, how long tokens live, and how often anybody asked.</summary>
public sealed class TokenDesk(ServerClock clock)
{
    /// <summary>The only user name that is let in.</summary>
    public const string DefaultUserName = "loopback-01";

    /// <summary>Its password. It has characters that a form must encode.</summary>
    public const string DefaultPassword = "s&cret=%+ パス";

    private readonly Dictionary<string, DateTimeOffset> _access = [];
    private readonly Dictionary<string, DateTimeOffset> _refresh = [];
    private readonly object _gate = new();

    /// <summary>The user name that is let in.</summary>
    public string UserName { get; set; } = DefaultUserName;

    /// <summary>The password that is let in.</summary>
    public string Password { get; set; } = DefaultPassword;

    /// <summary>Life of a token in seconds.</summary>
    public int ExpiresIn { get; set; } = 3600;

    /// <summary>Life of a refresh token in seconds.</summary>
    public int RefreshExpiresIn { get; set; } = 28800;

    /// <summary>Whether every refresh is refused.</summary>
    public bool RefusesRefresh { get; set; }

    /// <summary>Logins that were granted.</summary>
    public int Logins { get; private set; }

    /// <summary>Logins that were refused.</summary>
    public int RefusedLogins { get; private set; }

    /// <summary>Refreshes that were granted.</summary>
    public int Refreshes { get; private set; }

    /// <summary>Refreshes that were refused.</summary>
    public int RefusedRefreshes { get; private set; }

    /// <summary>Every token and refresh token handed out: what must never be seen anywhere else.</summary>
    public IReadOnlyList<string> HandedOut
    {
        get
        {
            lock (_gate)
            {
                return [.. _access.Keys, .. _refresh.Keys];
            }
        }
    }

    /// <summary>Handles a request of the token address.</summary>
    /// <param name="form">The body.</param>
    public ServiceAnswer Handle(string form)
    {
        Dictionary<string, string> fields = form.Split('&')
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]));
        lock (_gate)
        {
            switch (fields.GetValueOrDefault("grant_type"))
            {
                case "password" when fields.GetValueOrDefault("username") == UserName && fields.GetValueOrDefault("password") == Password:
                    Logins++;
                    return Grant();
                case "password":
                    RefusedLogins++;
                    return ServiceAnswer.Json(401, """{"error":"invalid_grant","error_description":"Invalid user credentials"}""");
                case "refresh_token" when !RefusesRefresh && _refresh.Remove(fields.GetValueOrDefault("refresh_token") ?? string.Empty, out DateTimeOffset until) && until > clock.Now:
                    Refreshes++;
                    return Grant();
                case "refresh_token":
                    RefusedRefreshes++;
                    return ServiceAnswer.Json(400, """{"error":"invalid_grant","error_description":"Token is not active"}""");
                default:
                    return ServiceAnswer.Json(400, """{"error":"unsupported_grant_type"}""");
            }
        }
    }

    /// <summary>Whether a header carries a token that is valid now.</summary>
    public bool IsValid(string? authorization)
    {
        lock (_gate)
        {
            return authorization != null
                && authorization.StartsWith("Bearer ", StringComparison.Ordinal)
                && _access.TryGetValue(authorization["Bearer ".Length..], out DateTimeOffset until)
                && until > clock.Now;
        }
    }

    /// <summary>Makes every token that was handed out invalid.</summary>
    /// <param name="refreshTokensToo">Whether they can be renewed afterwards.</param>
    public void Revoke(bool refreshTokensToo = false)
    {
        lock (_gate)
        {
            foreach (string token in _access.Keys.ToArray())
            {
                _access[token] = DateTimeOffset.MinValue;
            }

            foreach (string token in refreshTokensToo ? _refresh.Keys.ToArray() : [])
            {
                _refresh[token] = DateTimeOffset.MinValue;
            }
        }
    }

    private ServiceAnswer Grant()
    {
        string access = "access-" + Guid.NewGuid().ToString("N");
        string refresh = "refresh-" + Guid.NewGuid().ToString("N");
        _access[access] = clock.Now.AddSeconds(ExpiresIn);
        _refresh[refresh] = clock.Now.AddSeconds(RefreshExpiresIn);
        return ServiceAnswer.Json(
            200,
            $$"""{"access_token":"{{access}}","expires_in":{{ExpiresIn}},"refresh_expires_in":{{RefreshExpiresIn}},"refresh_token":"{{refresh}}","token_type":"Bearer","id_token":"","not-before-policy":0,"session_state":"0","scope":"openid"}""");
    }
}
