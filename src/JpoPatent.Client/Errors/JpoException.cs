using System;
using JpoPatent.Text;

namespace JpoPatent;

/// <summary>
/// What every failure of this client derives from. Messages are sentences for the person at the prompt; they never hold
/// a password, a token or an Authorization header.
/// </summary>
public abstract class JpoException : Exception
{
    private protected JpoException(string message, Exception? innerException = null)
        : base(Redaction.Clean(message), Redaction.Clean(innerException))
    {
    }

    /// <summary>The API that was asked, or null where the failure came before an API was chosen.</summary>
    public ApiDescriptor? Api { get; internal set; }

    /// <summary>JPO's <c>statusCode</c>, e.g. <c>107</c>, or null where the service sent none.</summary>
    public string? StatusCode { get; internal set; }

    /// <summary>The HTTP status of the last answer, or null where none arrived.</summary>
    public int? HttpStatus { get; internal set; }

    /// <summary>How often the service was asked for this, retries included. 0 where it was not asked.</summary>
    public int Attempts { get; internal set; }
}
