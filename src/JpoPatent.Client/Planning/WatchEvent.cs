namespace JpoPatent.Planning;

/// <summary>Something that happened to a case, with its own day.</summary>
/// <param name="Day">The day, counted as the nights are.</param>
/// <param name="Kind">What happened.</param>
internal readonly record struct WatchEvent(int Day, WatchEventKind Kind)
{
    /// <summary>Whether a client's right hangs on it: notices, decisions of refusal, decisions to grant.</summary>
    public bool IsCritical => Kind is WatchEventKind.Notice or WatchEventKind.Refusal or WatchEventKind.Grant;
}
