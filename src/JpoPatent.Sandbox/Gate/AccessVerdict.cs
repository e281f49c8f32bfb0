namespace JpoPatent.Sandbox.Gate;

/// <summary>Whether a call may go in.</summary>
internal enum AccessVerdict
{
    Granted,
    TooManyAtOnce,
    OverDailyLimit,
}
