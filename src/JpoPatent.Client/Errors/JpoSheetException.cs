using System;

namespace JpoPatent;

/// <summary>
/// A list, CSV or XLSX, that cannot be read: damaged, locked by a password, of another format,
/// or larger than Excel allows.
/// </summary>
public sealed class JpoSheetException : JpoException
{
    internal JpoSheetException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
