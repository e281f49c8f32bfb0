using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using JpoPatent.Cases;
using JpoPatent.State;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Watch;

/// <summary>
/// A watch in its file. Many may read it at once; one writes, and holds a lock of the operating system meanwhile. A
/// line is appended for each look, so a process that is killed loses the look under way at most.
/// </summary>
internal sealed class WatchBook : IDisposable
{
    /// <summary>The file's name in the state folder.</summary>
    internal const string FileName = "watch.v1.jsonl";

    // Older changes and nights have been told long ago.
    private const int KeptNights = 400;

    private readonly Dictionary<CaseKey, (WatchCase Case, int Place)> _cases = [];
    private readonly List<WatchCase> _order = [];
    private readonly List<JpoWatchChange> _changes = [];
    private readonly List<JpoWatchNight> _nights = [];
    private readonly List<byte[]> _foreign = [];
    private IDisposable? _lock;
    private FileStream? _appending;

    private WatchBook(string path) => Path = path;

    internal string Path { get; }

    /// <summary>All cases, those that left the list included, in the order in which they came.</summary>
    internal IReadOnlyList<WatchCase> Cases => _order;

    /// <summary>All changes, by their number.</summary>
    internal IReadOnlyList<JpoWatchChange> Changes => _changes;

    /// <summary>The nights, in their order.</summary>
    internal IReadOnlyList<JpoWatchNight> Nights => _nights;

    /// <summary>The number of the last change.</summary>
    internal long LastSequence { get; private set; }

    /// <summary>Lines that could not be read: cut off by a crash, or damaged.</summary>
    internal int Damaged { get; private set; }

    /// <summary>Whether there was a file.</summary>
    internal bool Exists { get; private set; }

    /// <summary>Reads a watch.</summary>
    /// <exception cref="JpoFileException">The file cannot be read.</exception>
    internal static WatchBook Read(string path)
    {
        var book = new WatchBook(path);
        book.Load();
        return book;
    }

    /// <summary>Opens a watch for writing.</summary>
    /// <exception cref="JpoWatchBusyException">Another run writes it.</exception>
    /// <exception cref="JpoFileException">The file cannot be read or written.</exception>
    internal static WatchBook Open(string path)
    {
        var book = new WatchBook(path);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            book._lock = FileLock.TryAcquire(path + ".lock")
                ?? throw new JpoWatchBusyException(Format(Client.WatchMessages.Busy, path));
            book.Load();
            return book;
        }
        catch (Exception error)
        {
            book.Dispose();
            if (error is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                throw new JpoFileException(error.Message, path, isConflict: false, error);
            }

            throw;
        }
    }

    internal WatchCase? Find(CaseKey key) =>
        _cases.TryGetValue(key, out (WatchCase Case, int Place) found) ? found.Case : null;

    /// <summary>Takes a case in, without writing it yet.</summary>
    internal void Add(WatchCase one)
    {
        _cases.Add(one.Key, (one, _order.Count));
        _order.Add(one);
    }

    /// <summary>Forgets a case and its changes. The file forgets it when it is compacted.</summary>
    internal void Remove(WatchCase one)
    {
        _order.Remove(one);
        _cases.Clear();
        for (int i = 0; i < _order.Count; i++)
        {
            _cases.Add(_order[i].Key, (_order[i], i));
        }

        string key = WatchCase.KeyText(one.Key);
        _changes.RemoveAll(change => change.Key == key);
    }

    /// <summary>Writes what a look showed, with the changes in it, which get their numbers here.</summary>
    /// <exception cref="JpoFileException">The file cannot be written.</exception>
    internal void Append(WatchCase one, IReadOnlyList<JpoWatchChange> changes)
    {
        long sequence = LastSequence;
        foreach (JpoWatchChange change in changes)
        {
            change.Sequence = ++sequence;
        }

        Append(WatchLine.Of(one, changes));
        LastSequence = sequence;
        _changes.AddRange(changes);
    }

    /// <summary>Writes what a night came to.</summary>
    /// <exception cref="JpoFileException">The file cannot be written.</exception>
    internal void Append(JpoWatchNight night)
    {
        Append(WatchLine.Of(night));
        _nights.Add(night);
    }

    /// <summary>Writes the whole anew, beside the file, and puts it in its place.</summary>
    /// <param name="night">Tonight: what is far older is left out.</param>
    /// <exception cref="JpoFileException">The file cannot be written.</exception>
    internal void Compact(int night)
    {
        try
        {
            _appending?.Dispose();
            _appending = null;
            string fresh = Path + ".new";
            using (FileStream stream = StateFolder.OpenFile(fresh, FileMode.Create))
            {
                DateTime oldest = WatchDay.Date(night - KeptNights);
                foreach (byte[] line in Lines(oldest))
                {
                    stream.Write(line, 0, line.Length);
                }

                stream.Flush(flushToDisk: true);
            }

            Replace(fresh);
            Exists = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new JpoFileException(error.Message, Path, isConflict: false, error);
        }
    }

    public void Dispose()
    {
        _appending?.Dispose();
        _lock?.Dispose();
        _lock = null;
    }

    private IEnumerable<byte[]> Lines(DateTime oldest)
    {
        yield return WatchLine.Begin(LastSequence);
        foreach (WatchCase one in _order)
        {
            yield return WatchLine.Of(one, null);
        }

        foreach (JpoWatchChange change in _changes.Where(
            change => change.DetectedAt >= new DateTimeOffset(oldest, JapanTime.Offset)))
        {
            yield return WatchLine.Of(change);
        }

        foreach (JpoWatchNight past in _nights.Where(past => past.Night >= oldest))
        {
            yield return WatchLine.Of(past);
        }

        foreach (byte[] line in _foreign)
        {
            yield return line;
        }
    }

    private void Replace(string fresh)
    {
        if (!File.Exists(Path))
        {
            File.Move(fresh, Path);
            return;
        }
#if NET8_0_OR_GREATER
        File.Move(fresh, Path, overwrite: true);
#else
        File.Replace(fresh, Path, destinationBackupFileName: null);
#endif
    }

    private void Append(byte[] line)
    {
        try
        {
            _appending ??= OpenAtEnd();
            _appending.Write(line, 0, line.Length);
            _appending.Flush();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new JpoFileException(error.Message, Path, isConflict: false, error);
        }
    }

    // What a killed process left of its last line must not spoil the next one.
    private FileStream OpenAtEnd()
    {
        var stream = new FileStream(
            Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
        if (stream.Length > 0)
        {
            stream.Position = stream.Length - 1;
            bool isTorn = stream.ReadByte() != '\n';
            stream.Position = stream.Length;
            if (isTorn)
            {
                stream.WriteByte((byte)'\n');
            }
        }

        return stream;
    }

    private void Load()
    {
        byte[] file;
        try
        {
            if (!File.Exists(Path))
            {
                return;
            }

            using var stream = new FileStream(
                Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file = new byte[stream.Length];
            int read = 0;
            while (read < file.Length && stream.Read(file, read, file.Length - read) is > 0 and var more)
            {
                read += more;
            }

            Exists = true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new JpoFileException(error.Message, Path, isConflict: false, error);
        }

        for (int from = 0; from < file.Length;)
        {
            int end = Array.IndexOf(file, (byte)'\n', from);
            int length = (end < 0 ? file.Length : end) - from;
            int content = length > 0 && file[from + length - 1] == '\r' ? length - 1 : length;
            // A last line without its end is one that is being written, or was when its process was killed:
            // what it was to say has not been told.
            if (content > 0 && !Take(file, from, content) && end >= 0)
            {
                Damaged++;
            }

            from += length + 1;
        }

        _changes.Sort(static (a, b) => a.Sequence.CompareTo(b.Sequence));
        if (_changes.Count > 0)
        {
            LastSequence = Math.Max(LastSequence, _changes[_changes.Count - 1].Sequence);
        }
    }

    private bool Take(byte[] file, int from, int length)
    {
        if (!WatchLine.IsWhole(file, from, length))
        {
            return false;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(new ReadOnlyMemory<byte>(file, from, length));
            JsonElement line = json.RootElement;
            switch (WatchLine.TextOf(line, "kind"))
            {
                case WatchLine.Header:
                    LastSequence = Math.Max(
                        LastSequence, line.TryGetProperty("last", out JsonElement last) ? last.GetInt64() : 0);
                    return true;
                case WatchLine.CaseKind or WatchLine.LookKind:
                    return TakeCase(line);
                case WatchLine.ChangeKind when WatchLine.ReadChange(line) is { } change:
                    _changes.Add(change);
                    return true;
                case WatchLine.NightKind:
                    _nights.Add(WatchLine.ReadNight(line));
                    LastSequence = Math.Max(LastSequence, _nights[_nights.Count - 1].LastSequence);
                    return true;
                case null:
                    return false;
                default:
                    // Another version's.
                    _foreign.Add([.. new ArraySegment<byte>(file, from, length), (byte)'\n']);
                    return true;
            }
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException
            or KeyNotFoundException)
        {
            return false;
        }
    }

    private bool TakeCase(JsonElement line)
    {
        if (WatchLine.ReadCase(line) is not { } one)
        {
            return false;
        }

        if (_cases.TryGetValue(one.Key, out (WatchCase Case, int Place) before))
        {
            _order[before.Place] = one;
            _cases[one.Key] = (one, before.Place);
        }
        else
        {
            Add(one);
        }

        if (line.TryGetProperty("changes", out JsonElement changes))
        {
            foreach (JsonElement change in changes.EnumerateArray())
            {
                if (WatchLine.ReadChange(change) is { } read)
                {
                    _changes.Add(read);
                }
            }
        }

        return true;
    }
}
