using System;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>
/// <c>-CallTimeoutSec</c> and <c>Retry-After</c> over a real socket, for the token address, an API and a bundle alike. What is waited between two tries passes at once and is
/// noted, so that the verdict is what was waited for, and no machine is too slow for it.
/// </summary>
public sealed class SocketLimitTests
{
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(CallKind.Token)]
    [InlineData(CallKind.Json)]
    [InlineData(CallKind.Bundle)]
    public async Task What_Retry_After_asks_for_is_waited(CallKind kind)
    {
        using RawBench bench = await NewBenchAsync(kind, TimeSpan.FromMinutes(5), BusyAsync);
        bench.Server.FaultsLeft = 2;

        Assert.Equal((Outcome.Answer, null), await bench.TryAsync(kind));

        Assert.Equal([Asked, Asked], bench.Server.Time.LongWaits);
    }

    [Theory]
    [InlineData(CallKind.Token)]
    [InlineData(CallKind.Json)]
    [InlineData(CallKind.Bundle)]
    public async Task A_wait_that_the_call_has_no_time_for_ends_it(CallKind kind)
    {
        using RawBench bench = await NewBenchAsync(kind, TimeSpan.FromSeconds(40), BusyAsync);

        (Outcome outcome, JpoException? error) = await bench.TryAsync(kind);

        Assert.Equal(Outcome.ServiceError, outcome);
        Assert.Equal(2, error!.Attempts);
        Assert.Contains("may take 40 s (CallTimeout)", error.Message, StringComparison.Ordinal);
        Assert.Equal([Asked], bench.Server.Time.LongWaits);
    }

    [Theory]
    [InlineData(CallKind.Token)]
    [InlineData(CallKind.Json)]
    [InlineData(CallKind.Bundle)]
    public async Task Silence_ends_a_call_when_its_time_is_over(CallKind kind)
    {
        using RawBench bench = await NewBenchAsync(kind, TimeSpan.FromSeconds(25), static it => it.FallSilentAsync());

        (Outcome outcome, JpoException? error) = await bench.TryAsync(kind);

        Assert.Equal(Outcome.ConnectionFailed, outcome);
        Assert.Equal(1, error!.Attempts);
        Assert.Contains("may take 25 s (CallTimeout)", error.Message, StringComparison.Ordinal);

        // A try alone has 30 seconds: the deadline was the call's.
        Assert.InRange(bench.Server.Time.LongestPassed, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(25));
    }

    private static Task BusyAsync(RawExchange it) => it.AnswerAsync(503, [], "text/plain", "Retry-After: 30");

    private static async Task<RawBench> NewBenchAsync(CallKind kind, TimeSpan callTimeout, Func<RawExchange, Task> fault)
    {
        var bench = new RawBench(callTimeout);
        if (kind != CallKind.Token)
        {
            await bench.AskAsync(CallKind.Token);
        }

        bench.Server.Fault = fault;
        bench.Server.FaultKind = kind;
        bench.Server.FaultsLeft = int.MaxValue;
        return bench;
    }
}
