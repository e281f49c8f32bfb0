using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Threading;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.State;

/// <summary>
/// An operating-system lock on a file of its own (<c>flock</c> on Unix, a sharing mode on Windows). The system lets go
/// of it when the process ends, however it ends, so nothing has to be cleaned up after a crash. Where such locks do
/// nothing, which is found out when a lock is first taken, a file that only one can make stands in.
/// </summary>
internal static class FileLock
{
    /// <summary>The lock is held for microseconds; a process that holds it this long is suspended.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Lock files that this process has taken, and whether that kept it from taking them again.
    private static readonly ConcurrentDictionary<string, bool> Tried = new(StringComparer.Ordinal);

    /// <exception cref="IOException">The lock could not be had in time.</exception>
    /// <exception cref="OperationCanceledException">The caller no longer waits for it.</exception>
    internal static HeldLock Acquire(
        string path, TimeSpan? patience = null, CancellationToken cancellationToken = default) =>
        Acquire(path, kept: null, patience, cancellationToken);

    /// <summary>The same for a lock file that stays open between changes.</summary>
    /// <exception cref="IOException">The lock could not be had in time.</exception>
    /// <exception cref="OperationCanceledException">The caller no longer waits for it.</exception>
    internal static HeldLock Acquire(
        KeptFile kept, TimeSpan? patience = null, CancellationToken cancellationToken = default) =>
        Acquire(kept.Path, kept, patience, cancellationToken);

    private static HeldLock Acquire(
        string path, KeptFile? kept, TimeSpan? patience, CancellationToken cancellationToken)
    {
        Stopwatch? waited = null;
        SpinWait spin = default;
        while (true)
        {
            if (TryAcquireAny(path, kept) is { } held)
            {
                return held;
            }

            waited ??= Stopwatch.StartNew();
            if (waited.Elapsed >= (patience ?? Patience))
            {
                throw new IOException(Format(Client.Messages.LockHeld, path));
            }

            // Past the first rounds a short sleep: with more waiters than cores,
            // spinning keeps the holder from finishing.
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

    /// <summary>
    /// The system's lock, or null where another holds it. For one that is held for as long as a run: where locks do
    /// nothing, this does nothing either.
    /// </summary>
    internal static IDisposable? TryAcquire(string path)
    {
        try
        {
            return Open(path);
        }
        catch (IOException error) when (IsHeld(error))
        {
            return null;
        }
    }

    /// <summary>
    /// Takes a lock twice, the first time that this process takes it: where the second succeeds too, locks do nothing
    /// there (a share without them, or a setting that turns them off).
    /// </summary>
    internal static bool WorksAt(string path) => WorksAt(path, out _);

    /// <summary>The same.</summary>
    /// <param name="path">The lock file.</param>
    /// <param name="isNew">Whether this was the moment that it was found out.</param>
    internal static bool WorksAt(string path, out bool isNew)
    {
        isNew = false;
        if (Tried.TryGetValue(path, out bool works))
        {
            return works;
        }

        StateFolder.RefuseLink(path);
        using IDisposable? first = TryAcquire(path);
        if (first == null)
        {
            // Somebody holds it, so it can be held.
            return true;
        }

        using (IDisposable? second = TryAcquire(path))
        {
            works = second == null;
        }

        if (!works)
        {
            CreatedLock.UseAt(path);
        }

        isNew = Tried.TryAdd(path, works);
        return works;
    }

    /// <summary>
    /// Whether a lock file could not be opened because somebody holds it, and not because it cannot be written at
    /// all: ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION, EAGAIN.
    /// </summary>
    internal static bool IsHeld(IOException error) =>
        error.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021) or 11 or 35;

    private static HeldLock? TryAcquireAny(string path, KeptFile? kept)
    {
        if (!WorksAt(path))
        {
            return CreatedLock.TryAcquire(path);
        }

        IDisposable? handle = kept == null ? TryAcquire(path) : kept.TryOpenAlone();
        return handle == null ? null : SystemLock.TryComplete(path, handle);
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
