using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent;

/// <summary>
/// One file an answer, in a folder a day: what is not in today's folder is not good any more, and tidying up is the removal of old folders. Shared by all
/// processes that use the same ID.
/// </summary>
internal sealed class FileAnswerCache(string folder) : IAnswerCache
{
    /// <summary>A day of every API's whole limit, documents included, stays below this.</summary>
    internal const long MaxBytes = 1L << 30;

    /// <summary>So much may be written before the folder is looked over again.</summary>
    private const long PruneEvery = MaxBytes / 16;

    private const string Extension = ".answer";

    // 4096 names: eight calls at once hardly ever meet.
    private const int LockDigits = 3;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private int _prunedOn;
    private long _writtenSince;

    /// <summary>The tidying that a write began last. Nobody need wait for it.</summary>
    internal Task LastPrune { get; private set; } = Task.CompletedTask;

    public CachedAnswer? Read(ApiDescriptor api, string parameters, DateTimeOffset now)
    {
        string key = Key(api, parameters);
        string path = PathOf(JapanTime.DayOf(now), api, key);
        try
        {
            // Asking first is cheaper than an exception for every case that is not there.
            return File.Exists(path) ? AnswerFile.Decode(File.ReadAllBytes(path), key) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(ApiDescriptor api, string parameters, CachedAnswer answer)
    {
        string key = Key(api, parameters);
        int day = JapanTime.DayOf(answer.RetrievedAt);
        string path = PathOf(day, api, key);
        string fresh = path + "." + Guid.NewGuid().ToString("N") + ".new";
        try
        {
            StateFolder.CreateFolder(Path.GetDirectoryName(path)!);
            using (FileStream file = StateFolder.CreateFile(fresh))
            {
                byte[] bytes = AnswerFile.Encode(key, answer);
                file.Write(bytes, 0, bytes.Length);
            }

#if NET8_0_OR_GREATER
            File.Move(fresh, path, overwrite: true);
#else
            if (File.Exists(path))
            {
                File.Replace(fresh, path, destinationBackupFileName: null);
            }
            else
            {
                File.Move(fresh, path);
            }
#endif
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            TryDelete(fresh);
        }

        PruneNowAndThen(day, answer);
    }

    public async ValueTask<IDisposable?> EnterAsync(ApiDescriptor api, string parameters, CancellationToken cancellationToken)
    {
        // In a folder of the lock's own, which outlives midnight: whoever fetches across it is still the only one. Named by the first digits of the hash, because a lock
        // file cannot be removed safely and one for every case ever asked for would pile up; two cases that share a name wait for each other now and then.
        string path = Path.Combine(folder, "flights", FileName(api, Key(api, parameters)).Substring(api.Number.Length + 1, LockDigits) + ".lock");
        while (true)
        {
            try
            {
                if (FileLock.TryAcquire(path) is { } held)
                {
                    return held;
                }
            }
            catch (DirectoryNotFoundException)
            {
                if (!TryCreate(Path.GetDirectoryName(path)!))
                {
                    return null;
                }

                continue;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return null;
            }

            await Task.Delay(Poll, cancellationToken).ConfigureAwait(false);
        }
    }

    public int Clear(ApiDescriptor? api, DateTimeOffset? olderThan)
    {
        int cleared = 0;
        foreach (FileInfo file in Answers())
        {
            bool isOfApi = api == null || file.Name.StartsWith(api.Number + "-", StringComparison.Ordinal);
            if (isOfApi && (olderThan == null || file.LastWriteTimeUtc < olderThan.Value.UtcDateTime) && TryDelete(file.FullName))
            {
                cleared++;
            }
        }

        return cleared;
    }

    /// <summary>Looks the folder over with the first answer of a day and after much was written; on another thread, because a call waits for this one.</summary>
    private void PruneNowAndThen(int day, CachedAnswer answer)
    {
        long written = Interlocked.Add(ref _writtenSince, answer.Body.Length);
        if (Interlocked.Exchange(ref _prunedOn, day) != day || written > PruneEvery)
        {
            Interlocked.Exchange(ref _writtenSince, 0);
            LastPrune = Task.Run(() => Prune(answer.RetrievedAt));
        }
    }

    /// <summary>Removes the folders of past days, and of today the oldest answers beyond the bound. Not for the hot path.</summary>
    internal void Prune(DateTimeOffset now)
    {
        try
        {
            string today = DayName(JapanTime.DayOf(now));
            DateTime yesterday = DateTime.UtcNow.AddDays(-1);
            foreach (string day in Directory.GetDirectories(folder))
            {
                // By age as well as by name: under a wrong clock, today has another name.
                string name = Path.GetFileName(day);
                bool isDay = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);
                if (isDay && name != today && Directory.GetLastWriteTimeUtc(day) < yesterday)
                {
                    TryDeleteFolder(day);
                }
            }

            FileInfo[] answers = Answers();
            long total = 0;
            foreach (FileInfo answer in answers)
            {
                total += answer.Length;
            }

            if (total > MaxBytes)
            {
                Array.Sort(answers, static (a, b) => a.LastWriteTimeUtc.CompareTo(b.LastWriteTimeUtc));
                for (int i = 0; i < answers.Length && total > MaxBytes / 2; i++)
                {
                    total -= answers[i].Length;
                    TryDelete(answers[i].FullName);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process may be tidying up at the same time; the next connection tries again.
        }
    }

    private FileInfo[] Answers() =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*" + Extension, SearchOption.AllDirectories) : [];

    private string PathOf(int day, ApiDescriptor api, string key) => Path.Combine(folder, DayName(day), FileName(api, key) + Extension);

    private static string DayName(int day) => day.ToString(CultureInfo.InvariantCulture);

    private static string Key(ApiDescriptor api, string parameters) => api.Id + "/" + parameters;

    /// <summary>Numbers and names never become file names: a hash has no reserved characters and one length.</summary>
    private static string FileName(ApiDescriptor api, string key)
    {
#if NET8_0_OR_GREATER
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return string.Concat(api.Number, "-", Convert.ToHexString(hash.Slice(0, 12)));
#else
        using var sha = SHA256.Create();
        return api.Number + "-" + BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(key)), 0, 12).Replace("-", string.Empty);
#endif
    }

    private static bool TryCreate(string path)
    {
        try
        {
            StateFolder.CreateFolder(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool TryDelete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void TryDeleteFolder(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // In use by a process that began before midnight.
        }
    }
}
