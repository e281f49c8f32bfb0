using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Azure;
using JpoPatent.State;
using JpoPatent.Time;

namespace JpoPatent.Caching;

/// <summary>
/// Answers in a container, one blob each, under the day's name: what is not under today's is not good any more. Shared
/// by all machines of an ID; and a comfort, so whatever goes wrong with it happens in silence.
/// </summary>
internal sealed class BlobAnswerCache : IAnswerCache
{
    // Of silence. A progress answer has 5 KB; a bundle of documents up to 10 MB and beyond.
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(10);

    // What a slow line sends in a second.
    private const int SlowBytes = 64 * 1024;

    // A store that did not answer is left alone for a while: the answers of a run are not to wait for it one by one.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private const int KeptDays = 3;

    private readonly MemoryAnswerCache _near = new();
    private readonly BlobContainer _container;
    private readonly string _prefix;
    private readonly StoreHealth _health;
    private readonly TimeProvider _time;
    private long _failedAt;
    private int _prunedOn;

    internal BlobAnswerCache(BlobContainer container, string prefix, StoreHealth health, TimeProvider time)
    {
        _container = container;
        _prefix = prefix;
        _health = health;
        _time = time;
    }

    /// <summary>The tidying that a write began last. Callers need not wait for it.</summary>
    internal Task LastPrune { get; private set; } = Task.CompletedTask;

    private bool IsResting => _failedAt != 0 && _time.GetElapsedTime(_failedAt) < Pause;

    public async ValueTask<CachedAnswer?> ReadAsync(
        ApiDescriptor api, string parameters, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (_near.Read(api, parameters, now) is { } near)
        {
            return near;
        }

        if (IsResting)
        {
            return null;
        }

        string key = CachedAnswer.KeyOf(api, parameters);
        long askedAt = _time.GetTimestamp();
        try
        {
            if (await _container.GetAsync(NameOf(JapanTime.DayOf(now), api, key), Attempt, cancellationToken)
                .ConfigureAwait(false) is not { } blob
                || AnswerFile.Decode(blob.Body, key) is not { } answer)
            {
                return null;
            }

            _near.Write(api, parameters, answer);
            return answer;
        }
        catch (StateStoreException error)
        {
            Rest(error, askedAt);
            return null;
        }
    }

    public async ValueTask WriteAsync(
        ApiDescriptor api, string parameters, CachedAnswer answer, CancellationToken cancellationToken = default)
    {
        _near.Write(api, parameters, answer);
        if (IsResting)
        {
            return;
        }

        string key = CachedAnswer.KeyOf(api, parameters);
        int day = JapanTime.DayOf(answer.RetrievedAt);
        byte[] file = AnswerFile.Encode(key, answer);
        TimeSpan timeout = Attempt + TimeSpan.FromSeconds(file.Length / SlowBytes);
        long askedAt = _time.GetTimestamp();
        try
        {
            await _container.PutAsync(
                NameOf(day, api, key), file, version: null, isReplacing: true, timeout, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (StateStoreException error)
        {
            Rest(error, askedAt);
            return;
        }

        if (Interlocked.Exchange(ref _prunedOn, day) != day)
        {
            LastPrune = Task.Run(() => PruneAsync(answer.RetrievedAt), CancellationToken.None);
        }
    }

    public async ValueTask<int> ClearAsync(
        ApiDescriptor? api, DateTimeOffset? olderThan, CancellationToken cancellationToken = default)
    {
        _near.Clear(api, olderThan);
        int cleared = 0;
        foreach ((string name, DateTimeOffset changedAt) in await _container.ListAsync(
            _prefix, isByFolder: false, Attempt, cancellationToken)
            .ConfigureAwait(false))
        {
            string[] parts = name.Substring(_prefix.Length).Split('/');
            if ((api == null || (parts.Length == 3 && parts[1] == api.Number))
                && (olderThan == null || changedAt < olderThan))
            {
                await _container.DeleteAsync(name, Attempt, cancellationToken).ConfigureAwait(false);
                cleared++;
            }
        }

        return cleared;
    }

    /// <summary>Removes the days that are over for so long that no clock can be meant.</summary>
    internal async Task PruneAsync(DateTimeOffset now)
    {
        int oldest = JapanTime.DayOf(now.AddDays(1 - KeptDays));
        try
        {
            foreach ((string folder, _) in await _container.ListAsync(_prefix, isByFolder: true, Attempt, default)
                .ConfigureAwait(false))
            {
                string name = folder.Substring(_prefix.Length).TrimEnd('/');
                if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int day) || day >= oldest)
                {
                    continue;
                }

                List<(string Name, DateTimeOffset)> old = await _container.ListAsync(
                    folder, isByFolder: false, Attempt, default)
                    .ConfigureAwait(false);
                foreach (string answer in old.Select(static blob => blob.Name))
                {
                    await _container.DeleteAsync(answer, Attempt, default).ConfigureAwait(false);
                }
            }
        }
        catch (StateStoreException)
        {
            // The next day tries again.
        }
    }

    private void Rest(StateStoreException error, long askedAt)
    {
        _failedAt = _time.GetTimestamp();
        _health.Failed(error.Message, askedAt);
    }

    /// <summary>
    /// Numbers and names never become names of blobs: a hash has one length and no character
    /// that an address has to escape.
    /// </summary>
    private string NameOf(int day, ApiDescriptor api, string key) =>
        string.Format(
            CultureInfo.InvariantCulture, "{0}{1}/{2}/{3}", _prefix, day, api.Number, StateFolder.HashOf(key));
}
