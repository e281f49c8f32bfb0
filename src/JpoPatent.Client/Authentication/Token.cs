using System;

namespace JpoPatent.Authentication;

/// <summary>
/// An access token with what is needed to replace it. Never shown: no <c>ToString</c>, no view, no log.
/// </summary>
internal sealed class Token(
    string accessToken, string? refreshToken, long obtainedAt, TimeSpan lifetime, TimeSpan refreshLifetime)
{
    internal string AccessToken => accessToken;

    internal string? RefreshToken => refreshToken;

    /// <summary>A timestamp of the monotonic clock, taken before the token was asked for.</summary>
    internal long ObtainedAt => obtainedAt;

    internal TimeSpan Lifetime => lifetime;

    internal TimeSpan RefreshLifetime => refreshLifetime;

    /// <summary>
    /// Replaced a little early, so that it does not run out on its way: a fifth of its life, at most a minute.
    /// </summary>
    internal TimeSpan RenewAfter
    {
        get
        {
            TimeSpan early = TimeSpan.FromTicks(Lifetime.Ticks / 5);
            return Lifetime - (early < TimeSpan.FromMinutes(1) ? early : TimeSpan.FromMinutes(1));
        }
    }
}
