using System;

namespace JpoPatent;

/// <summary>
/// The service could not be reached, the connection was lost, or nothing came within the time allowed;
/// also not when tried again.
/// </summary>
public sealed class JpoConnectionException : JpoException
{
    internal JpoConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
