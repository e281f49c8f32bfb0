using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;

namespace JpoPatent.State;

/// <summary>
/// A lock for places where the system's locks do nothing: the process that makes a file holds it, because of all who
/// try only one can. It outlives its holder's death, so one that does not move for long is broken. No process removes
/// another holder's file by mistake: the right to remove that of one holder is itself a file of that holder's name that
/// only one can make, and the process that has it looks once more whose the lock is.
/// </summary>
internal sealed class CreatedLock : HeldLock
{
    private const string Extension = ".held";
    private const string Mark = ".created";

    // The lock is held for a few file operations. Others take a holder for dead after this long,
    // and a holder trusts its lock for half of it.
    private static readonly TimeSpan Silence = TimeSpan.FromTicks(FileLock.Patience.Ticks / 2);
    private static readonly TimeSpan Trust = TimeSpan.FromTicks(Silence.Ticks / 2);

    // Longer than a process that does not know of the mark yet holds the system's lock.
    private static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(100);

    // Much shorter, so that a look that is this old tells as much as a new one.
    private static readonly TimeSpan LookLasts = TimeSpan.FromTicks(Notice.Ticks / 5);

    private static readonly TimeSpan MarkLasts = TimeSpan.FromDays(7);

    // Which holder this process saw first when. Every holder has another name:
    // one that is seen twice has held it in between.
    private static readonly ConcurrentDictionary<string, (string Holder, long Since)> Seen = new(
        StringComparer.Ordinal);

    // When this process last saw that no process takes a lock in this way.
    private static readonly ConcurrentDictionary<string, object> UnusedSince = new(StringComparer.Ordinal);

    private readonly string _file;
    private readonly string _holder;
    private readonly long _since;

    private CreatedLock(string file, string holder, long since)
    {
        _file = file;
        _holder = holder;
        _since = since;
    }

    internal override bool IsCertain => Age(_since) < Trust;

    /// <summary>
    /// Whether some process takes a lock in this way, so that all have to. Not on Windows,
    /// where no system lock does nothing.
    /// </summary>
    internal static bool IsUsedAt(string path)
    {
#if NET8_0_OR_GREATER
        if (OperatingSystem.IsWindows()
            || (UnusedSince.TryGetValue(path, out object? seen) && Age((long)seen) < LookLasts))
        {
            return false;
        }

        long since = Stopwatch.GetTimestamp();
        if (File.Exists(path + Mark))
        {
            return true;
        }

        UnusedSince[path] = since;
        return false;
#else
        return false;
#endif
    }

    /// <summary>From now on, all processes take this lock by making a file.</summary>
    internal static void UseAt(string path)
    {
        string mark = path + Mark;
        UnusedSince.TryRemove(path, out _);
        try
        {
            StateFolder.CreateFile(mark).Dispose();

            // Who holds the system's lock at this moment has not seen the mark.
            Thread.Sleep(Notice);
        }
        catch (IOException error) when (IsThere(error))
        {
            File.SetLastWriteTimeUtc(mark, DateTime.UtcNow);
        }
    }

    /// <summary>
    /// Forgets marks that were not renewed for days, so that a folder whose locks work again is as fast as any.
    /// </summary>
    internal static void ForgetOld(string folder)
    {
        foreach (string mark in Directory.GetFiles(folder, "*" + Mark, SearchOption.AllDirectories))
        {
            if (File.GetLastWriteTimeUtc(mark) < DateTime.UtcNow - MarkLasts)
            {
                File.Delete(mark);
            }
        }
    }

    /// <returns>The lock, or null where another holds it.</returns>
    internal static CreatedLock? TryAcquire(string path)
    {
        string file = path + Extension;
        string holder = Guid.NewGuid().ToString("N");
        long since = Stopwatch.GetTimestamp();
        if (!File.Exists(file) && TryMake(file, holder, since))
        {
            return new CreatedLock(file, holder, since);
        }

        BreakIfSilent(file);
        return null;
    }

    public override void Dispose()
    {
        try
        {
            if (IsCertain)
            {
                File.Delete(_file);
            }
            else
            {
                RemoveOf(_file, _holder);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A waiting process breaks it in a while.
        }
    }

    private static bool TryMake(string file, string holder, long since)
    {
        try
        {
            // Shared: one who looks whose it is must not keep the maker from writing the name,
            // where the system's locks work.
            using FileStream made = StateFolder.CreateFile(file, FileShare.ReadWrite | FileShare.Delete);
            byte[] name = Encoding.ASCII.GetBytes(holder);
            made.Write(name, 0, name.Length);
        }
        catch (IOException error) when (IsThere(error))
        {
            return false;
        }

        if (Age(since) < Trust)
        {
            return true;
        }

        // Stopped between making the file and writing the name, and perhaps taken for dead meanwhile.
        RemoveOf(file, holder);
        return false;
    }

    /// <summary>
    /// By this process's own clock and the holder's name: clocks of machines that share a folder differ.
    /// </summary>
    private static void BreakIfSilent(string file)
    {
        if (HolderOf(file) is not { } holder)
        {
            return;
        }

        long now = Stopwatch.GetTimestamp();
        (string Holder, long Since) seen = Seen.GetOrAdd(file, (holder, now));
        if (seen.Holder != holder)
        {
            Seen[file] = (holder, now);
        }
        else if (Age(seen.Since) >= Silence)
        {
            RemoveOf(file, holder);
        }
    }

    /// <summary>Removes the file if it is still that holder's.</summary>
    private static void RemoveOf(string file, string holder)
    {
        string right = file + "." + holder;
        if (!TryMake(right, Guid.NewGuid().ToString("N"), Stopwatch.GetTimestamp()))
        {
            // Another is at it; or was, and died.
            BreakIfSilent(right);
            return;
        }

        if (HolderOf(file) == holder)
        {
            File.Delete(file);
        }

        File.Delete(right);
    }

    /// <summary>Whose file it is; null where it is gone or cannot be read at the moment.</summary>
    private static string? HolderOf(string file)
    {
        try
        {
            string name = File.ReadAllText(file);

            // One that died before it wrote its name has the moment for a name.
            return name.Length > 0 ? name : File.GetLastWriteTimeUtc(file).Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>EEXIST, ERROR_FILE_EXISTS, ERROR_ALREADY_EXISTS.</summary>
    private static bool IsThere(IOException error) =>
        error.HResult is 17 or unchecked((int)0x80070050) or unchecked((int)0x800700B7);

    private static TimeSpan Age(long since) =>
        TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - since) / (double)Stopwatch.Frequency);
}
