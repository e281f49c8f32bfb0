using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Calls for one case and for different cases from processes of their own.</summary>
public sealed class FlightProcessTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private LoopbackServer _server = null!;

    private CallLog Log => _server.Service.Log;

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_bulk_run_that_waits_for_its_minute_keeps_nobody_from_another_case()
    {
        using WorkerProcess bulk = await StartBulkAsync();

        // Among hundreds of cases there are several with the same last digits of whatever hash a lock could be named by.
        IReadOnlyList<string> lines = await Ask(100, 700).RunToEndAsync();

        Assert.Equal(700, lines.Count(static line => line.StartsWith("100 ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, static line => line.StartsWith("waiting", StringComparison.Ordinal) && line.Contains("fetching this answer", StringComparison.Ordinal));
        Assert.DoesNotContain(Log.Calls, static call => call.Path.EndsWith("2020000001", StringComparison.Ordinal));
        await bulk.KillAsync();
    }

    [Fact]
    public async Task One_who_asks_for_the_very_case_that_a_bulk_run_waits_with_says_so_and_keeps_to_its_time()
    {
        using WorkerProcess bulk = await StartBulkAsync();

        IReadOnlyList<string> lines = await Ask(1, 1, "--call-timeout", "2").RunToEndAsync();

        Assert.Equal(
            [
                "waiting 1-1 patent/app_progress 2020000001: another call on this machine is fetching this answer already; waiting for it",
                nameof(JpoServiceException) + " 1",
                "done",
            ],
            lines);
        Assert.Single(Log.Calls);
        await bulk.KillAsync();
    }

    [Fact]
    public async Task A_process_that_was_killed_with_a_case_in_hand_holds_it_for_a_moment_only()
    {
        using WorkerProcess bulk = await StartBulkAsync();
        await bulk.KillAsync();

        IReadOnlyList<string> lines = await Ask(1, 1).RunToEndAsync();

        Assert.Equal("100 1", lines[^2]);
        Assert.Equal(2, Log.Calls.Count);
    }

    [UnixFact]
    public async Task A_process_that_was_suspended_with_a_case_in_hand_holds_it_for_a_moment_only()
    {
        using WorkerProcess bulk = await StartBulkAsync();
        bulk.Suspend();

        // Two at once: one of them takes over, the other waits for that one's answer.
        IReadOnlyList<string>[] lines = await Task.WhenAll(Ask(1, 1).RunToEndAsync(), Ask(1, 1).RunToEndAsync());

        Assert.Equal(["100 1", "100 cached 1"], lines.Select(static of => of[^2]).Order(StringComparer.Ordinal));
        Assert.Equal(2, Log.Calls.Count);
        await bulk.KillAsync();
    }

    private WorkerProcess Ask(int from, int count, params string[] more) => new(_server.BaseUri, _folder.Path, from, count, clients: 1, more: more);

    /// <summary>A process that has used its minute up with case 0 and waits for the next one with case 1 in hand.</summary>
    private async Task<WorkerProcess> StartBulkAsync()
    {
        WorkerProcess bulk = Ask(0, 5, "--per-minute", "1");
        Assert.Equal("100 0", await bulk.NextLineAsync());
        Assert.StartsWith("waiting 1-1 patent/app_progress: waiting", await bulk.NextLineAsync(), StringComparison.Ordinal);
        return bulk;
    }
}
