using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Text;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.State;

/// <summary>
/// Records in a text file of fixed-width lines, so that a change is one write of one line and anybody can read the file
/// at any instant. A line begins with its record's key, by which it is found wherever it stands; lines of keys that
/// this version does not know stay as they are. Each line ends in a checksum: one that was half written when the power
/// went is found, never believed.
/// </summary>
internal sealed class RecordFile : IRecordStore
{
    internal const string LockExtension = ".lock";

    private const int ChecksumLength = 16;

    // A change is begun again where this process was stopped for so long that it may have lost the lock.
    private const int Turns = 3;

    private readonly object _gate = new();
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly KeptFile _file;
    private readonly KeptFile _lock;
    private readonly IReadOnlyList<string> _keys;
    private readonly Action<string> _setAside;
    private readonly int _textLength;
    private readonly byte[] _line;

    /// <param name="path">The file; its folder exists.</param>
    /// <param name="keys">The keys that a new file has room for from the start, in their order.</param>
    /// <param name="textLength">How many characters a record may have, its key and a blank among them.</param>
    /// <param name="setAside">Told where a damaged file was copied to.</param>
    internal RecordFile(string path, IReadOnlyList<string> keys, int textLength, Action<string> setAside)
    {
        _path = path;
        _file = new KeptFile(path);
        _lock = new KeptFile(path + LockExtension);
        _keys = keys;
        _textLength = textLength;
        _line = new byte[textLength + 1 + ChecksumLength + 1];
        _setAside = setAside;
    }

    internal bool Exists => File.Exists(_path);

    private int LineLength => _line.Length;

    /// <inheritdoc />
    /// <remarks>Takes no lock and writes nothing: a reader may have no right to write.</remarks>
    public ValueTask<string> ReadAsync(string key, CancellationToken cancellationToken = default) => new(Read(key));

    public ValueTask<TResult> UpdateAsync<TResult>(
        string key,
        RecordChange<TResult> change,
        TimeSpan? patience = null,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            for (int turn = 0; turn < Turns; turn++)
            {
                using HeldLock held = Lock(patience, cancellationToken);
                using StateFile file = OpenOrCreate();
                (int place, string before) = Find(file, key);
                string text = before;
                TResult result = change(ref text, default);
                if (ReferenceEquals(before, text))
                {
                    return new ValueTask<TResult>(result);
                }

                if (held.IsCertain)
                {
                    WriteLine(file, place, key + " " + text);
                    return new ValueTask<TResult>(result);
                }
            }

            throw new IOException(Format(Client.Messages.LockHeld, _lock.Path));
        }
    }

    /// <summary>Reads one record without taking the lock.</summary>
    internal string Read(string key)
    {
        lock (_gate)
        {
            try
            {
                using StateFile file = _file.OpenForReading();

                // Without the lock a write by another process can be half seen; it is whole a moment later.
                for (int attempt = 0; attempt < 5; attempt++)
                {
                    if (TryReadAt(file, key, out string text) || TryScan(file, key, out text))
                    {
                        return text;
                    }
                }
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                // Nothing was written yet.
            }

            return string.Empty;
        }
    }

    /// <summary>
    /// Hands every record out and blanks it, one by one, while no other process can write to the file; then removes it.
    /// </summary>
    internal async Task DrainAsync(Func<string, string, Task> take)
    {
        // Where another is at it, what it hands over has to be there before anybody goes on.
        using HeldLock held = FileLock.Acquire(_path + LockExtension);
        if (!Exists)
        {
            return;
        }

        for (int line = 0; Next(ref line) is { } record; line++)
        {
            await take(record.Key, record.Text).ConfigureAwait(false);
            if (!held.IsCertain)
            {
                // Handed over once more by the next who comes. A count can bear that;
                // a line blanked that another wrote meanwhile, it cannot.
                return;
            }

            lock (_gate)
            {
                using StateFile file = _file.OpenExisting();
                WriteLine(file, line, string.Empty);
            }
        }

        File.Delete(_path);
    }

    private (string Key, string Text)? Next(ref int line)
    {
        lock (_gate)
        {
            using StateFile file = _file.OpenForReading();
            for (int lines = LinesOf(file); line < lines; line++)
            {
                if (TryReadLine(file, line, out string text) && text.IndexOf(' ') is > 0 and int blank)
                {
                    return (text.Substring(0, blank), text.Substring(blank + 1));
                }
            }

            return null;
        }
    }

    private HeldLock Lock(TimeSpan? patience, CancellationToken cancellationToken)
    {
        try
        {
            return FileLock.Acquire(_lock, patience, cancellationToken);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody tidied the state folder away while we run.
            StateFolder.CreateFolder(Path.GetDirectoryName(_path)!);
            return FileLock.Acquire(_lock, patience, cancellationToken);
        }
    }

    private StateFile OpenOrCreate()
    {
        try
        {
            return _file.OpenExisting();
        }
        catch (FileNotFoundException)
        {
            Create();
            return _file.OpenExisting();
        }
    }

    /// <summary>
    /// Made whole under another name and then moved: a reader of the file sees all of it.
    /// Under the lock, so that no two make one each.
    /// </summary>
    private void Create()
    {
        string fresh = _path + "." + Guid.NewGuid().ToString("N") + ".new";
        try
        {
            StateFolder.CreateFile(fresh).Dispose();
            using (StateFile file = StateFile.OpenExisting(fresh))
            {
                for (int line = 0; line < _keys.Count; line++)
                {
                    WriteLine(file, line, string.Empty);
                }
            }

            File.Move(fresh, _path);
        }
        catch (IOException)
        {
            File.Delete(fresh);
            throw;
        }
    }

    /// <summary>Where a record stands and what it says; a place for it if it has none yet. Under the lock.</summary>
    private (int Place, string Text) Find(StateFile file, string key)
    {
        if (TryReadAt(file, key, out string text))
        {
            return (_places[key], text);
        }

        Mend(file);
        if (TryScan(file, key, out text) && _places.TryGetValue(key, out int place))
        {
            return (place, text);
        }

        // In a new book each row stands where it stood in books of the first version,
        // so that one of those, running beside us, finds it there.
        int own = IndexOf(key);
        return (
            own >= 0 && own < LinesOf(file) && TryReadLine(file, own, out string there) && there.Length == 0
                ? own
                : LinesOf(file),
            string.Empty);
    }

    private int IndexOf(string key)
    {
        for (int i = 0; i < _keys.Count; i++)
        {
            if (_keys[i] == key)
            {
                return i;
            }
        }

        return -1;
    }

    private int LinesOf(StateFile file) => (int)(file.Length / LineLength);

    /// <summary>
    /// Sets a damaged file aside and blanks the lines that do not check. All others stay: what can be read is not
    /// thrown away. Under the lock.
    /// </summary>
    private void Mend(StateFile file)
    {
        int lines = LinesOf(file);
        var bad = new List<int>();
        for (int line = 0; line < lines; line++)
        {
            if (!TryReadLine(file, line, out _))
            {
                bad.Add(line);
            }
        }

        if (bad.Count == 0 && lines > 0 && file.Length == (long)lines * LineLength)
        {
            return;
        }

        string aside = string.Format(
            CultureInfo.InvariantCulture, "{0}.damaged-{1:yyyyMMddHHmmssfff}", _path, DateTime.UtcNow);
        File.Copy(_path, aside, overwrite: true);
        if (bad.Count == lines)
        {
            // Not one line is ours.
            lines = 0;
            bad.Clear();
        }

        file.SetLength((long)lines * LineLength);
        foreach (int line in bad)
        {
            WriteLine(file, line, string.Empty);
        }

        for (int line = lines; line < _keys.Count; line++)
        {
            WriteLine(file, line, string.Empty);
        }

        _places.Clear();
        _setAside(aside);
    }

    /// <summary>Reads a record where it stood the last time.</summary>
    private bool TryReadAt(StateFile file, string key, out string text)
    {
        if (_places.TryGetValue(key, out int place) && TryReadLine(file, place, out string line) && IsOf(key, line))
        {
            text = TextOf(key, line);
            return true;
        }

        text = string.Empty;
        return false;
    }

    /// <summary>Looks for a record in the whole file.</summary>
    /// <returns>False where it was not found and a line does not check.</returns>
    private bool TryScan(StateFile file, string key, out string text)
    {
        text = string.Empty;
        _places.Remove(key);
        int lines = LinesOf(file);
        bool isWhole = file.Length == (long)lines * LineLength;
        for (int i = 0; i < lines; i++)
        {
            if (!TryReadLine(file, i, out string line))
            {
                isWhole = false;
            }
            else if (IsOf(key, line))
            {
                _places[key] = i;
                text = TextOf(key, line);
                return true;
            }
        }

        return isWhole;
    }

    private static bool IsOf(string key, string line) =>
        line.StartsWith(key, StringComparison.Ordinal) && (line.Length == key.Length || line[key.Length] == ' ');

    private static string TextOf(string key, string line) =>
        line.Length == key.Length ? string.Empty : line.Substring(key.Length + 1);

    private bool TryReadLine(StateFile file, int place, out string text)
    {
        text = string.Empty;
        if (file.Read(_line, (long)place * LineLength) < LineLength)
        {
            return false;
        }

        string line = Encoding.ASCII.GetString(_line, 0, LineLength);
        if (line[LineLength - 1] != '\n'
            || string.CompareOrdinal(line, _textLength + 1, Checksum(), 0, ChecksumLength) != 0)
        {
            return false;
        }

        text = line.Substring(0, _textLength).TrimEnd(' ');
        return true;
    }

    /// <summary>
    /// Written to the operating system, not to the disk: a killed process loses nothing,
    /// a power cut at most the last second.
    /// </summary>
    private void WriteLine(StateFile file, int place, string text)
    {
        Encode(text);
        file.Write(_line, LineLength, (long)place * LineLength);
    }

    private void Encode(string text)
    {
        if (text.Length > _textLength)
        {
            throw new ArgumentException("A record holds at most " + _textLength + " characters.", nameof(text));
        }

        for (int i = 0; i < LineLength; i++)
        {
            _line[i] = (byte)' ';
        }

        Encoding.ASCII.GetBytes(text, 0, text.Length, _line, 0);
        Encoding.ASCII.GetBytes(Checksum(), 0, ChecksumLength, _line, _textLength + 1);
        _line[LineLength - 1] = (byte)'\n';
    }

    private string Checksum()
    {
#if NET8_0_OR_GREATER
        Span<byte> hash = stackalloc byte[ChecksumLength / 2];
        Sha256.Hash(_line, 0, _textLength, hash);
        return Convert.ToHexString(hash);
#else
        return BitConverter.ToString(Sha256.Hash(_line, 0, _textLength), 0, ChecksumLength / 2)
            .Replace("-", string.Empty);
#endif
    }
}
