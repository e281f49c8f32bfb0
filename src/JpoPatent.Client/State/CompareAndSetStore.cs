using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Time;

namespace JpoPatent.State;

/// <summary>
/// Records in a store without locks: read, change, write if no other process has written meanwhile, else from the
/// beginning. Exact also where answers are lost on the way: each write carries its writer's number.
/// </summary>
internal sealed class CompareAndSetStore : IRecordStore
{
    /// <summary>How long a store that does not answer is asked again.</summary>
    internal static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(45);

    // A record is a few hundred bytes.
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(5);

    // What a user who stops a run waits for: whether the write that is out was done.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaggedRecord> _held = new(StringComparer.Ordinal);
    private readonly string _writer = Guid.NewGuid().ToString("N").Substring(0, 10);
    private readonly IRecordEngine _engine;
    private readonly string _prefix;
    private readonly TimeProvider _time;
    private readonly Func<double> _random;
    private readonly StoreHealth _health;
    private readonly Action<string> _told;
    private readonly TimeSpan _patience;
    private long _writes;

    /// <param name="engine">The server.</param>
    /// <param name="prefix">What stands before the keys.</param>
    /// <param name="time">The clock by which to wait.</param>
    /// <param name="random">From 0 to 1, so that those who collide part.</param>
    /// <param name="health">How the server does, as all who ask it see.</param>
    /// <param name="told">Told why it takes longer.</param>
    /// <param name="patience">How long a server that does not answer is asked again,
    /// unless somebody says otherwise.</param>
    internal CompareAndSetStore(
        IRecordEngine engine,
        string prefix,
        TimeProvider time,
        Func<double> random,
        StoreHealth health,
        Action<string> told,
        TimeSpan? patience = null)
    {
        _engine = engine;
        _prefix = prefix;
        _time = time;
        _random = random;
        _health = health;
        _patience = patience ?? DefaultPatience;
        _told = told;
    }

    public async ValueTask<string> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        long askedAt = _time.GetTimestamp();
        try
        {
            return (await LoadAsync(key, cancellationToken).ConfigureAwait(false)).Text;
        }
        catch (StateStoreException error)
        {
            _health.Failed(error.Message, askedAt);
            throw;
        }
    }

    public async ValueTask<TResult> UpdateAsync<TResult>(
        string key,
        RecordChange<TResult> change,
        TimeSpan? patience = null,
        CancellationToken cancellationToken = default)
    {
        // The threads of this process take turns: among themselves they need no collisions.
        SemaphoreSlim gate = _gates.GetOrAdd(key, static _ => new SemaphoreSlim(1, 1));
        long came = _time.GetTimestamp();
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            TimeSpan longest = patience ?? _patience;
            if (_health.Left(longest) == TimeSpan.Zero && _health.HasFailedSince(came, out string why))
            {
                // The change before this one has waited long enough for both.
                throw new StateStoreException(why, isRefusal: false);
            }

            return await ChangeAsync(key, change, longest, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    private async ValueTask<TResult> ChangeAsync<TResult>(
        string key, RecordChange<TResult> change, TimeSpan patience, CancellationToken cancellationToken)
    {
        long write = Interlocked.Increment(ref _writes);
        TResult result = default!;
        bool isOut = false;
        bool isTold = false;
        int collisions = 0;
        TimeSpan pause = FirstPause;
        _held.TryRemove(key, out TaggedRecord? held);
        bool isFresh = false;
        long failingSince = 0;
        long stoppedAt = 0;
        while (true)
        {
            long askedAt = _time.GetTimestamp();
            try
            {
                if (held == null)
                {
                    held = await LoadAsync(key, isOut ? default : cancellationToken).ConfigureAwait(false);
                    isFresh = true;
                }

                if (isOut && held.Has(_writer, write))
                {
                    return Keep(held, result);
                }

                if (isOut && isFresh)
                {
                    // It was not done. A caller that stopped does not wait for another try.
                    cancellationToken.ThrowIfCancellationRequested();
                }

                string text = held.Text;
                TResult outcome = change(ref text, default);
                if (text == held.Text)
                {
                    if (isFresh)
                    {
                        _health.Answered();
                        return Keep(held, outcome);
                    }

                    // What was held from the last time may be old: nothing is concluded from it.
                    held = null;
                    continue;
                }

                // Every try of this change is the same write: of one that was thought lost and arrives late,
                // either it or the next one finds its version.
                TaggedRecord next = held.With(text, _writer, write);
                (result, isOut) = (outcome, true);
                askedAt = _time.GetTimestamp();
                if (await _engine.SaveAsync(_prefix + key, next.Format(), held.Version, Attempt, default)
                    .ConfigureAwait(false) is { } version)
                {
                    _health.Answered();
                    return Keep(next.With(version), outcome);
                }

                _health.Answered();
                held = null;
                isFresh = false;
                double most = Math.Min(500, 10 * Math.Pow(2, Math.Min(10, collisions++)));
                await PauseAsync(TimeSpan.FromMilliseconds(_random() * most), isOut, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (StateStoreException error)
            {
                held = null;
                isFresh = false;
                _health.Failed(error.Message, askedAt);
                failingSince = failingSince == 0 ? askedAt : failingSince;
                if (_health.Left(patience) == TimeSpan.Zero || _time.GetElapsedTime(failingSince) >= patience)
                {
                    throw;
                }

                if (cancellationToken.IsCancellationRequested)
                {
                    stoppedAt = stoppedAt == 0 ? _time.GetTimestamp() : stoppedAt;
                    if (!isOut || _time.GetElapsedTime(stoppedAt) >= Grace)
                    {
                        throw new OperationCanceledException(cancellationToken);
                    }
                }

                if (!isTold)
                {
                    isTold = true;
                    _told(error.Message);
                }

                await PauseAsync(TimeSpan.FromTicks((long)(pause.Ticks * (0.5 + _random()))), isOut, cancellationToken)
                    .ConfigureAwait(false);
                pause = pause < LongestPause ? pause + pause : LongestPause;
            }
        }

        TResult Keep(TaggedRecord record, TResult outcome)
        {
            _held[key] = record;
            return outcome;
        }
    }

    /// <summary>
    /// While a write is out that may have been done, the user's stop has to wait for what became of it.
    /// </summary>
    private async ValueTask PauseAsync(TimeSpan pause, bool isOut, CancellationToken cancellationToken)
    {
        if (isOut)
        {
            await _time.Wait(
                cancellationToken.IsCancellationRequested && pause > FirstPause ? FirstPause : pause, default)
                .ConfigureAwait(false);
            return;
        }

        await _time.Wait(pause, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TaggedRecord> LoadAsync(string key, CancellationToken cancellationToken) =>
        await _engine.LoadAsync(_prefix + key, Attempt, cancellationToken).ConfigureAwait(false) is { } loaded
            ? TaggedRecord.Parse(loaded.Text, loaded.Version)
            : TaggedRecord.None;
}
