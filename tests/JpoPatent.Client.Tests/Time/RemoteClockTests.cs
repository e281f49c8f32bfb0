using System;
using Xunit;

namespace JpoPatent.Tests;

public sealed class RemoteClockTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void Without_an_answer_nothing_is_known() => Assert.False(new RemoteClock(_time).TryRead(out _, out _));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_true_time_lies_between_the_bounds_and_they_narrow(int seed)
    {
        var random = new Random(seed);
        var clock = new RemoteClock(_time);
        long width = long.MaxValue;
        for (int i = 0; i < 300; i++)
        {
            long sent = _time.GetTimestamp();
            _time.Advance(TimeSpan.FromMilliseconds(random.Next(3000)));
            DateTimeOffset header = DateTimeOffset.FromUnixTimeSeconds(_time.GetUtcNow().ToUnixTimeSeconds());
            _time.Advance(TimeSpan.FromMilliseconds(random.Next(3000)));
            clock.Observe(header, sent);
            _time.Advance(TimeSpan.FromMilliseconds(random.Next(2000)));

            Assert.True(clock.TryRead(out long least, out long most));
            Assert.InRange(_time.GetUtcNow().ToUnixTimeMilliseconds(), least, most);
            width = most - least;
        }

        Assert.InRange(width, 0, 1000);
    }

    [Fact]
    public void A_clock_that_stands_still_is_no_clock()
    {
        var clock = new RemoteClock(_time);
        for (int i = 0; i < 10; i++)
        {
            clock.Observe(FakeTime.Noon, _time.GetTimestamp());
            _time.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(i == 0, clock.TryRead(out _, out _));
        }
    }

    [Fact]
    public void A_machine_that_slept_believes_the_other_clock_again_after_a_while()
    {
        var clock = new RemoteClock(_time);
        clock.Observe(_time.GetUtcNow(), _time.GetTimestamp());
        _time.Suspend(TimeSpan.FromHours(1));

        clock.Observe(_time.GetUtcNow(), _time.GetTimestamp());
        Assert.False(clock.TryRead(out _, out _));
        _time.Advance(TimeSpan.FromSeconds(3));
        clock.Observe(_time.GetUtcNow(), _time.GetTimestamp());

        Assert.True(clock.TryRead(out long least, out long most));
        Assert.InRange(_time.GetUtcNow().ToUnixTimeMilliseconds(), least, most);
    }
}
