using System.IO;

namespace JpoPatent.State;

/// <summary>
/// A file of the state folder that stays open between changes, where one look tells whether it is still the one in the
/// folder: when somebody deletes it, a process with an old handle would go on writing a book that no other process
/// reads. That is so on Linux, on a local disk; elsewhere the file is opened for each change. For one caller at a time.
/// </summary>
internal sealed class KeptFile(string path)
{
#if NET8_0_OR_GREATER
    private byte[]? _name;
    private bool? _canKeep;
    private StateFile? _open;
    private FileIdentity _identity;
    private bool _isReadOnly;
#endif

    internal string Path => path;

    /// <summary>
    /// How long the file was at the last look, if it was the one that is kept; null where it has just been opened.
    /// </summary>
    internal long? Length { get; private set; }

    /// <summary>Looks how long the file in the folder is, without opening it; 0 where none stands there.</summary>
    internal long LookLength()
    {
#if NET8_0_OR_GREATER
        if (_open != null && LinuxFiles.TryLook(_name!, out _, out long length))
        {
            return length;
        }
#endif
        var file = new FileInfo(path);
        return file.Exists ? file.Length : 0;
    }

    /// <summary>Opens it for reading.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    internal StateFile OpenForReading() =>
        Kept(isReadOnly: true) ?? Keep(StateFile.OpenForReading(path), isReadOnly: true);

    /// <summary>Opens it for reading and writing.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    internal StateFile OpenExisting() =>
        Kept(isReadOnly: false) ?? Keep(StateFile.OpenExisting(path), isReadOnly: false);

    /// <summary>
    /// The same; if it has to be made, it is made readable by the user alone. Under a lock, so that no two make it.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there.</exception>
    internal StateFile OpenForWriting() =>
        Kept(isReadOnly: false) ?? Keep(StateFile.OpenForWriting(path), isReadOnly: false);

    /// <summary>
    /// Opens it for this caller alone, in this process and in all others; if it has to be made, it is made readable by
    /// the user alone.
    /// </summary>
    /// <returns>The file; null where another has it, or makes it at this moment.</returns>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there.</exception>
    internal StateFile? TryOpenAlone()
    {
#if NET8_0_OR_GREATER
        if (_open is { } open)
        {
            if (!open.TryLock())
            {
                return null;
            }

            // Looked at under the lock: of a file that is gone and the one in its place, two could each hold one.
            if (Kept(isReadOnly: false) != null)
            {
                return open;
            }
        }
#endif
        return StateFile.TryOpenOrMake(path) is { } file ? Keep(file, isReadOnly: false) : null;
    }

    /// <summary>Closes it until it is used again. A connection that ends leaves that to the runtime.</summary>
    internal void Close()
    {
        Length = null;
#if NET8_0_OR_GREATER
        _open?.Close();
        _open = null;
#endif
    }

#if NET8_0_OR_GREATER
    private StateFile? Kept(bool isReadOnly)
    {
        if (_open is { } open
            && (isReadOnly || !_isReadOnly)
            && LinuxFiles.TryLook(_name!, out FileIdentity there, out long length)
            && there == _identity)
        {
            Length = length;
            return open;
        }

        Close();
        return null;
    }

    private StateFile Keep(StateFile file, bool isReadOnly)
    {
        _canKeep ??= LinuxFiles.CanKeep(System.IO.Path.GetDirectoryName(path)!);
        if (_canKeep.Value && file.TryKeep(out _identity))
        {
            _name ??= LinuxFiles.NameOf(path);
            _isReadOnly = isReadOnly;
            _open = file;
        }

        return file;
    }
#else
    private static StateFile? Kept(bool isReadOnly) => null;

    private static StateFile Keep(StateFile file, bool isReadOnly) => file;
#endif
}
