using System;
using System.Collections.Generic;
using System.Globalization;
using JpoPatent.Sandbox.Answers;
using JpoPatent.Sandbox.Gate;
using JpoPatent.Sandbox.World;

namespace JpoPatent.Sandbox;

/// <summary>
/// The whole service, offline: tokens, the APIs with their daily counters and the rule per minute, over an invented
/// but consistent world of applications. Thread-safe; does no input or output.
/// </summary>
public sealed class SandboxService
{
    private readonly TimeProvider _time;
    private readonly string _tokenPath;
    private readonly TokenDesk _tokens;
    private readonly AccessBook _accesses;
    private readonly AnswerDesk _answers;
    private readonly BundleStore _bundles;

    /// <summary>Opens a service with no user signed in and nothing counted.</summary>
    /// <param name="options">How it behaves.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public SandboxService(SandboxOptions options)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        _time = options.Time;
        _tokenPath = options.TokenPath;
        _tokens = new TokenDesk(options);
        _accesses = new AccessBook(options);
        _bundles = new BundleStore(options);
        _answers = new AnswerDesk(_bundles);
    }

    /// <summary>Answers one request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The response, errors included: nothing that a client sends makes this throw.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public SandboxResponse Handle(SandboxRequest request)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        DateTimeOffset now = _time.GetUtcNow();
        SandboxResponse response = Respond(request, now);
        response.HeaderList.Add(new("Date", now.UtcDateTime.ToString("r", CultureInfo.InvariantCulture)));
        return response;
    }

    /// <summary>How many accesses the service has counted for an ID today, by Japan's calendar.</summary>
    /// <param name="userName">The ID.</param>
    /// <param name="api">The API.</param>
    /// <returns>The count.</returns>
    public int Used(string userName, ApiDescriptor api) => _accesses.Used(userName, api);

    /// <summary>
    /// Counts accesses as if another machine with the same ID had made them. The rule per minute does not notice.
    /// </summary>
    /// <param name="userName">The ID.</param>
    /// <param name="api">The API.</param>
    /// <param name="count">How many accesses.</param>
    public void Spend(string userName, ApiDescriptor api, int count) => _accesses.Spend(userName, api, count);

    private SandboxResponse Respond(SandboxRequest request, DateTimeOffset now)
    {
        int query = request.Path.IndexOf('?');
        string path = query < 0 ? request.Path : request.Path.Substring(0, query);
        if (string.Equals(path, _tokenPath, StringComparison.Ordinal))
        {
            return _tokens.Answer(request, now);
        }

        if (_bundles.Answer(request, path) is { } bundle)
        {
            return bundle;
        }

        if (!RouteTable.TryRead(path, out ApiDescriptor? api, out IReadOnlyList<string> parameters))
        {
            return Envelope.Error(Envelope.NoSuchApi);
        }

        if (!string.Equals(request.Method, "GET", StringComparison.OrdinalIgnoreCase))
        {
            return Envelope.Error(Envelope.InvalidRequest);
        }

        if (_tokens.UserOf(request.Authorization, now) is not { } user)
        {
            return Envelope.Error(Envelope.InvalidToken);
        }

        switch (_accesses.Take(user, api!, now, out int remaining))
        {
            case AccessVerdict.TooManyAtOnce:
                return Envelope.Error(Envelope.TooManyAtOnce);
            case AccessVerdict.OverDailyLimit:
                return Envelope.Error(Envelope.OverDailyLimit);
        }

        foreach (string parameter in parameters)
        {
            if (parameter.IndexOfAny(RouteTable.ForbiddenCharacters) >= 0)
            {
                return Envelope.Error(Envelope.ForbiddenCharacter);
            }
        }

        return _answers.Answer(new Question(api!, parameters, SandboxCalendar.Today(now), remaining));
    }
}
