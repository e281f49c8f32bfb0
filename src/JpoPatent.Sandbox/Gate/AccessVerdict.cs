namespace JpoPatent.Sandbox;

/// <summary>Whether a call may go in.</summary>
internal enum AccessVerdict
{
    Granted,
    TooManyAtOnce,
    OverDailyLimit,
}
