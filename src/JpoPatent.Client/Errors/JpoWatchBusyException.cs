namespace JpoPatent;

/// <summary>Another run writes the watch.</summary>
public sealed class JpoWatchBusyException : JpoException
{
    internal JpoWatchBusyException(string message)
        : base(message)
    {
    }
}
