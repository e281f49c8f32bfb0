namespace JpoPatent;

/// <summary>
/// A bundle that could do harm if it were unpacked: a name that leads out of the folder, a link, a name that Windows
/// keeps for devices, or far more data than its size allows for. Nothing of it was written.
/// </summary>
public sealed class JpoUnsafeArchiveException : JpoException
{
    internal JpoUnsafeArchiveException(string message, string? entry)
        : base(message) => Entry = entry;

    /// <summary>
    /// The name in the bundle that was the reason, with everything unprintable replaced;
    /// null where the bundle as a whole was.
    /// </summary>
    public string? Entry { get; }
}
