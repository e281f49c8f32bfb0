using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>Plays all rows of the matrix at once: most of what they do is waiting.</summary>
public sealed class FaultMatrixRuns : IDisposable
{
    private readonly SemaphoreSlim _places = new(40);
    private readonly ConcurrentDictionary<string, Task> _cells;

    public FaultMatrixRuns() => _cells = new ConcurrentDictionary<string, Task>(
        from row in FaultMatrix.Rows
        from kind in Enum.GetValues<CallKind>()
        where row.Of(kind) != Outcome.None
        select new System.Collections.Generic.KeyValuePair<string, Task>(row.Name + kind, Task.Run(() => PlayAsync(row, kind))));

    public void Dispose() => _places.Dispose();

    internal Task Of(FaultRow row, CallKind kind) => _cells[row.Name + kind];

    private async Task PlayAsync(FaultRow row, CallKind kind)
    {
        await _places.WaitAsync().ConfigureAwait(false);
        try
        {
            await PlayOnceAsync(row, kind).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    private static async Task PlayOnceAsync(FaultRow row, CallKind kind)
    {
        Outcome due = row.Of(kind);
        int tries = kind switch
        {
            CallKind.Token when due == Outcome.AuthenticationFailed => 1,
            CallKind.Bundle => row.BundleTries,
            _ => row.Tries,
        };
        using (var bench = new RawBench())
        {
            await LastingAsync(bench, row, kind, due, tries).ConfigureAwait(false);
            if (kind == CallKind.Token && due == Outcome.AuthenticationFailed)
            {
                // A password that was refused is not tried again on this connection.
                return;
            }

            await AfterwardsAsync(bench, kind).ConfigureAwait(false);
        }

        if (due != Outcome.Answer)
        {
            using var bench = new RawBench();
            await PassingAsync(bench, row, kind, tries > 1 ? Outcome.Answer : due).ConfigureAwait(false);
        }
    }

    /// <summary>The fault stays: the call ends as it should, after as many tries as it should.</summary>
    private static async Task LastingAsync(RawBench bench, FaultRow row, CallKind kind, Outcome due, int tries)
    {
        await PrepareAsync(bench, row, kind, int.MaxValue).ConfigureAwait(false);

        (Outcome outcome, JpoException? error) = await bench.TryAsync(kind).ConfigureAwait(false);

        Assert.True(due == outcome, $"{due} was due, and it was {outcome}: {error}");
        if (row.Play != null)
        {
            Assert.Equal(tries, bench.Server.Requests(kind));
        }

        if (error != null)
        {
            Assert.Equal(tries, error.Attempts);
            Assert.Equal(RawServer.ApiOf(kind), error.Api);
            AssertNoSecret(bench, error.ToString());
            AssertNoted(bench, kind, error);
            Assert.DoesNotContain(error.Message, static c => char.IsControl(c) && c != '\n');
        }

        AssertBook(bench, kind);

        // Of what is too long, only as much is read as an answer may have (32 MB); the system's own buffers take up to as much again.
        Assert.InRange(bench.Server.FaultySent, 0, 80L * 1024 * 1024);
    }

    /// <summary>Failures of the service are kept for its support; the host of a bundle is another.</summary>
    private static void AssertNoted(RawBench bench, CallKind kind, JpoException error)
    {
        if (kind != CallKind.Bundle)
        {
            FailedCall noted = bench.Client.RecentFailures[^1];
            Assert.Equal(error.Message, noted.Message);
            AssertNoSecret(bench, noted.ToString());
        }
    }

    /// <summary>The fault is over: other calls were not harmed, and neither is the next of this kind.</summary>
    private static async Task AfterwardsAsync(RawBench bench, CallKind kind)
    {
        bench.Server.FaultsLeft = 0;
        bench.Server.IsRefusing = false;
        CallKind other = kind == CallKind.Json ? CallKind.Xml : CallKind.Json;

        Assert.Equal((Outcome.Answer, null), await bench.TryAsync(other).ConfigureAwait(false));
        Assert.Equal((Outcome.Answer, null), await bench.TryAsync(kind).ConfigureAwait(false));
        Assert.Equal((Outcome.Answer, null), await bench.TryAsync(kind).ConfigureAwait(false));

        AssertBook(bench, other);
        AssertBook(bench, kind);
        if (kind is CallKind.Json or CallKind.Xml)
        {
            // The counter in a good answer puts the book right to the last access.
            ApiDescriptor api = RawServer.ApiOf(kind)!;
            JpoQuota quota = bench.Client.GetQuota(api);
            Assert.Equal(bench.Server.Counted(api), quota.Used);
            Assert.Equal(api.DailyLimit, quota.Limit);
        }
    }

    /// <summary>The fault happens once: what another try can mend is mended without a word.</summary>
    private static async Task PassingAsync(RawBench bench, FaultRow row, CallKind kind, Outcome due)
    {
        await PrepareAsync(bench, row, kind, 1).ConfigureAwait(false);
        if (row.Play == null)
        {
            bench.Activities.WhenTold(JpoActivityKind.Retrying, () => bench.Server.IsRefusing = false);
        }

        (Outcome outcome, JpoException? error) = await bench.TryAsync(kind).ConfigureAwait(false);

        Assert.True(due == outcome, $"{due} was due after one fault, and it was {outcome}: {error}");
        Assert.Empty(bench.Activities.Warnings);
        AssertBook(bench, kind);
    }

    private static async Task PrepareAsync(RawBench bench, FaultRow row, CallKind kind, int faults)
    {
        if (kind != CallKind.Token)
        {
            await bench.AskAsync(CallKind.Token).ConfigureAwait(false);
        }

        bench.Server.Fault = row.Play;
        bench.Server.FaultKind = kind;
        bench.Server.FaultsLeft = faults;
        bench.Server.IsRefusing = row.Play == null;
    }

    private static void AssertBook(RawBench bench, CallKind kind)
    {
        if (RawServer.ApiOf(kind) is { } api)
        {
            Assert.InRange(bench.Client.GetQuota(api).Used, bench.Server.Counted(api), api.DailyLimit);
        }
    }

    private static void AssertNoSecret(RawBench bench, params string[] texts)
    {
        foreach (string secret in bench.Server.HandedOut.Append(TestServer.TokenDesk.DefaultPassword).Append("Bearer"))
        {
            Assert.All(texts, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }
}
