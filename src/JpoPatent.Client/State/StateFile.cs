using System;
using System.IO;
#if NET8_0_OR_GREATER
using Microsoft.Win32.SafeHandles;
#endif

namespace JpoPatent.State;

/// <summary>
/// A file of the state folder that several processes read and write at once, read and written at given places. In
/// .NET without a stream, which costs half as much.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private CreatedLock? _created;

#if NET8_0_OR_GREATER
    private readonly SafeFileHandle _file;
    private bool _isAlone;
    private bool _isKept;

    private StateFile(string path, FileAccess access, FileShare share)
    {
        StateFolder.RefuseLink(path);
        _file = File.OpenHandle(path, FileMode.Open, access, share);
        _isAlone = share == FileShare.None;
    }

    internal long Length => RandomAccess.GetLength(_file);
#else
    private readonly FileStream _file;

    private StateFile(string path, FileAccess access, FileShare share) =>
        _file = new FileStream(path, FileMode.Open, access, share, bufferSize: 1);

    internal long Length => _file.Length;
#endif

    /// <exception cref="FileNotFoundException">It is not there.</exception>
    internal static StateFile OpenForReading(string path) =>
        new(path, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>
    /// Opens a file; if it has to be made, it is made readable by the user alone. Under a lock, so that no two make it.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there.</exception>
    internal static StateFile OpenForWriting(string path)
    {
        try
        {
            return OpenExisting(path);
        }
        catch (FileNotFoundException)
        {
            StateFolder.CreateFile(path).Dispose();
            return OpenExisting(path);
        }
    }

    /// <summary>Opens a file for reading and writing.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    internal static StateFile OpenExisting(string path) =>
        new(path, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>
    /// Opens a file for this caller alone, in this process and in all others; if it has to be made,
    /// it is made readable by the user alone.
    /// </summary>
    /// <returns>The file; null where another has it, or makes it at this moment.</returns>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there.</exception>
    internal static StateFile? TryOpenAlone(KeptFile kept)
    {
        string path = kept.Path;
        if (FileLock.WorksAt(path) && !CreatedLock.IsUsedAt(path))
        {
            return kept.TryOpenAlone();
        }

        if (CreatedLock.TryAcquire(path) is not { } created)
        {
            return null;
        }

        StateFile? file = null;
        try
        {
            file = TryOpenOrMake(path);
            if (file != null)
            {
                file._created = created;
            }

            return file;
        }
        finally
        {
            if (file == null)
            {
                created.Dispose();
            }
        }
    }

    /// <summary>The same where the system's locks work.</summary>
    internal static StateFile? TryOpenOrMake(string path)
    {
        try
        {
            try
            {
                return new StateFile(path, FileAccess.ReadWrite, FileShare.None);
            }
            catch (FileNotFoundException)
            {
                // Made by name and then opened, so that of two who make it neither fails.
                StateFolder.OpenFile(path, FileMode.OpenOrCreate).Dispose();
                return new StateFile(path, FileAccess.ReadWrite, FileShare.None);
            }
        }
        catch (IOException error) when (FileLock.IsHeld(error))
        {
            return null;
        }
    }

#if NET8_0_OR_GREATER
    /// <summary>From now on the file stays open when it is disposed of, and only lets go of its lock.</summary>
    /// <param name="identity">Which file it is.</param>
    /// <returns>False where the system does not say which.</returns>
    internal bool TryKeep(out FileIdentity identity)
    {
        _isKept = LinuxFiles.TryLook(_file, out identity, out _);
        if (_isKept && !_isAlone)
        {
            // .NET locks whatever it opens, for readers too, and a lock that is kept would be
            // in the way of those who copy a file back.
            LinuxFiles.Unlock(_file);
        }

        return _isKept;
    }

    /// <summary>Locks a file that is open already.</summary>
    /// <returns>False where another has it.</returns>
    internal bool TryLock() => _isAlone = LinuxFiles.TryLock(_file);

    /// <summary>Closes a file that was kept.</summary>
    internal void Close()
    {
        _isKept = false;
        Dispose();
    }
#endif

    /// <summary>Fills a buffer, as far as the file goes.</summary>
    /// <returns>How many bytes were read.</returns>
    internal int Read(byte[] into, long at)
    {
        int read = 0;
        while (read < into.Length)
        {
#if NET8_0_OR_GREATER
            int more = RandomAccess.Read(_file, into.AsSpan(read), at + read);
#else
            _file.Position = at + read;
            int more = _file.Read(into, read, into.Length - read);
#endif
            if (more == 0)
            {
                break;
            }

            read += more;
        }

        return read;
    }

    /// <summary>Writes to the operating system, not to the disk: a killed process loses nothing.</summary>
    internal void Write(byte[] bytes, int length, long at)
    {
#if NET8_0_OR_GREATER
        RandomAccess.Write(_file, bytes.AsSpan(0, length), at);
#else
        _file.Position = at;
        _file.Write(bytes, 0, length);
        _file.Flush();
#endif
    }

    internal void SetLength(long length)
    {
#if NET8_0_OR_GREATER
        RandomAccess.SetLength(_file, length);
#else
        _file.SetLength(length);
#endif
    }

    public void Dispose()
    {
#if NET8_0_OR_GREATER
        if (_isKept)
        {
            if (_isAlone)
            {
                LinuxFiles.Unlock(_file);
                _isAlone = false;
            }

            return;
        }
#endif
        _file.Dispose();
        _created?.Dispose();
    }
}
