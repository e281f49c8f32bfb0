namespace JpoPatent;

/// <summary>There is no connection, or it was disconnected.</summary>
public sealed class JpoNotConnectedException : JpoException
{
    /// <summary>Reports that there is no connection to use.</summary>
    /// <param name="message">What is missing and how to connect.</param>
    public JpoNotConnectedException(string message)
        : base(message)
    {
    }
}
