using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Cache, retry, quota, pacing, token: what each order would look like from outside if it were another.</summary>
public sealed class HandlerOrderTests
{
    [Fact]
    public void The_cache_stands_before_everything()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Service.Counters.SetLeft(ApiCatalog.PatentProgress, 0);
        Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(2));

        Assert.True(bench.Get(1).FromCache);
    }

    [Fact]
    public void A_retry_passes_quota_and_pacing_again()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(perMinute: 2);
        bench.Service.Faults.Add(new Fault { Status = 500 }, new Fault { Status = 500 });

        bench.Get(1, client);

        Assert.Equal(3, bench.ProgressQuota.Used);
        Assert.Equal(2, bench.Service.Log.MaxInAMinute(ApiGroup.Domestic));
    }

    [Fact]
    public void A_retry_beyond_the_limit_is_not_made()
    {
        using var bench = new Bench();
        bench.Service.Counters.SetLeft(ApiCatalog.PatentProgress, 2);
        bench.Get(1);
        bench.Service.Faults.Add(new Fault { Status = 500 }, new Fault { Status = 500 });

        Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(2));

        Assert.Equal(2, bench.Service.Log.Calls.Count);
    }

    [Fact]
    public void An_exhausted_limit_is_known_before_a_minute_is_waited_for()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(perMinute: 10);
        bench.Service.Counters.SetLeft(ApiCatalog.PatentProgress, 10);
        for (int serial = 0; serial < 10; serial++)
        {
            bench.Get(serial, client);
        }

        DateTimeOffset before = bench.Time.GetUtcNow();
        Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(10, client));

        Assert.Equal(before, bench.Time.GetUtcNow());
    }

    [Fact]
    public void A_token_that_expires_while_the_minute_is_waited_for_is_renewed_before_the_call()
    {
        using var bench = new Bench();
        bench.Service.Tokens.ExpiresIn = 30;
        using JpoClient client = bench.NewClient(perMinute: 10);

        for (int serial = 0; serial < 25; serial++)
        {
            bench.Get(serial, client);
        }

        Assert.Equal(0, bench.Service.Log.CountOf("210"));
        Assert.Equal(25, bench.Service.Log.CountOf("100"));
        Assert.Equal(10, bench.Service.Log.MaxInAMinute(ApiGroup.Domestic));
    }

    [Fact]
    public void A_login_that_takes_long_does_not_push_a_call_into_another_minute()
    {
        using var bench = new Bench();
        bench.Service.Tokens.ExpiresIn = 50;
        using JpoClient client = bench.NewClient(perMinute: 10);

        // The first login is quick, the renewal at the end of the first minute takes half a minute, and those after it are quick again.
        bench.Service.Faults.Add(new Fault { IsForToken = true, IsPass = true }, new Fault { IsForToken = true, IsPass = true, Delay = TimeSpan.FromSeconds(30) });

        for (int serial = 0; serial < 30; serial++)
        {
            bench.Get(serial, client);
        }

        Assert.True(bench.Service.Tokens.Logins + bench.Service.Tokens.Refreshes >= 2);
        Assert.Equal(10, bench.Service.Log.MaxInAMinute(ApiGroup.Domestic));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(90)]
    public void A_lower_pace_is_kept_through_logins_that_take_long(int seconds)
    {
        using var bench = new Bench();
        bench.Service.Tokens.ExpiresIn = 70;
        bench.Service.Tokens.RefusesRefresh = true;
        using JpoClient client = bench.NewClient(perMinute: 2);
        bench.Service.Faults.Add([.. Enumerable.Range(0, 20).Select(i => new Fault { IsForToken = true, IsPass = true, Delay = TimeSpan.FromSeconds(i % 2 == 0 ? seconds : 0) })]);

        for (int serial = 0; serial < 12; serial++)
        {
            bench.Get(serial, client);
        }

        Assert.True(bench.Service.Tokens.Logins >= 3, bench.Service.Tokens.Logins + " logins");
        Assert.Equal(12, bench.Service.Log.CountOf("100"));
        Assert.InRange(bench.Service.Log.MaxInAMinute(ApiGroup.Domestic), 1, 2);
    }

    [Fact]
    public async Task One_who_waits_for_the_login_of_another_call_is_told()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { IsForToken = true, IsPass = true, Delay = TimeSpan.FromSeconds(20) });
        var other = new Activities();

        await Task.Run(() => bench.Time.Run(
            () => bench.GetAsync(1),
            () => bench.Client.Patents.GetProgressAsync(TestNumber.Patent(2), new JpoCallOptions { Activity = other })));

        Assert.Equal("127.0.0.1: another call of this connection is logging in; waiting for it", Assert.Single(other.Of(JpoActivityKind.Waiting)));
    }

    [Fact]
    public async Task A_call_that_is_stopped_while_it_waits_for_its_minute_gives_its_access_back()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(perMinute: 2);
        using var stop = new CancellationTokenSource();
        bench.Get(1, client);
        bench.Get(2, client);

        Task<PatentProgress> waiting = client.Patents.GetProgressAsync(TestNumber.Patent(3), cancellationToken: stop.Token);
        Assert.Equal(3, bench.ProgressQuota.Used);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(2, bench.ProgressQuota.Used);
    }

    [Fact]
    public void A_call_for_which_there_is_no_token_gives_its_access_back()
    {
        using var bench = new Bench();
        bench.Service.Tokens.ExpiresIn = 10;
        bench.Get(1);
        bench.Time.Advance(TimeSpan.FromSeconds(20));
        bench.Service.Tokens.Password = "another by now";
        bench.Service.Tokens.RefusesRefresh = true;

        Assert.Throws<JpoAuthenticationException>(() => bench.Get(2));

        Assert.Equal(1, bench.ProgressQuota.Used);
    }

    [Fact]
    public void A_clock_of_tomorrow_is_put_right_by_the_login_before_the_first_access_is_booked()
    {
        using var bench = new Bench();
        bench.Service.Counters.SetLeft(ApiCatalog.PatentProgress, 1);
        bench.Get(1);
        Assert.Equal(0, bench.ProgressQuota.Remaining);

        // A process whose clock is a day ahead: by that clock, a new day with all its accesses has begun.
        var tomorrow = new FakeTime(bench.Time.GetUtcNow().AddDays(1));
        using JpoClient client = bench.NewClient(time: tomorrow);

        JpoQuotaExhaustedException error = Assert.Throws<JpoQuotaExhaustedException>(() => tomorrow.Run(() => bench.GetAsync(2, client)));

        Assert.Equal(JapanTime.NextMidnight(FakeTime.Noon), error.ResetsAt);
        Assert.Single(bench.Service.Log.Calls);
        Assert.Equal(2, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void An_hour_through_the_whole_pipeline_is_worth_its_calls()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(perMinute: 10);
        bench.Service.PerMinute = 10;
        bench.Service.Delay = TimeSpan.FromSeconds(1.6);
        DateTimeOffset end = bench.Time.GetUtcNow().AddHours(1);

        int answers = 0;
        while (bench.Time.GetUtcNow() < end)
        {
            bench.Get(answers++, client);
        }

        // A slot is dated by the end of the call: at least 97 % of ten calls in a minute and the time of a call.
        Assert.True(answers >= 0.97 * 10 * 3600 / 61.6, answers + " answers");
        Assert.Equal(0, bench.Service.Log.CountOf("303"));
        Assert.Equal(10, bench.Service.Log.MaxInAMinute(ApiGroup.Domestic));
        Assert.Equal(answers, bench.Service.Log.Calls.Count);
    }
}
