namespace JpoPatent;

/// <summary>A list has lost so many cases at once that it may have been cut off.</summary>
public sealed class JpoWatchListShrunkException : JpoException
{
    internal JpoWatchListShrunkException(string message)
        : base(message)
    {
    }
}
