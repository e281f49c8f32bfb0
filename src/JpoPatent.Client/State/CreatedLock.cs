using System;
using System.Collections.Concurrent;
using System.IO;
using System.Text;

namespace JpoPatent.State;

/// <summary>
/// A lock for folders in which the system's locks do nothing: whoever makes a file holds it, because of all who try only one can. It outlives its holder's death, so
/// one that does not move for long is broken; a holder that was only suspended finds that out by the name that it wrote into it.
/// </summary>
internal sealed class CreatedLock : IDisposable
{
    private const string Extension = ".held";

    // Folders whose system locks were tried and do nothing.
    private static readonly ConcurrentDictionary<string, bool> Folders = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, (string Holder, long Since)> SeenHeld = new(StringComparer.Ordinal);

    private readonly string _path;

    private CreatedLock(string path) => _path = path;

    /// <summary>From now on, locks in this folder and below are made so.</summary>
    internal static void UseIn(string folder) => Folders[folder] = true;

    internal static bool IsNeededAt(string path)
    {
        if (Folders.IsEmpty)
        {
            return false;
        }

        foreach (string folder in Folders.Keys)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    internal static IDisposable? TryAcquire(string path)
    {
        string held = path + Extension;
        try
        {
            using FileStream file = StateFolder.CreateFile(held);
            byte[] holder = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N"));
            file.Write(holder, 0, holder.Length);
            SeenHeld.TryRemove(held, out _);
            return new CreatedLock(held);
        }
        catch (IOException) when (File.Exists(held))
        {
            BreakIfDead(held);
            return null;
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whoever waits breaks it in a while.
        }
    }

    /// <summary>By this process's own clock and the name in the file: clocks of machines that share a folder differ.</summary>
    private static void BreakIfDead(string held)
    {
        string holder;
        try
        {
            holder = File.ReadAllText(held);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return;
        }

        long now = System.Diagnostics.Stopwatch.GetTimestamp();
        (string Holder, long Since) seen = SeenHeld.GetOrAdd(held, (holder, now));
        if (seen.Holder != holder)
        {
            SeenHeld[held] = (holder, now);
            return;
        }

        if ((now - seen.Since) / (double)System.Diagnostics.Stopwatch.Frequency < FileLock.Patience.TotalSeconds / 2)
        {
            return;
        }

        // Renamed first: of all who find it dead, one renames it, and none removes the next holder's.
        string dead = held + "." + Guid.NewGuid().ToString("N");
        try
        {
            File.Move(held, dead);
            File.Delete(dead);
        }
        catch (IOException)
        {
            // Another was faster.
        }

        SeenHeld.TryRemove(held, out _);
    }
}
