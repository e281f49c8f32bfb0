using System;

namespace JpoPatent;

/// <summary>No access to this API is left today; the service was not asked, or said so itself (203).</summary>
public sealed class JpoQuotaExhaustedException : JpoException
{
    internal JpoQuotaExhaustedException(ApiDescriptor api, DateTimeOffset resetsAt, string message)
        : base(message)
    {
        Api = api;
        ResetsAt = resetsAt;
    }

    /// <summary>The next midnight in Japan, when the limit starts anew.</summary>
    public DateTimeOffset ResetsAt { get; }
}
