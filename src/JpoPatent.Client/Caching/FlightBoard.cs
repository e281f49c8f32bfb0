using System;
using System.Buffers.Binary;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Calls;
using JpoPatent.State;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Caching;

/// <summary>
/// The calls under way, one entry each, in a file that all processes of an ID share: a case that is asked for twice
/// at once costs one access, and different cases never wait for each other. The file is open, and so locked, only for
/// the moment of a change. Who fetches says about once a second that it is still there; of one who falls silent,
/// because its process was killed or suspended, the next in line takes over.
/// </summary>
internal sealed class FlightBoard
{
    /// <summary>How long one who fetches may be silent before the next takes over.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const int Entries = 128;
    private const int CaseAt = 0;
    private const int OwnerAt = 8;
    private const int BeatAt = 16;
    private const int EntryLength = 24;

    // The file is held for microseconds. One who does not get it in so many turns fetches without an entry:
    // that costs an access at worst.
    private const int Turns = 100;
    private const int QuickTurns = 20;

    // An entry that stays behind makes the next who asks for its case wait for seconds: worth some more tries.
    private const int EndTurns = 20;

    // No entry of one's own: another has the case, or all are taken.
    private const int Taken = -1;
    private const int Full = -2;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromMilliseconds(100);

    // An entry that was not renewed for so long is a dead process's, and its place is free.
    private static readonly long Abandoned = (long)TimeSpan.FromMinutes(10).TotalMilliseconds;

    private readonly object _gate = new();
    private readonly KeptFile _board;
    private readonly TimeProvider _time;

    /// <param name="path">The file; it is made when it is needed.</param>
    /// <param name="time">The clock by which callers wait and entries age.</param>
    internal FlightBoard(string path, TimeProvider time)
    {
        _board = new KeptFile(path);
        _time = time;
    }

    /// <summary>
    /// Waits until no other process is fetching the same answer, and enters the caller as the one who does.
    /// </summary>
    /// <param name="key">What is asked; the same text for the same answer in every process.</param>
    /// <param name="what">The same for messages.</param>
    /// <param name="budget">Runs while the caller waits.</param>
    /// <param name="activity">Told of a wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the caller disposes of when the answer is in the cache or has failed;
    /// null where the board cannot be used.</returns>
    /// <exception cref="JpoServiceException">The call's time is used up, and the other call has not ended.</exception>
    internal async ValueTask<IDisposable?> EnterAsync(
        string key,
        string what,
        CallBudget budget,
        IProgress<JpoActivity>? activity,
        CancellationToken cancellationToken)
    {
        ulong id = AnswerSegment.Hash(key);
        ulong owner = NewOwner();
        Sight seen = default;
        long seenAt = 0;
        TimeSpan poll = FirstPoll;
        CallBudget.Running? running = null;
        try
        {
            for (int turns = 0; ;)
            {
                bool isSilent = running != null && _time.GetElapsedTime(seenAt) > Patience;
                if (TryChange(id, owner, seen, isSilent, out Sight other) is not { } entry)
                {
                    if (++turns == Turns)
                    {
                        return null;
                    }

                    // By the machine's clock, as for every lock of a moment: the injected one may stand still.
                    await Task.Delay(FirstPoll, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (entry >= 0)
                {
                    return new Flight(this, entry, owner);
                }

                if (entry == Full)
                {
                    return null;
                }

                if (running == null)
                {
                    running = budget.Run();
                    activity?.Report(new JpoActivity(
                        JpoActivityKind.Waiting, Format(Client.Messages.WaitingForSame, what)));
                }

                if (other != seen)
                {
                    seen = other;
                    seenAt = _time.GetTimestamp();
                }

                TimeSpan left = budget.Left;
                if (left <= TimeSpan.Zero)
                {
                    throw new JpoServiceException(
                        JpoServiceProblem.Timeout,
                        Format(Client.Messages.SameStillUnderWay, what) + budget.GivenUp());
                }

                await _time.Wait(left < poll ? left : poll, cancellationToken).ConfigureAwait(false);
                poll = poll < LongestPoll ? poll + poll : LongestPoll;
            }
        }
        finally
        {
            running?.Dispose();
        }
    }

    private static ulong NewOwner()
    {
        byte[] random = Guid.NewGuid().ToByteArray();

        // Never 0, which means no process.
        return BitConverter.ToUInt64(random, 0) | 1;
    }

    /// <summary>Looks for the case, and enters the caller if the case is free.</summary>
    /// <returns>The caller's entry, <see cref="Taken"/> or <see cref="Full"/>;
    /// null where another had the file.</returns>
    private int? TryChange(ulong id, ulong owner, Sight seen, bool isSilent, out Sight other)
    {
        other = default;
        try
        {
            lock (_gate)
            {
                using StateFile? file = Open();
                return file == null ? null : Enter(file, id, owner, seen, isSilent, out other);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Full;
        }
    }

    private int Enter(StateFile file, ulong id, ulong owner, Sight seen, bool isSilent, out Sight other)
    {
        other = default;
        byte[] board = new byte[Entries * EntryLength];
        file.Read(board, 0);
        long now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        int free = Full;
        for (int entry = 0; entry < Entries; entry++)
        {
            ReadOnlySpan<byte> bytes = board.AsSpan(entry * EntryLength, EntryLength);
            var sight = new Sight(
                BinaryPrimitives.ReadUInt64LittleEndian(bytes.Slice(OwnerAt)),
                BinaryPrimitives.ReadInt64LittleEndian(bytes.Slice(BeatAt)));
            if (sight.Owner != 0 && BinaryPrimitives.ReadUInt64LittleEndian(bytes.Slice(CaseAt)) == id)
            {
                other = sight;
                if (!isSilent || sight != seen)
                {
                    return Taken;
                }

                free = entry;
                break;
            }

            if (free == Full && (sight.Owner == 0 || Math.Abs(now - sight.Beat) > Abandoned))
            {
                free = entry;
            }
        }

        if (free >= 0)
        {
            Write(file, free, id, owner, now);
        }

        return free;
    }

    /// <summary>The file, for the caller alone; null where another has it for longer than a moment.</summary>
    private StateFile? Open()
    {
        SpinWait spin = default;
        for (int turn = 0; turn < QuickTurns; turn++)
        {
            try
            {
                if (StateFile.TryOpenAlone(_board) is { } file)
                {
                    return file;
                }
            }
            catch (DirectoryNotFoundException)
            {
                StateFolder.CreateFolder(Path.GetDirectoryName(_board.Path)!);
            }

            spin.SpinOnce();
        }

        return null;
    }

    private static void Write(StateFile file, int entry, ulong id, ulong owner, long beat)
    {
        byte[] bytes = new byte[EntryLength];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(CaseAt), id);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(OwnerAt), owner);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(BeatAt), beat);
        file.Write(bytes, EntryLength, (long)entry * EntryLength);
    }

    /// <summary>
    /// Renews an entry or clears it, if it is still its owner's. What cannot be done is left:
    /// others wait for <see cref="Patience"/> then.
    /// </summary>
    private void Change(int entry, ulong owner, bool isEnded)
    {
        for (int turn = 0; turn < (isEnded ? EndTurns : 1); turn++)
        {
            if (TryChange(entry, owner, isEnded))
            {
                return;
            }
        }
    }

    /// <returns>False where another had the file.</returns>
    private bool TryChange(int entry, ulong owner, bool isEnded)
    {
        try
        {
            lock (_gate)
            {
                using StateFile? file = Open();
                if (file == null)
                {
                    return false;
                }

                byte[] bytes = new byte[EntryLength];
                if (file.Read(bytes, (long)entry * EntryLength) == EntryLength
                    && BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(OwnerAt)) == owner)
                {
                    ulong id = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(CaseAt));
                    long now = _time.GetUtcNow().ToUnixTimeMilliseconds();
                    Write(file, entry, isEnded ? 0 : id, isEnded ? 0 : owner, isEnded ? 0 : now);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // As above.
        }

        return true;
    }

    /// <summary>What is seen of another's entry: while it changes, the other is alive.</summary>
    private readonly record struct Sight(ulong Owner, long Beat);

    private sealed class Flight : IDisposable
    {
        private readonly FlightBoard _board;
        private readonly int _entry;
        private readonly ulong _owner;
        private readonly ITimer _beats;

        internal Flight(FlightBoard board, int entry, ulong owner)
        {
            _board = board;
            _entry = entry;
            _owner = owner;
            _beats = board._time.CreateTimer(static flight => ((Flight)flight!).Renew(), this, Beat, Beat);
        }

        public void Dispose()
        {
            _beats.Dispose();
            _board.Change(_entry, _owner, isEnded: true);
        }

        private void Renew() => _board.Change(_entry, _owner, isEnded: false);
    }
}
