using System;

namespace JpoPatent;

/// <summary>A file on this machine could not be written, or would have been overwritten.</summary>
public sealed class JpoFileException : JpoException
{
    internal JpoFileException(string message, string path, bool isConflict, Exception? innerException = null)
        : base(message, innerException)
    {
        Path = path;
        IsConflict = isConflict;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Whether the file exists already and was left alone.</summary>
    public bool IsConflict { get; }
}
