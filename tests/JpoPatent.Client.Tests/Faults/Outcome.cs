namespace JpoPatent.Tests.Faults;

/// <summary>What a call ends in: an answer, or the error id that users see for it (the contract's words, without the prefix <c>Jpo</c>).</summary>
public enum Outcome
{
    Answer,
    AuthenticationFailed,
    ServiceBusy,
    ServiceTimeout,
    ServiceError,
    ConnectionFailed,
    InvalidAnswer,
    InvalidParameter,
    NoData,
    QuotaExhausted,

    /// <summary>The fault has no meaning for this kind of call.</summary>
    None,
}
