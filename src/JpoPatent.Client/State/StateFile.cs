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

    private StateFile(string path, FileAccess access, FileShare share)
    {
        StateFolder.RefuseLink(path);
        _file = File.OpenHandle(path, FileMode.Open, access, share);
    }

    internal long Length => RandomAccess.GetLength(_file);
#else
    private readonly FileStream _file;

    private StateFile(string path, FileAccess access, FileShare share) => _file = new FileStream(path, FileMode.Open, access, share, bufferSize: 1);

    internal long Length => _file.Length;
#endif

    /// <exception cref="FileNotFoundException">It is not there.</exception>
    internal static StateFile OpenForReading(string path) => new(path, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Opens a file; if it has to be made, it is made readable by the user alone. Under a lock, so that no two make it.</summary>
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
    internal static StateFile OpenExisting(string path) => new(path, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Opens a file for this caller alone, in this process and in all others; if it has to be made, it is made readable by the user alone.</summary>
    /// <returns>The file; null where another has it, or makes it at this moment.</returns>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there.</exception>
    internal static StateFile? TryOpenAlone(string path)
    {
        if (FileLock.WorksAt(path) && !CreatedLock.IsUsedAt(path))
        {
            return TryOpenOrMake(path);
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

    private static StateFile? TryOpenOrMake(string path)
    {
        try
        {
            return new StateFile(path, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (FileLock.IsHeld(error))
        {
            return null;
        }
        catch (FileNotFoundException)
        {
            // Made here and opened in the next turn, so that of two who make it neither fails.
        }

        try
        {
            StateFolder.OpenFile(path, FileMode.OpenOrCreate).Dispose();
        }
        catch (IOException error) when (FileLock.IsHeld(error))
        {
            // Another was faster.
        }

        return null;
    }

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
        _file.Dispose();
        _created?.Dispose();
    }
}
