using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.Azure;
using JpoPatent.Caching;
using JpoPatent.Http;
using JpoPatent.Pacing;
using JpoPatent.Quota;
using JpoPatent.State;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent;

/// <summary>
/// Where all who use one ID keep what they share: the quota book, the minute's record and the answers of the day; in
/// a folder, or in a container.
/// </summary>
internal sealed class SharedState : IDisposable
{
    // Of what the last book left, each machine that has lost the container may spend one part in so many.
    private const int Share = 10;

    // Versioned: a change of what the container holds changes the name.
    private const string Version = "v1/";

    private const int ReadersAtOnce = 8;

    private static readonly TimeSpan NearPoll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan FarPoll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan FarRetry = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectAttempt = TimeSpan.FromSeconds(10);

    private readonly BlobContainer? _container;
    private readonly SafeRecordStore? _quota;
    private readonly SafeRecordStore? _pacing;
    private readonly string _prefix;
    private readonly TimeProvider _time;
    private int _isConnected;

    private SharedState(
        string path,
        string bookName,
        IRecordStore quota,
        IRecordStore pacing,
        IAnswerCache cache,
        FlightBoard? flights,
        BlobContainer? container,
        string prefix,
        Func<TimeSpan> poll,
        TimeProvider time)
    {
        Path = path;
        BookName = bookName;
        Quota = quota;
        Pacing = pacing;
        Cache = cache;
        Flights = flights;
        Poll = poll;
        _quota = quota as SafeRecordStore;
        _pacing = pacing as SafeRecordStore;
        _container = container;
        _prefix = prefix;
        _time = time;
    }

    /// <summary>The folder, or the container's address.</summary>
    internal string Path { get; }

    /// <summary>What tells the book from others in this process.</summary>
    internal string BookName { get; }

    internal IRecordStore Quota { get; }

    internal IRecordStore Pacing { get; }

    internal IAnswerCache Cache { get; }

    /// <summary>The calls under way on this machine; null where there is no folder for them.</summary>
    internal FlightBoard? Flights { get; }

    /// <summary>How long to wait before the book is asked again.</summary>
    internal Func<TimeSpan> Poll { get; }

    internal bool IsContainer => _container != null;

    internal bool IsAlone => _quota is { IsAlone: true } || _pacing is { IsAlone: true };

    /// <summary>The container's clock, which all its machines have in common; null for a folder.</summary>
    internal RemoteClock? Clock => _container?.Clock;

    /// <summary>A folder. Where it cannot be used, the user is told and the state lies in memory.</summary>
    internal static SharedState InFolder(JpoClientOptions options, Action<string> remember, Action<Exception> failed)
    {
        string path = options.StatePath ?? StateFolder.Default;
        if (options.StatePath == null && StateFolder.IsDefaultTemporary)
        {
            remember(Format(Client.Messages.StateTemporary, path));
        }

        try
        {
            StateFolder folder = StateFolder.At(path, options.Credential.UserName, options.BaseUri);
            var state = new SharedState(
                path,
                folder.Path,
                NewFile(
                    folder,
                    StateFolder.QuotaFile,
                    QuotaBook.Keys,
                    QuotaBook.RecordLength,
                    new QuotaRules(),
                    BookDamaged),

                // A record of the minute that was damaged is restored from what is known:
                // nothing to trouble the user with.
                NewFile(
                    folder, StateFolder.PacingFile, Pacer.Keys, Pacer.RecordLength, new PacingRules(), static _ => { }),
                new FileAnswerCache(folder.Cache, options.Time),
                new FlightBoard(folder.Flights, options.Time),
                container: null,
                string.Empty,
                static () => NearPoll,
                options.Time);
            Prepare(folder);
            return state;
        }
        catch (Exception error) when (error is NotSupportedException or ArgumentException)
        {
            failed(error);
            return new SharedState(
                path, "memory:" + Guid.NewGuid().ToString("N"), new MemoryRecordStore(), new MemoryRecordStore(),
                new MemoryAnswerCache(), flights: null, container: null, string.Empty, static () => NearPoll,
                options.Time);
        }

        void BookDamaged(string aside) =>
            remember(Format(Client.Messages.QuotaBookDamaged, aside));

        void Prepare(StateFolder folder)
        {
            try
            {
                if (!folder.Prepare())
                {
                    remember(Format(Client.Messages.LocksDoNothing, path));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failed(error);
            }
        }

        SafeRecordStore NewFile(
            StateFolder folder,
            string name,
            IReadOnlyList<string> keys,
            int length,
            IRecordRules rules,
            Action<string> damaged) =>
            new(
                new RecordFile(System.IO.Path.Combine(folder.Path, name), keys, length, damaged),
                NewSpare(folder.SpareOf(name), keys, length),
                rules,
                options.Time,
                failed)
            {
                Second = NewSpare(folder.SpareOf("last." + name), keys, length),
            };
    }

    /// <summary>A container.</summary>
    internal static SharedState InContainer(
        JpoClientOptions options, Uri address, Func<double> random, Action<string> told, Action<Exception> failed)
    {
        BlobAccess access = options.StateToken != null
            ? new BlobAccess(options.StateToken)
            : new BlobAccess(new ManagedIdentity(
                new HttpMessageInvoker(Transport.CreateDirect(), disposeHandler: true),
                options.Time,
                Environment.GetEnvironmentVariable));
        var container = new BlobContainer(
            address,
            access,
            new HttpMessageInvoker(Transport.Create(options.Proxy), disposeHandler: true),
            options.Time);
        var health = new StoreHealth(options.Time);
        string prefix = Version + StateFolder.NameFor(options.Credential.UserName, options.BaseUri) + "/";
        string name = address + prefix;
        return new SharedState(
            address.ToString().TrimEnd('/'),
            name,
            NewStore("quota/", StateFolder.QuotaFile, QuotaBook.Keys, QuotaBook.RecordLength, new QuotaRules()),
            NewStore("minute/", StateFolder.PacingFile, Pacer.Keys, Pacer.RecordLength, new PacingRules()),
            new BlobAnswerCache(container, prefix + "cache/", health, options.Time),
            new FlightBoard(StateFolder.SpareOf(name, "flights.v1.board"), options.Time),
            container,
            prefix,
            () => TimeSpan.FromTicks((long)(FarPoll.Ticks * (0.75 + (random() / 2)))),
            options.Time);

        SafeRecordStore NewStore(
            string folder, string file, IReadOnlyList<string> keys, int length, IRecordRules rules) =>
            new(
                new CompareAndSetStore(
                    container, prefix + folder, options.Time, random, health, told, options.StatePatience),
                NewSpare(StateFolder.SpareOf(name, file), keys, length),
                rules,
                options.Time,
                failed)
            {
                Health = health,
                Share = Share,
                RetryEvery = FarRetry,
                IsRequired = options.StateRequired,
            };
    }

    /// <summary>
    /// Finds out whether a container can be read and written, and reads the book, so that it is known where the
    /// container is lost later. Nothing to do for a folder.
    /// </summary>
    /// <exception cref="JpoStateStoreException">It cannot be used: why, and what to look at.</exception>
    internal async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (_container == null || Interlocked.Exchange(ref _isConnected, 1) != 0)
        {
            return;
        }

        long began = _time.GetTimestamp();
        for (TimeSpan pause = FarPoll; ; pause += pause)
        {
            try
            {
                await LearnAsync(_container, cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (StateStoreException error)
            {
                if (error.IsRefusal || _time.GetElapsedTime(began) + pause > ConnectPatience)
                {
                    _isConnected = 0;
                    throw new JpoStateStoreException(error.Message);
                }

                await _time.Wait(pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes, and reads what was written and all rows of the book.</summary>
    private async Task LearnAsync(BlobContainer container, CancellationToken cancellationToken)
    {
        const string Mark = "connected";
        await container.PutAsync(
            _prefix + Mark, [], version: null, isReplacing: true, ConnectAttempt, cancellationToken)
            .ConfigureAwait(false);
        await container.GetAsync(_prefix + Mark, ConnectAttempt, cancellationToken).ConfigureAwait(false);
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, ReadersAtOnce).Select(async _ =>
        {
            for (int i = Interlocked.Increment(ref next); i < QuotaBook.Keys.Count; i = Interlocked.Increment(ref next))
            {
                await _quota!.LearnAsync(QuotaBook.Keys[i], cancellationToken).ConfigureAwait(false);
            }
        })).ConfigureAwait(false);
    }

    /// <summary>What was last seen of an API's row in a container; null for a folder, which is read as fast.</summary>
    internal string? Peek(ApiDescriptor api) => _container == null ? null : _quota?.Peek(api.Id);

    /// <summary>Writes what was counted alone, if that can be done now.</summary>
    internal async Task FlushAsync()
    {
        if (_quota != null)
        {
            await _quota.FlushAsync().ConfigureAwait(false);
        }

        if (_pacing != null)
        {
            await _pacing.FlushAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => _container?.Dispose();

    private static SpareRecordStore NewSpare(string path, IReadOnlyList<string> keys, int length) =>
        new(
            new RecordFile(path, keys, length + SpareRecordStore.MoreLength, static _ => { }),
            () => StateFolder.TryPrepareSpare(path));
}
