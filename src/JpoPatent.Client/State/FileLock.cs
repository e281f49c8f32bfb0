using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;

namespace JpoPatent.State;

/// <summary>
/// An operating-system lock on a file of its own (<c>flock</c> on Unix, a sharing mode on Windows). The system lets go of it when the process
/// ends, however it ends, so nothing has to be cleaned up after a crash. In a folder where such locks do nothing, a file that only one can make stands in.
/// </summary>
internal static class FileLock
{
    /// <summary>The lock is held for microseconds; whoever holds it this long is a suspended process.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="IOException">The lock could not be had in time.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    internal static IDisposable Acquire(string path, TimeSpan? patience = null, CancellationToken cancellationToken = default)
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
            if (waited.Elapsed >= (patience ?? Patience))
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
                cancellationToken.ThrowIfCancellationRequested();
                Thread.Sleep(1);
            }
        }
    }

    /// <summary>The lock, or null where another holds it.</summary>
    internal static IDisposable? TryAcquire(string path)
    {
        if (CreatedLock.IsNeededAt(path))
        {
            return CreatedLock.TryAcquire(path);
        }

        try
        {
            return Open(path);
        }
        catch (IOException error) when (IsHeld(error))
        {
            return null;
        }
    }

    /// <summary>Takes a lock twice: where the second succeeds too, locks do nothing in that folder (a share without them, or a setting that turns them off).</summary>
    internal static bool WorksAt(string path)
    {
        using IDisposable? first = TryAcquire(path);
        if (first == null)
        {
            // Somebody holds it, so it can be held.
            return true;
        }

        using IDisposable? second = TryAcquire(path);
        return second == null;
    }

    /// <summary>Whether a lock file could not be opened because somebody holds it, and not because it cannot be written at all: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, EAGAIN.</summary>
    internal static bool IsHeld(IOException error) => error.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021) or 11 or 35;

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
