using System;

namespace JpoPatent;

/// <summary>The service refused the user name and password, or the token made from them.</summary>
public sealed class JpoAuthenticationException : JpoException
{
    internal JpoAuthenticationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
