using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

public sealed class FakeTimeTests
{
    [Fact]
    public void Where_nothing_moves_any_more_the_run_ends_and_says_who_waits_for_what()
    {
        var time = new FakeTime { StandstillAfter = TimeSpan.FromMilliseconds(50) };
        var never = new TaskCompletionSource();
        using var deadline = new Deadline(time, TimeSpan.FromHours(1), default);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => time.Run(
            () => Task.CompletedTask,
            () => time.Wait(TimeSpan.FromSeconds(5), default),
            () => never.Task));

        Assert.Contains("Lane 1: done", error.Message, StringComparison.Ordinal);
        Assert.Contains("Lane 2: waits", error.Message, StringComparison.Ordinal);
        Assert.Contains("wait in 00:00:05: Time.Delays < Tests.FakeTimeTests", error.Message, StringComparison.Ordinal);
        Assert.Contains("Lane 3: runs, or waits for a lock, another lane or I/O", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deadlines_and_what_repeats_fire_on_the_way_and_hold_nobody_up()
    {
        var time = new FakeTime { StandstillAfter = TimeSpan.FromSeconds(5) };
        int beats = 0;
        bool isPast = false;

        time.Run(async () =>
        {
            using ITimer beat = time.CreateTimer(_ => beats++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            using var deadline = new Deadline(time, TimeSpan.FromSeconds(3), default);

            // Done on another thread, while nothing but the deadline is armed: the clock has to wait for it.
            await Task.Run(static () => Thread.SpinWait(1000));
            Assert.False(deadline.IsPast);
            await time.Wait(TimeSpan.FromSeconds(10.5), default);
            isPast = deadline.IsPast;
        });

        Assert.Equal(10, beats);
        Assert.True(isPast);
        Assert.Equal(FakeTime.Noon.AddSeconds(10.5), time.GetUtcNow());
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(-1, true)]
    public void A_gate_is_waited_for_by_the_same_clock(int seconds, bool isEntered)
    {
        var time = new FakeTime();
        using var gate = new SemaphoreSlim(0, 1);
        TimeSpan limit = seconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);
        bool got = !isEntered;

        time.Run(
            async () => got = await gate.EnterAsync(time, limit, default),
            async () =>
            {
                await time.Wait(TimeSpan.FromDays(3), default);
                gate.Release();
            });

        Assert.Equal(isEntered, got);
        Assert.Equal(isEntered ? 0 : 1, gate.CurrentCount);
    }
}
