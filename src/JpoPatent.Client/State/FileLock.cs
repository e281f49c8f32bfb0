using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;

namespace JpoPatent;

/// <summary>
/// An operating-system lock on a file of its own (<c>flock</c> on Unix, a sharing mode on Windows). The system lets go of it when the process
/// ends, however it ends, so nothing has to be cleaned up after a crash.
/// </summary>
internal static class FileLock
{
    /// <summary>The lock is held for microseconds; whoever holds it this long is a suspended process.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="IOException">The lock could not be had in time.</exception>
    internal static IDisposable Acquire(string path)
    {
        Stopwatch? waited = null;
        SpinWait spin = default;
        while (true)
        {
            if (TryAcquire(path) is { } held)
            {
                return held;
            }

            waited ??= Stopwatch.StartNew();
            if (waited.Elapsed > Patience)
            {
                throw new IOException(string.Format(CultureInfo.CurrentCulture, Client.Messages.LockHeld, path));
            }

            // Past the first rounds a short sleep: with more waiters than cores, spinning keeps the holder from finishing.
            if (spin.Count < 12)
            {
                spin.SpinOnce();
            }
            else
            {
                Thread.Sleep(1);
            }
        }
    }

    /// <summary>The lock, or null where another holds it.</summary>
    internal static IDisposable? TryAcquire(string path)
    {
        try
        {
            return Open(path);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or PathTooLongException or DriveNotFoundException) && File.Exists(path))
        {
            return null;
        }
    }

    private static IDisposable Open(string path)
    {
#if NET8_0_OR_GREATER
        // The lock of every call but the first: without a stream around the file it costs half.
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (FileNotFoundException)
        {
            // Made below, readable by the user alone.
        }
#endif
        return StateFolder.OpenFile(path, FileMode.OpenOrCreate);
    }
}
