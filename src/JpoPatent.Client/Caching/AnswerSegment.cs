using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using JpoPatent.State;

namespace JpoPatent.Caching;

/// <summary>
/// The answers of one API and day in one file, each behind the other: to make a file for each answer costs 200 µs on
/// ext4 and more under a virus scanner, as much as a whole call over loopback; to write one behind the last costs 20.
/// Every process has its own list of what stands where, and reads what others have added since. A record has its own
/// checksum, so whatever a killed process or a bad disk left half written is found and is no answer; the next writer
/// cuts it off.
/// </summary>
internal sealed class AnswerSegment(string path, string lockPath)
{
    private const int HeadLength = 20;
    private const int FrameLength = 24;

    private readonly object _gate = new();
    private readonly KeptFile _file = new(path);
    private readonly KeptFile _lock = new(lockPath);
    private readonly Dictionary<ulong, (long At, int Length)> _places = [];
    private readonly byte[] _head = new byte[HeadLength];
    private readonly byte[] _seen = new byte[HeadLength];
    private readonly byte[] _frame = new byte[FrameLength];

    /// <summary>How far the file is listed.</summary>
    private long _end;

    private static ReadOnlySpan<byte> Magic => "JPS1"u8;

    private static ReadOnlySpan<byte> FrameMagic => "JPF1"u8;

    /// <summary>The answer that was added last under a key; null without one, or where it is not whole.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal CachedAnswer? Read(string key) =>
        ReadRecord(Hash(key)) is { } record ? AnswerFile.Decode(record, key) : null;

    /// <summary>Adds an answer. It has left this process when the call returns.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    internal void Append(string key, CachedAnswer answer, DateTimeOffset writtenAt)
    {
        byte[] bytes = AnswerFile.Encode(key, answer, FrameLength);
        ulong hash = Hash(key);
        Frame(bytes, bytes.Length - FrameLength, hash, writtenAt);
        lock (_gate)
        {
            using (FileLock.Acquire(_lock))
            using (StateFile file = _file.OpenForWriting())
            {
                CatchUp(file);
                if (_end == 0)
                {
                    Begin(file);
                }
                else if (file.Length > _end)
                {
                    // What a killed process left half written.
                    file.SetLength(_end);
                }

                file.Write(bytes, bytes.Length, _end);
                _places[hash] = (_end + FrameLength, bytes.Length - FrameLength);
                _end += bytes.Length;
            }
        }
    }

    /// <summary>Keeps what is chosen of the newest answers, and forgets the rest.</summary>
    /// <param name="isKept">Asked for each answer, the newest first: when it was written, and how long it is.</param>
    /// <returns>How many were forgotten.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    internal int Keep(Func<DateTimeOffset, int, bool> isKept)
    {
        lock (_gate)
        {
            if (!File.Exists(path))
            {
                return 0;
            }

            using (FileLock.Acquire(_lock))
            {
                var kept = new List<byte[]>();
                int forgotten = 0;
                using (StateFile file = _file.OpenForReading())
                {
                    CatchUp(file);
                    foreach ((long at, int length) in NewestFirst())
                    {
                        byte[] frame = new byte[FrameLength + length];
                        if (file.Read(frame, at - FrameLength) != frame.Length)
                        {
                            continue;
                        }

                        if (isKept(WrittenAt(frame), frame.Length))
                        {
                            kept.Add(frame);
                        }
                        else
                        {
                            forgotten++;
                        }
                    }
                }

                if (kept.Count == 0)
                {
                    File.Delete(path);
                }
                else if (forgotten > 0)
                {
                    kept.Reverse();
                    Replace(kept);
                }

                Forget();
                return forgotten;
            }
        }
    }

    /// <summary>Closes the file of a day that is over.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _file.Close();
            _lock.Close();
        }
    }

    private byte[]? ReadRecord(ulong hash)
    {
        lock (_gate)
        {
            try
            {
                // Most often nothing was added, and then what is not listed is not there: one look at the file's length
                // in place of opening it. Where there is no file, that is cheaper than an exception, too.
                if (!_places.ContainsKey(hash) && _file.LookLength() is long length && (length == 0 || length == _end))
                {
                    return null;
                }

                using StateFile file = _file.OpenForReading();
                if (_file.Length != _end)
                {
                    CatchUp(file);
                }

                if (!_places.TryGetValue(hash, out (long At, int Length) place))
                {
                    return null;
                }

                byte[] record = new byte[place.Length];
                return file.Read(record, place.At) == record.Length ? record : null;
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        }
    }

    private static void Frame(Span<byte> bytes, int length, ulong hash, DateTimeOffset writtenAt)
    {
        FrameMagic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.Slice(4), length);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.Slice(8), hash);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.Slice(16), writtenAt.UtcTicks);
    }

    private static DateTimeOffset WrittenAt(ReadOnlySpan<byte> frame)
    {
        long ticks = BinaryPrimitives.ReadInt64LittleEndian(frame.Slice(16));
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : DateTimeOffset.MinValue;
    }

    /// <summary>
    /// FNV-1a: the same in every process. Of two keys with one hash the later answers;
    /// the key itself stands in the record and is compared.
    /// </summary>
    internal static ulong Hash(string key)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in key)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }

    /// <summary>
    /// Lists what was added since. A file of another name than the one listed,
    /// because somebody cleared the cache meanwhile, is listed anew.
    /// </summary>
    private void CatchUp(StateFile file)
    {
        long length = file.Length;
        if (file.Read(_seen, 0) < HeadLength || !_seen.AsSpan().StartsWith(Magic))
        {
            Forget();
            return;
        }

        if (length < _end || _end == 0 || !_seen.AsSpan().SequenceEqual(_head))
        {
            Forget();
            _seen.CopyTo(_head, 0);
            _end = HeadLength;
        }

        while (length - _end >= FrameLength
            && file.Read(_frame, _end) == FrameLength
            && _frame.AsSpan().StartsWith(FrameMagic))
        {
            int record = BinaryPrimitives.ReadInt32LittleEndian(_frame.AsSpan(4));
            if (record <= 0 || record > length - _end - FrameLength)
            {
                break;
            }

            _places[BinaryPrimitives.ReadUInt64LittleEndian(_frame.AsSpan(8))] = (_end + FrameLength, record);
            _end += FrameLength + record;
        }
    }

    private void Forget()
    {
        _places.Clear();
        _end = 0;
    }

    /// <summary>
    /// A new file with a name of its own, by which every process sees that its list is of another one.
    /// </summary>
    private void Begin(StateFile file)
    {
        NewHead();
        file.SetLength(0);
        file.Write(_head, HeadLength, 0);
        _end = HeadLength;
    }

    private void NewHead()
    {
        Magic.CopyTo(_head);
        Guid.NewGuid().ToByteArray().CopyTo(_head, Magic.Length);
    }

    private (long At, int Length)[] NewestFirst()
    {
        (long At, int Length)[] places = [.. _places.Values];
        Array.Sort(places, static (a, b) => b.At.CompareTo(a.At));
        return places;
    }

    /// <summary>
    /// Made whole under another name and then moved: a reader meanwhile has the old one or the new one.
    /// </summary>
    private void Replace(List<byte[]> frames)
    {
        string fresh = path + "." + Guid.NewGuid().ToString("N") + ".new";
        NewHead();
        try
        {
            using (FileStream file = StateFolder.CreateFile(fresh))
            {
                file.Write(_head, 0, HeadLength);
                foreach (byte[] frame in frames)
                {
                    file.Write(frame, 0, frame.Length);
                }
            }

#if NET8_0_OR_GREATER
            File.Move(fresh, path, overwrite: true);
#else
            File.Replace(fresh, path, destinationBackupFileName: null);
#endif
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(fresh);
            throw;
        }
    }
}
