using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>An answer is handed out while it is written, is found meanwhile, and lies in the cache when the caller's end has come.</summary>
public sealed class AnswerKeeperTests
{
    private static readonly ApiDescriptor Api = ApiCatalog.PatentProgress;

    [Fact]
    public async Task An_answer_that_is_being_written_is_found_and_the_end_waits_for_it()
    {
        var slow = new SlowCache();
        var keeper = new AnswerKeeper(slow);
        var flight = new Flight();

        await keeper.WriteBehindAsync(Api, "1", Answer(1), flight);

        Assert.Equal((byte)1, (await keeper.ReadAsync(Api, "1", FakeTime.Noon))?.Body.Span[0]);
        Assert.Null(await keeper.ReadAsync(Api, "2", FakeTime.Noon));
        Task end = keeper.EndAsync();
        Assert.False(end.IsCompleted);
        Assert.False(flight.IsOver);

        slow.Release("1");
        await end;

        Assert.True(flight.IsOver);
        Assert.Equal(["1"], slow.Written);
        Assert.Equal((byte)1, (await keeper.ReadAsync(Api, "1", FakeTime.Noon))?.Body.Span[0]);
    }

    [Fact]
    public async Task Of_two_answers_to_one_question_the_later_is_written_last()
    {
        var slow = new SlowCache();
        var keeper = new AnswerKeeper(slow);
        await keeper.WriteBehindAsync(Api, "1", Answer(1), whenWritten: null);

        ValueTask second = keeper.WriteBehindAsync(Api, "1", Answer(2), whenWritten: null);

        Assert.False(second.IsCompleted);
        slow.Release("1");
        await second;
        await keeper.EndAsync();
        Assert.Equal((byte)2, (await slow.ReadAsync(Api, "1", FakeTime.Noon))?.Body.Span[0]);
    }

    [Fact]
    public async Task A_slow_store_holds_a_few_answers_back_and_then_the_calls()
    {
        var slow = new SlowCache();
        var keeper = new AnswerKeeper(slow);
        var begun = new List<ValueTask>();
        for (int i = 0; i < 5; i++)
        {
            begun.Add(keeper.WriteBehindAsync(Api, i.ToString(), Answer(i), whenWritten: null));
        }

        Assert.Equal([true, true, true, true, false], begun.Select(static task => task.IsCompleted));
        slow.Release("2");
        await begun[4];
    }

    [Fact]
    public async Task An_answer_of_yesterday_is_not_found_though_it_is_still_being_written()
    {
        var slow = new SlowCache();
        var keeper = new AnswerKeeper(slow);
        await keeper.WriteBehindAsync(Api, "1", Answer(1), whenWritten: null);

        Assert.Null(await keeper.ReadAsync(Api, "1", FakeTime.Noon.AddDays(1)));
        slow.Release("1");
        await keeper.EndAsync();
    }

    [Fact]
    public async Task What_is_cleared_does_not_come_back()
    {
        var slow = new SlowCache();
        var keeper = new AnswerKeeper(slow);
        await keeper.WriteBehindAsync(Api, "1", Answer(1), whenWritten: null);

        ValueTask<int> cleared = keeper.ClearAsync(api: null, olderThan: null);
        slow.Release("1");

        Assert.Equal(1, await cleared);
        Assert.Null(await keeper.ReadAsync(Api, "1", FakeTime.Noon));
    }

    [Fact]
    public async Task What_cannot_be_written_is_not_waited_for_again()
    {
        var slow = new SlowCache();
        var keeper = new AnswerKeeper(slow);
        await keeper.WriteBehindAsync(Api, "1", Answer(1), whenWritten: null);
        Task end = keeper.EndAsync();

        slow.Fail("1");

        await Assert.ThrowsAsync<InvalidOperationException>(() => end);
        await keeper.EndAsync();
        Assert.Null(await keeper.ReadAsync(Api, "1", FakeTime.Noon));
    }

    [Fact]
    public void A_connection_that_has_ended_is_let_go_of()
    {
        WeakReference keeper = Make();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(keeper.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Make() => new(new AnswerKeeper(new MemoryAnswerCache()));
    }

    private static CachedAnswer Answer(int body) => new(FakeTime.Noon, null, new[] { (byte)body });

    private sealed class Flight : IDisposable
    {
        internal bool IsOver { get; private set; }

        public void Dispose() => IsOver = true;
    }

    /// <summary>Writes an answer when the test says so.</summary>
    private sealed class SlowCache : IAnswerCache
    {
        private readonly MemoryAnswerCache _memory = new();
        private readonly Dictionary<string, TaskCompletionSource> _gates = [];

        internal List<string> Written { get; } = [];

        internal void Release(string parameters) => Gate(parameters).TrySetResult();

        internal void Fail(string parameters) => Gate(parameters).TrySetException(new InvalidOperationException("A store that is broken."));

        public ValueTask<CachedAnswer?> ReadAsync(ApiDescriptor api, string parameters, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            new(_memory.Read(api, parameters, now));

        public async ValueTask WriteAsync(ApiDescriptor api, string parameters, CachedAnswer answer, CancellationToken cancellationToken = default)
        {
            await Gate(parameters).Task;
            lock (_gates)
            {
                Written.Add(parameters);
                _memory.Write(api, parameters, answer);
            }
        }

        public ValueTask<int> ClearAsync(ApiDescriptor? api, DateTimeOffset? olderThan, CancellationToken cancellationToken = default) => new(_memory.Clear(api, olderThan));

        private TaskCompletionSource Gate(string parameters)
        {
            lock (_gates)
            {
                return _gates.TryGetValue(parameters, out TaskCompletionSource? gate)
                    ? gate
                    : _gates[parameters] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
