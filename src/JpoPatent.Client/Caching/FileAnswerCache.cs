using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.State;
using JpoPatent.Time;

namespace JpoPatent.Caching;

/// <summary>
/// One file for each API, in one folder for each day: what is not in today's folder is not good any more, and tidying
/// up is the removal of old folders. Shared by all processes that use the same ID.
/// </summary>
internal sealed class FileAnswerCache(string folder, TimeProvider time) : IAnswerCache
{
    /// <summary>A day of every API's whole limit, documents included, stays below this.</summary>
    internal const long MaxBytes = 1L << 30;

    /// <summary>So much may be written before the folder is looked over again.</summary>
    private const long PruneEvery = MaxBytes / 16;

    private const string Extension = ".answers";
    private const string Unfinished = ".new";

    private readonly ConcurrentDictionary<(int Day, ApiDescriptor Api), AnswerSegment> _segments = new();

    // What could not be written, for the rest of this process.
    private readonly MemoryAnswerCache _unwritten = new();
    private int _prunedOn;
    private long _writtenSince;

    /// <summary>The tidying that a write began last. Callers need not wait for it.</summary>
    internal Task LastPrune { get; private set; } = Task.CompletedTask;

    public ValueTask<CachedAnswer?> ReadAsync(
        ApiDescriptor api, string parameters, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        new(Read(api, parameters, now));

    public ValueTask WriteAsync(
        ApiDescriptor api, string parameters, CachedAnswer answer, CancellationToken cancellationToken = default)
    {
        Write(api, parameters, answer);
        return default;
    }

    public ValueTask<int> ClearAsync(
        ApiDescriptor? api, DateTimeOffset? olderThan, CancellationToken cancellationToken = default) =>
        new(Clear(api, olderThan));

    internal CachedAnswer? Read(ApiDescriptor api, string parameters, DateTimeOffset now)
    {
        try
        {
            return Segment(JapanTime.DayOf(now), api).Read(CachedAnswer.KeyOf(api, parameters))
                ?? _unwritten.Read(api, parameters, now);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return _unwritten.Read(api, parameters, now);
        }
    }

    internal void Write(ApiDescriptor api, string parameters, CachedAnswer answer)
    {
        int day = JapanTime.DayOf(answer.RetrievedAt);
        try
        {
            Append(Segment(day, api), day, CachedAnswer.KeyOf(api, parameters), answer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A cache is a comfort, not a duty.
            _unwritten.Write(api, parameters, answer);
        }

        PruneNowAndThen(day, answer);
    }

    internal int Clear(ApiDescriptor? api, DateTimeOffset? olderThan)
    {
        int cleared = _unwritten.Clear(api, olderThan);
        foreach ((int day, ApiDescriptor of) in Days())
        {
            if (api == null || api == of)
            {
                cleared += Forget(Segment(day, of), (writtenAt, _) => writtenAt >= olderThan);
            }
        }

        return cleared;
    }

    private void Append(AnswerSegment segment, int day, string key, CachedAnswer answer)
    {
        try
        {
            segment.Append(key, answer, time.GetUtcNow());
        }
        catch (DirectoryNotFoundException)
        {
            // The first of the day, or somebody tidied the folder away while we run.
            StateFolder.CreateFolder(folder);
            StateFolder.CreateFolder(Path.Combine(folder, DayName(day)));
            segment.Append(key, answer, time.GetUtcNow());
        }
    }

    /// <summary>
    /// Looks the folder over with the first answer of a day and after much was written; on another thread, because a
    /// call waits for this one.
    /// </summary>
    private void PruneNowAndThen(int day, CachedAnswer answer)
    {
        long written = Interlocked.Add(ref _writtenSince, answer.Body.Length);
        if (Interlocked.Exchange(ref _prunedOn, day) != day || written > PruneEvery)
        {
            Interlocked.Exchange(ref _writtenSince, 0);
            LastPrune = Task.Run(() => Prune(answer.RetrievedAt));
        }
    }

    /// <summary>
    /// Removes the folders of past days, and of today the oldest answers beyond the bound. Not for the hot path.
    /// </summary>
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

            foreach ((int Day, ApiDescriptor Api) segment in _segments.Keys)
            {
                if (DayName(segment.Day) != today && _segments.TryRemove(segment, out AnswerSegment? past))
                {
                    past.Close();
                }
            }

            long total = 0;
            foreach (FileInfo segment in Files())
            {
                total += segment.Length;
            }

            if (total > MaxBytes)
            {
                Halve(total);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process may be tidying up at the same time; the next connection tries again.
        }
    }

    /// <summary>Of every API the newest answers stay, as many as make half of the bound together.</summary>
    private void Halve(long total)
    {
        foreach ((int day, ApiDescriptor api) in Days())
        {
            long room = (long)(MaxBytes / 2 * (new FileInfo(PathOf(day, api)).Length / (double)total));
            Forget(Segment(day, api), (_, length) => (room -= length) >= 0);
        }
    }

    private static int Forget(AnswerSegment segment, Func<DateTimeOffset, int, bool> isKept)
    {
        try
        {
            return segment.Keep(isKept);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // In use by another process; nothing was forgotten.
            return 0;
        }
    }

    private FileInfo[] Files() =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder).GetFiles("*" + Extension, SearchOption.AllDirectories)
            : [];

    /// <summary>Days and APIs of which there are answers.</summary>
    private IEnumerable<(int Day, ApiDescriptor Api)> Days()
    {
        foreach (FileInfo file in Files())
        {
            foreach (ApiDescriptor api in ApiCatalog.All)
            {
                if (file.Name == api.Number + Extension
                    && int.TryParse(file.Directory!.Name, NumberStyles.None, CultureInfo.InvariantCulture, out int day))
                {
                    yield return (day, api);
                }
            }
        }
    }

    private AnswerSegment Segment(int day, ApiDescriptor api)
    {
        var key = (day, api);
        return _segments.TryGetValue(key, out AnswerSegment? known)
            ? known
            : _segments.GetOrAdd(key, new AnswerSegment(PathOf(day, api), Path.Combine(folder, "append.lock")));
    }

    private string PathOf(int day, ApiDescriptor api) => Path.Combine(folder, DayName(day), api.Number + Extension);

    private static string DayName(int day) => day.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Removes a day: our files, and the folder if nothing else is in it. Behind a link lie somebody else's folders,
    /// and they can be named like days.
    /// </summary>
    private static void TryDeleteFolder(string path)
    {
        try
        {
            foreach (string file in Directory.GetFiles(path))
            {
                if (IsOurs(file))
                {
                    File.Delete(file);
                }
            }

            Directory.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // In use by a process that began before midnight, or not empty.
        }
    }

    private static bool IsOurs(string file) =>
        file.EndsWith(Extension, StringComparison.Ordinal) || file.EndsWith(Unfinished, StringComparison.Ordinal);
}
