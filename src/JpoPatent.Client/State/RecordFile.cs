using System;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace JpoPatent;

/// <summary>
/// Records in a text file of fixed-width lines, so that a change is one write of one line and anybody can read the file at any instant. Each
/// line ends in a checksum: a line that was half written when the power went is found, never believed.
/// </summary>
internal sealed class RecordFile : IRecordStore
{
    private const int ChecksumLength = 16;

    private readonly object _gate = new();
    private readonly string _path;
    private readonly string _lockPath;
    private readonly int _records;
    private readonly Action<string> _setAside;
    private readonly int _textLength;
    private readonly byte[] _line;

    /// <param name="path">The file; its folder exists.</param>
    /// <param name="records">How many records it holds.</param>
    /// <param name="textLength">How many characters a record may have.</param>
    /// <param name="setAside">Told where a damaged file was copied to.</param>
    internal RecordFile(string path, int records, int textLength, Action<string> setAside)
    {
        _path = path;
        _lockPath = path + ".lock";
        _records = records;
        _textLength = textLength;
        _line = new byte[textLength + 1 + ChecksumLength + 1];
        _setAside = setAside;
    }

    private int LineLength => _line.Length;

    public string Read(int record)
    {
        lock (_gate)
        {
            try
            {
                using StateFile file = StateFile.OpenForReading(_path);

                // Without the lock a write by another process can be half seen; it is whole a moment later.
                for (int attempt = 0; attempt < 5; attempt++)
                {
                    if (TryReadLine(file, record, out string text))
                    {
                        return text;
                    }
                }
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                // Whoever only looks creates nothing: that is for those who hold the lock.
                return string.Empty;
            }

            using (FileLock.Acquire(_lockPath))
            using (StateFile file = OpenOrCreate())
            {
                return ReadLocked(file, record);
            }
        }
    }

    public TResult Update<TState, TResult>(int record, TState state, RecordChange<TState, TResult> change)
    {
        lock (_gate)
        {
            using (Lock())
            using (StateFile file = OpenOrCreate())
            {
                string before = ReadLocked(file, record);
                string text = before;
                TResult result = change(ref text, state);
                if (!ReferenceEquals(before, text))
                {
                    WriteLine(file, record, text);
                }

                return result;
            }
        }
    }

    private IDisposable Lock()
    {
        try
        {
            return FileLock.Acquire(_lockPath);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody tidied the state folder away while we run.
            StateFolder.CreateFolder(Path.GetDirectoryName(_path)!);
            return FileLock.Acquire(_lockPath);
        }
    }

    /// <summary>
    /// Opened for every change and never kept: when somebody deletes the file, a process with an old handle would go on writing a book that nobody else reads.
    /// It costs a few microseconds.
    /// </summary>
    private StateFile OpenOrCreate()
    {
        try
        {
            return StateFile.OpenExisting(_path);
        }
        catch (FileNotFoundException)
        {
            Create();
            return StateFile.OpenExisting(_path);
        }
    }

    /// <summary>Made whole under another name and then moved: whoever sees the file sees all of it. Under the lock, so that no two make one each.</summary>
    private void Create()
    {
        string fresh = _path + "." + Guid.NewGuid().ToString("N") + ".new";
        try
        {
            StateFolder.CreateFile(fresh).Dispose();
            using (StateFile file = StateFile.OpenExisting(fresh))
            {
                WriteBlank(file);
            }

            File.Move(fresh, _path);
        }
        catch (IOException)
        {
            File.Delete(fresh);
            throw;
        }
    }

    private void WriteBlank(StateFile file)
    {
        for (int record = 0; record < _records; record++)
        {
            WriteLine(file, record, string.Empty);
        }
    }

    private string ReadLocked(StateFile file, int record)
    {
        if (TryReadLine(file, record, out string text))
        {
            return text;
        }

        string aside = string.Format(CultureInfo.InvariantCulture, "{0}.damaged-{1:yyyyMMddHHmmssfff}", _path, DateTime.UtcNow);
        File.Copy(_path, aside, overwrite: true);

        // One bad line leaves the others as they are; a file of another length is no book of ours.
        if (file.Length == (long)_records * LineLength)
        {
            WriteLine(file, record, string.Empty);
        }
        else
        {
            file.SetLength(0);
            WriteBlank(file);
        }

        _setAside(aside);
        return string.Empty;
    }

    private bool TryReadLine(StateFile file, int record, out string text)
    {
        text = string.Empty;
        if (file.Read(_line, (long)record * LineLength) < LineLength)
        {
            return false;
        }

        // A file that is too long is as suspect as one that is too short, and the last record is where that shows.
        if (record == _records - 1 && file.Length != (long)_records * LineLength)
        {
            return false;
        }

        string line = Encoding.ASCII.GetString(_line, 0, LineLength);
        if (line[LineLength - 1] != '\n' || string.CompareOrdinal(line, _textLength + 1, Checksum(), 0, ChecksumLength) != 0)
        {
            return false;
        }

        text = line.Substring(0, _textLength).TrimEnd(' ');
        return true;
    }

    /// <summary>Written to the operating system, not to the disk: a killed process loses nothing, a power cut at most the last second.</summary>
    private void WriteLine(StateFile file, int record, string text)
    {
        Encode(text);
        file.Write(_line, LineLength, (long)record * LineLength);
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
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(_line.AsSpan(0, _textLength), hash);
        return Convert.ToHexString(hash.Slice(0, ChecksumLength / 2));
#else
        using var sha = SHA256.Create();
        byte[] hash = sha.ComputeHash(_line, 0, _textLength);
        return BitConverter.ToString(hash, 0, ChecksumLength / 2).Replace("-", string.Empty);
#endif
    }
}
