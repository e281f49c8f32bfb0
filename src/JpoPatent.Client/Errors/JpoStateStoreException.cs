namespace JpoPatent;

/// <summary>
/// The store that all machines share could not be used: at connecting,
/// or later where it is required (<c>-StateRequired</c>).
/// </summary>
public sealed class JpoStateStoreException : JpoException
{
    internal JpoStateStoreException(string message)
        : base(message)
    {
    }
}
