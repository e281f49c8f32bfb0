using System;

namespace JpoPatent;

/// <summary>Something came that is not what the API sends: cut off, not JSON, not a zip, or far too long.</summary>
public sealed class JpoInvalidAnswerException : JpoException
{
    internal JpoInvalidAnswerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
