using System;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests;

public sealed class QuotaEstimatorTests
{
    private static readonly ApiDescriptor Api = ApiCatalog.PatentProgress;

    [Theory]
    [InlineData(1, 10, 1.6)]
    [InlineData(10, 10, 16)]
    [InlineData(11, 10, 61.85 + 1.6)]
    [InlineData(25, 10, (2 * 61.85) + 8)]
    [InlineData(12, 5, (2 * 61.85) + 3.2)]
    [InlineData(100, 0, 160)]
    [InlineData(100, 1000, 160)]
    public void A_run_waits_for_each_full_minute_from_the_end_of_its_calls(int count, int perMinute, double seconds)
    {
        JpoQuotaEstimate estimate = QuotaEstimator.Estimate(Api, count, 800, 800, perMinute, FakeTime.Noon);

        Assert.Equal(TimeSpan.FromSeconds(seconds), estimate.Duration);
        Assert.Equal(FakeTime.Noon + estimate.Duration, estimate.FinishesAt);
    }

    [Fact]
    public void What_is_estimated_is_what_a_run_takes()
    {
        const int Calls = 95;
        var time = new FakeTime();
        var pacer = new Pacer(new MemoryRecordStore(), 10, 5, new PacingClock(time, new RemoteClock(time), "machine"), TimeSpan.FromSeconds(100));

        time.Run(async () =>
        {
            for (int i = 0; i < Calls; i++)
            {
                PacingPlace place = await pacer.EnterAsync(Api, static _ => default, null, default);
                await time.Wait(TimeSpan.FromSeconds(1.6), default);
                await pacer.LeaveAsync(ApiGroup.Domestic, place, wasSent: true);
            }
        });

        TimeSpan took = time.GetUtcNow() - FakeTime.Noon;
        Assert.Equal(took.TotalSeconds, QuotaEstimator.Estimate(Api, Calls, 800, 800, 10, FakeTime.Noon).Duration.TotalSeconds, tolerance: 1.0);
    }

    [Fact]
    public void A_run_beyond_the_day_works_on_the_next_ones_and_one_that_the_reserve_leaves_nothing_never_ends()
    {
        JpoQuotaEstimate estimate = QuotaEstimator.Estimate(Api, 20, remaining: 3, perDay: 10, perMinute: 0, FakeTime.Noon);
        JpoQuotaEstimate never = QuotaEstimator.Estimate(Api, 20, remaining: 3, perDay: 0, perMinute: 0, FakeTime.Noon);

        Assert.Equal((3, 3), (estimate.Today, estimate.Days));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(9)) + TimeSpan.FromSeconds(7 * 1.6), estimate.FinishesAt);
        Assert.Equal(DateTimeOffset.MaxValue, never.FinishesAt);
    }
}
