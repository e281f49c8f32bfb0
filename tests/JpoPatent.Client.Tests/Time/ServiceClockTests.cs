using System;
using Xunit;

namespace JpoPatent.Tests;

public sealed class ServiceClockTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void Without_a_header_the_local_clock_is_all_there_is()
    {
        var clock = new ServiceClock(_time);

        Assert.Equal(FakeTime.Noon, clock.Now);
        Assert.Equal(20261120, clock.Today);
    }

    [Theory]
    [InlineData(5.0)]
    [InlineData(-5.0)]
    [InlineData(400 * 24.0)]
    public void A_header_corrects_a_wrong_clock(double hours)
    {
        var clock = new ServiceClock(_time);

        clock.Observe(FakeTime.Noon.AddHours(hours));

        Assert.Equal(FakeTime.Noon.AddHours(hours), clock.Now);
    }

    [Fact]
    public void The_best_of_many_headers_counts_and_it_is_never_ahead_of_the_service()
    {
        var clock = new ServiceClock(_time);
        for (int i = 0; i < 200; i++)
        {
            // The service is 2.5 s ahead of us; answers travel up to 2 s, and headers have whole seconds.
            DateTimeOffset sent = _time.GetUtcNow().AddSeconds(2.5);
            _time.Advance(TimeSpan.FromMilliseconds(i * 137 % 2000));
            clock.Observe(DateTimeOffset.FromUnixTimeSeconds(sent.ToUnixTimeSeconds()));

            Assert.True(clock.Now <= _time.GetUtcNow().AddSeconds(2.5));
        }

        Assert.InRange(clock.Offset.TotalSeconds, 2.3, 2.5);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-3600)]
    [InlineData(10)]
    [InlineData(-10)]
    public void A_clock_that_is_set_meanwhile_is_found_out_by_the_next_header(int seconds)
    {
        var clock = new ServiceClock(_time);
        clock.Observe(FakeTime.Noon);

        _time.SetWallBy(TimeSpan.FromSeconds(seconds));
        clock.Observe(FakeTime.Noon);

        Assert.Equal(FakeTime.Noon, clock.Now);
    }
}
