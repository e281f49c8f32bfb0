using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.State;

/// <summary>
/// Records in the store that all share for as long as it can be had. While it cannot, what it last held is still read,
/// and changes go to a spare that at least this machine shares; as soon as the store is there again, the larger count
/// wins. A guard that makes the run fail would be worse than one that counts for this machine alone, and one that
/// forgets what it knows would be worse than either.
/// </summary>
internal sealed class SafeRecordStore : IRecordStore
{
    private const int HandOverTurns = 3;

    private readonly IRecordStore _shared;
    private readonly SpareRecordStore _spare;
    private readonly IRecordRules _rules;
    private readonly TimeProvider _time;
    private readonly Action<Exception> _failed;

    // What was last seen or written, by key: a lower bound of what the store must hold.
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _lastShared = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private volatile bool _isAlone;
    private long _triedAt;

    /// <param name="shared">The store that all share.</param>
    /// <param name="spare">Where changes go meanwhile.</param>
    /// <param name="rules">How two versions of a record become one.</param>
    /// <param name="time">The clock by which the shared store is tried again.</param>
    /// <param name="failed">Told why the shared store cannot be had, each time that it goes.</param>
    internal SafeRecordStore(
        IRecordStore shared, SpareRecordStore spare, IRecordRules rules, TimeProvider time, Action<Exception> failed)
    {
        _shared = shared;
        _spare = spare;
        _rules = rules;
        _time = time;
        _failed = failed;
    }

    /// <summary>Where a second copy of precious records is kept, outside the shared store; null for none.</summary>
    internal SpareRecordStore? Second { get; init; }

    /// <summary>
    /// Of what the last shared record left, one part in so many may be spent while alone; 0 for no such bound.
    /// </summary>
    internal int Share { get; init; }

    /// <summary>
    /// How a server does; null for a file. A change that begins something waits for a server. A change that ends
    /// something goes to the spare after a short while, and the next beginning hands it over. The connection is alone
    /// only when a beginning has waited in vain.
    /// </summary>
    internal StoreHealth? Health { get; init; }

    /// <summary>While alone, how often the shared store is tried again.</summary>
    internal TimeSpan RetryEvery { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Whether nothing may be begun without the shared store. What is under way is still brought to its end.
    /// </summary>
    internal bool IsRequired { get; init; }

    internal bool IsAlone => _isAlone;

    /// <summary>What was last seen of a record, without asking anybody.</summary>
    internal string? Peek(string key) => _known.TryGetValue(key, out string? known) ? known : null;

    public async ValueTask<string> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        string text = await ReadSharedAsync(key, cancellationToken).ConfigureAwait(false);
        if (_isAlone || _spare.Exists)
        {
            text = _rules.Larger(key, text, await _spare.ReadAsync(key, cancellationToken).ConfigureAwait(false));
        }

        _known[key] = text;
        return text;
    }

    public async ValueTask<TResult> UpdateAsync<TResult>(
        string key,
        RecordChange<TResult> change,
        TimeSpan? patience = null,
        CancellationToken cancellationToken = default)
    {
        // A caller that ends something says how long that may take; what begins something does not.
        bool isNeeded = IsRequired && patience == null;
        if (!_isAlone || isNeeded || IsTimeToTry())
        {
            try
            {
                return await UpdateSharedAsync(
                    key, change, _isAlone && !isNeeded ? TimeSpan.Zero : patience, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception error) when (IsFailure(error))
            {
                if (isNeeded)
                {
                    throw new JpoStateStoreException(error.Message);
                }

                if (Health == null || patience == null)
                {
                    GoAlone(error);
                }
            }
        }

        string seen = await ReadSharedAsync(key, cancellationToken).ConfigureAwait(false);
        string shared = _lastShared.GetOrAdd(key, seen);
        await _spare.BeginAsync(key, shared).ConfigureAwait(false);
        var facts = new RecordFacts(IsAlone: true, Share, shared);
        string text = string.Empty;
        TResult result = await _spare.UpdateAsync(
            key,
            (ref string record, RecordFacts _) =>
            {
                record = _rules.Larger(key, seen, record);
                TResult outcome = change(ref record, facts);
                text = record;
                return outcome;
            },
            patience,
            cancellationToken).ConfigureAwait(false);
        _known[key] = text;
        return result;
    }

    /// <summary>Writes what was counted alone, if the shared store can be had now.</summary>
    internal async Task FlushAsync()
    {
        try
        {
            if (_isAlone)
            {
                foreach (string key in _known.Keys)
                {
                    await UpdateSharedAsync(key, Nothing, TimeSpan.Zero, default).ConfigureAwait(false);
                }
            }
            else if (Health != null && _spare.Exists)
            {
                await _spare.DrainAsync(HandOverAsync).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (IsFailure(error))
        {
            // It lies in the spare, for the next connection on this machine.
        }
    }

    /// <summary>What the server holds of a record, for the first time.</summary>
    /// <exception cref="StateStoreException">It did not say.</exception>
    internal async ValueTask LearnAsync(string key, CancellationToken cancellationToken) =>
        _known[key] = Restore(key, await _shared.ReadAsync(key, cancellationToken).ConfigureAwait(false));

    internal static bool IsFailure(Exception error) => error is IOException or UnauthorizedAccessException;

    private async ValueTask<TResult> UpdateSharedAsync<TResult>(
        string key, RecordChange<TResult> change, TimeSpan? patience, CancellationToken cancellationToken)
    {
        if (_spare.Exists)
        {
            // The store is there again, or was there all the time for us: what was counted apart from it goes in
            // first, also of those on this machine who have not noticed yet.
            await HandOverAllAsync(key, patience, cancellationToken).ConfigureAwait(false);
        }

        string text = string.Empty;
        TResult result = await _shared.UpdateAsync(
            key,
            (ref string record, RecordFacts facts) =>
            {
                record = Restore(key, record);
                TResult outcome = change(ref record, facts);
                CopyIfPrecious(key, record);
                text = record;
                return outcome;
            },
            patience,
            cancellationToken).ConfigureAwait(false);

        // Only now: had the write failed, the same change would be made to the spare a second time.
        _known[key] = text;
        _isAlone = false;
        return result;
    }

    private async ValueTask HandOverAllAsync(string key, TimeSpan? patience, CancellationToken cancellationToken)
    {
        for (int turn = 1; ; turn++)
        {
            if (Health != null)
            {
                // First the wait for the server, which may be long: a process that hands over
                // keeps the others of this machine from the spare.
                await _shared.UpdateAsync(key, Nothing, patience, cancellationToken).ConfigureAwait(false);
            }

            try
            {
                await _spare.DrainAsync(HandOverAsync).ConfigureAwait(false);
                return;
            }
            catch (StateStoreException) when (turn < HandOverTurns && patience != TimeSpan.Zero)
            {
                // It had just answered: once more.
            }
        }
    }

    /// <summary>What the shared store holds as far as that can be read, and never less than what is known.</summary>
    private async ValueTask<string> ReadSharedAsync(string key, CancellationToken cancellationToken)
    {
        if (Health is { } health && health.HasFailedWithin(RetryEvery))
        {
            return Known(key);
        }

        try
        {
            return Restore(key, await _shared.ReadAsync(key, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error) when (IsFailure(error))
        {
            return Known(key);
        }
    }

    private string Known(string key) => _known.TryGetValue(key, out string? known) ? known : string.Empty;

    /// <summary>
    /// What is stored, and never less than what is known; where something was lost, or may have been,
    /// also what lies in the second copy.
    /// </summary>
    private string Restore(string key, string stored)
    {
        string restored = _known.TryGetValue(key, out string? known) ? _rules.Restore(key, stored, known) : stored;

        // Who sees the record for the first time cannot tell an older copy that somebody put back.
        bool isLost = stored.Length == 0 || known == null || !ReferenceEquals(restored, stored);

        // A file, or nothing: it is read where it stands, without waiting.
        return isLost && Second is { Exists: true } second
            ? _rules.Larger(key, restored, second.ReadAsync(key).AsTask().GetAwaiter().GetResult())
            : restored;
    }

    /// <summary>
    /// While no other process can change the record, so that a process that finds it lost finds
    /// this change in the copy.
    /// </summary>
    private void CopyIfPrecious(string key, string text)
    {
        if (Second == null || !_rules.IsPrecious(key, text))
        {
            return;
        }

        Second.UpdateAsync(
            key, (ref string record, RecordFacts _) => record = _rules.Larger(key, text, record), TimeSpan.Zero)
            .AsTask().GetAwaiter().GetResult();
    }

    private static string Nothing(ref string record, RecordFacts facts) => record;

    private bool IsTimeToTry()
    {
        lock (_gate)
        {
            long now = _time.GetTimestamp();
            if (_time.GetElapsedTime(_triedAt, now) < RetryEvery)
            {
                return false;
            }

            _triedAt = now;
            return true;
        }
    }

    private void GoAlone(Exception error)
    {
        lock (_gate)
        {
            _triedAt = _time.GetTimestamp();
            if (_isAlone)
            {
                return;
            }

            _lastShared.Clear();
            foreach (string key in _known.Keys)
            {
                _lastShared[key] = _known[key];
            }

            _isAlone = true;
        }

        _failed(error);
    }

    private async Task HandOverAsync(string key, string began, string counted) =>
        _known[key] = await _shared.UpdateAsync(
            key,
            (ref string record, RecordFacts _) => record = _rules.Join(key, record, began, counted),
            Health == null ? TimeSpan.Zero : FileLock.Patience).ConfigureAwait(false);
}
