using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using JpoPatent.TestServer;

namespace JpoPatent.Tests.Faults;

/// <summary>A service with two IDs, which says when the token of the one comes with the call of the other: the first asks for even serial numbers, the second for odd.</summary>
internal sealed class TwoIds : IWholeService
{
    private readonly ConcurrentDictionary<string, string> _userOf = new();
    private readonly ConcurrentDictionary<string, int> _refused = new();

    internal ConcurrentBag<string> Mixed { get; } = [];

    /// <summary>Calls of an ID that were refused for their token.</summary>
    internal int Refused(string user) => _refused.GetValueOrDefault(user);

    /// <summary>Makes all tokens invalid.</summary>
    internal void Revoke() => _userOf.Clear();

    public ServiceAnswer Handle(ServiceRequest request)
    {
        if (request.Path == ScriptedService.TokenPath)
        {
            string user = request.Body.Split('&').Single(static field => field.StartsWith("username=", StringComparison.Ordinal))["username=".Length..];
            string token = user + "-" + Guid.NewGuid().ToString("N");
            _userOf[token] = user;
            return ServiceAnswer.Json(200, $$"""{"access_token":"{{token}}","expires_in":3600}""");
        }

        string sent = request.Authorization!["Bearer ".Length..];
        bool isFirst = (request.Path[^1] - '0') % 2 == 0;
        string due = isFirst ? "first-id-01" : "second-id-02";
        if (!sent.StartsWith(due, StringComparison.Ordinal))
        {
            Mixed.Add(request.Path + " came with the token of another ID");
        }

        if (!_userOf.ContainsKey(sent))
        {
            _refused.AddOrUpdate(due, 1, static (_, count) => count + 1);
            return ServiceAnswer.Envelope(401, "210");
        }

        return ServiceAnswer.Envelope(200, "100", data: $$"""{"applicationNumber":"{{request.Path[^10..]}}"}""");
    }
}
