using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using JpoPatent.Sandbox.Exchange;

namespace JpoPatent.Sandbox.Gate;

/// <summary>
/// Hands out and recognises tokens, in the manner of the identity server (Keycloak) that stands before the service.
/// </summary>
internal sealed class TokenDesk
{
    private readonly ConcurrentDictionary<string, Grant> _access = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Grant> _refresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>? _accounts;
    private readonly TimeSpan _lifetime;
    private readonly TimeSpan _refreshLifetime;

    public TokenDesk(SandboxOptions options)
    {
        _accounts = options.Accounts is null
            ? null
            : new Dictionary<string, string>(options.Accounts, StringComparer.Ordinal);
        _lifetime = options.TokenLifetime;
        _refreshLifetime = options.RefreshLifetime;
    }

    /// <summary>
    /// The ID behind an <c>Authorization</c> header, or null where it holds no token that is good now.
    /// </summary>
    public string? UserOf(string? authorization, DateTimeOffset now)
    {
        const string Scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string token = authorization.Substring(Scheme.Length).Trim();
        return _access.TryGetValue(token, out Grant? grant) && now < grant.Until ? grant.User : null;
    }

    public SandboxResponse Answer(SandboxRequest request, DateTimeOffset now)
    {
        if (!string.Equals(request.Method, "POST", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(405, "invalid_request", "HTTP 405 Method Not Allowed");
        }

        Dictionary<string, string> form = ReadForm(request.Body);
        switch (Field(form, "grant_type"))
        {
            case "password":
                string user = Field(form, "username");
                return IsRight(user, Field(form, "password"))
                    ? Issue(user, now)
                    : Refuse(401, "invalid_grant", "Invalid user credentials");
            case "refresh_token":
                return _refresh.TryGetValue(Field(form, "refresh_token"), out Grant? grant) && now < grant.Until
                    ? Issue(grant.User, now)
                    : Refuse(400, "invalid_grant", "Token is not active");
            case "":
                return Refuse(400, "invalid_request", "Missing form parameter: grant_type");
            default:
                return Refuse(400, "unsupported_grant_type", "Unsupported grant_type");
        }
    }

    private static string Field(Dictionary<string, string> form, string name) =>
        form.TryGetValue(name, out string? value) ? value : "";

    private static Dictionary<string, string> ReadForm(byte[] body)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in Encoding.UTF8.GetString(body).Split('&'))
        {
            int equals = pair.IndexOf('=');
            if (equals > 0)
            {
                form[Decode(pair.Substring(0, equals))] = Decode(pair.Substring(equals + 1));
            }
        }

        return form;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static SandboxResponse Refuse(int status, string error, string description)
    {
        var json = new JsonText();
        json.OpenObject().Text("error", error).Text("error_description", description).CloseObject();
        return new SandboxResponse(status, "application/json", json.ToUtf8());
    }

    /// <summary>
    /// Three parts with dots between, as long as the real ones and as opaque; only the desk knows whose they are.
    /// </summary>
    private static string NewToken()
    {
        byte[] noise = new byte[288];
        using (var random = RandomNumberGenerator.Create())
        {
            random.GetBytes(noise);
        }

        string text = Convert.ToBase64String(noise).Replace('+', '-').Replace('/', '_');
        return "eyJhbGciOiJub25lIn0." + text.Substring(0, 256) + "." + text.Substring(256, 86);
    }

    private bool IsRight(string user, string password) =>
        user.Length > 0
        && password.Length > 0
        && (_accounts is null || (_accounts.TryGetValue(user, out string? right) && right == password));

    private SandboxResponse Issue(string user, DateTimeOffset now)
    {
        // Tokens live side by side until they expire; a long-lived sandbox must not keep the dead ones.
        foreach (ConcurrentDictionary<string, Grant> drawer in new[] { _access, _refresh })
        {
            foreach (string dead in drawer.Where(entry => entry.Value.Until <= now).Select(entry => entry.Key).ToList())
            {
                drawer.TryRemove(dead, out _);
            }
        }

        string access = NewToken();
        string refresh = NewToken();
        _access[access] = new Grant(user, now + _lifetime);
        _refresh[refresh] = new Grant(user, now + _refreshLifetime);

        var json = new JsonText();
        json.OpenObject()
            .Text("access_token", access)
            .Raw("expires_in", Seconds(_lifetime))
            .Raw("refresh_expires_in", Seconds(_refreshLifetime))
            .Text("refresh_token", refresh)
            .Text("token_type", "Bearer")
            .Text("id_token", NewToken())
            .Raw("not-before-policy", "0")
            .Text("session_state", Guid.NewGuid().ToString())
            .Text("scope", "openid email profile")
            .CloseObject();
        return new SandboxResponse(200, "application/json", json.ToUtf8());
    }

    private static string Seconds(TimeSpan span) => ((long)span.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private sealed class Grant(string user, DateTimeOffset until)
    {
        public string User { get; } = user;

        public DateTimeOffset Until { get; } = until;
    }
}
