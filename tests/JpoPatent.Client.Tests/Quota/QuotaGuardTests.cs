using System;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

public sealed class QuotaGuardTests
{
    private static readonly ApiDescriptor Progress = ApiCatalog.PatentProgress;

    [Fact]
    public void An_access_is_booked_before_the_call_and_settled_after_it()
    {
        using var bench = new Bench();
        int meanwhile = 0;
        bench.Service.BeforeAnswer = _ =>
        {
            meanwhile = bench.ProgressQuota.Used;
            return Task.CompletedTask;
        };

        bench.Get(1);

        Assert.Equal(1, meanwhile);
        Assert.Equal(1, bench.ProgressQuota.Used);
        Assert.Equal(FakeTime.Noon, bench.ProgressQuota.ObservedAt);
    }

    [Fact]
    public void Quota_is_shown_before_anything_was_asked()
    {
        using var bench = new Bench();

        JpoQuota quota = bench.ProgressQuota;

        Assert.Equal(800, quota.Limit);
        Assert.Equal(800, quota.Remaining);
        Assert.Equal(QuotaSource.Default, quota.Source);
        Assert.Null(quota.ObservedAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.FromHours(9)), quota.ResetsAt);
        Assert.Empty(bench.Service.Log.Calls);
        Assert.Equal(0, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void The_services_counter_wins_where_it_speaks_of_less()
    {
        using var bench = new Bench();
        bench.Service.Counters.Spend(Progress, 500);

        bench.Get(1);

        Assert.Equal(299, bench.ProgressQuota.Remaining);
        Assert.Equal(501, bench.ProgressQuota.Used);
        Assert.Equal(QuotaSource.Default, bench.ProgressQuota.Source);
    }

    [Fact]
    public void A_limit_is_learned_where_the_service_speaks_of_more_than_the_default()
    {
        using var bench = new Bench();
        bench.Service.Counters.SetLimit(Progress, 4000);

        bench.Get(1);
        Assert.Equal(800, bench.ProgressQuota.Limit);
        bench.Get(2);

        Assert.Equal(4000, bench.ProgressQuota.Limit);
        Assert.Equal(3998, bench.ProgressQuota.Remaining);
        Assert.Equal(QuotaSource.Service, bench.ProgressQuota.Source);
    }

    [Fact]
    public void A_learned_limit_outlives_the_day_and_the_process()
    {
        using var bench = new Bench();
        bench.Service.Counters.SetLimit(Progress, 4000);
        bench.Get(1);
        bench.Get(2);
        bench.Time.Advance(TimeSpan.FromDays(1));

        using JpoClient other = bench.NewClient();

        Assert.Equal(4000, other.GetQuota(Progress).Remaining);
    }

    [Fact]
    public void A_limit_that_the_user_set_is_kept_per_id_until_it_is_taken_back()
    {
        using var bench = new Bench();
        bench.Client.SetQuotaLimit(Progress, 50);
        bench.Get(1);

        using JpoClient same = bench.NewClient();
        using JpoClient another = bench.NewClient(userName: "another-id-2");

        Assert.Equal(50, same.GetQuota(Progress).Limit);
        Assert.Equal(QuotaSource.User, same.GetQuota(Progress).Source);
        Assert.Equal(800, another.GetQuota(Progress).Limit);
        Assert.Equal(800, same.SetQuotaLimit(Progress, null).Limit);
    }

    [Fact]
    public void The_last_access_is_used_and_none_beyond_it()
    {
        using var bench = new Bench();
        bench.Service.Counters.SetLeft(Progress, 3);

        bench.Get(1);
        bench.Get(2);
        bench.Get(3);
        JpoQuotaExhaustedException error = Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(4));

        Assert.Equal(3, bench.Service.Log.Calls.Count);
        Assert.Equal(0, bench.Service.Log.CountOf("203"));
        Assert.Equal(Progress, error.Api);
        Assert.Equal(0, error.Attempts == 0 ? 0 : error.Attempts - 1);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.FromHours(9)), error.ResetsAt);
        Assert.Contains("800 of 800 used", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_cache_has_is_still_answered_when_nothing_is_left()
    {
        using var bench = new Bench();
        bench.Service.Counters.SetLeft(Progress, 1);
        bench.Get(1);

        Assert.True(bench.Get(1).FromCache);
    }

    [Fact]
    public void A_203_empties_the_book()
    {
        using var bench = new Bench();
        bench.Service.Counters.SetLeft(Progress, 0);

        JpoQuotaExhaustedException error = Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(1));
        Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(2));

        Assert.Equal(0, bench.ProgressQuota.Remaining);
        Assert.Single(bench.Service.Log.Calls);
        Assert.Equal(Progress, error.Api);
    }

    [Fact]
    public void An_answer_without_a_counter_is_counted_by_the_book_alone()
    {
        using var bench = new Bench();
        bench.Service.Answers = new DelegateAnswers(_ => ServiceAnswer.Envelope(200, "111"));

        for (int serial = 0; serial < 5; serial++)
        {
            Assert.Throws<JpoEmptyAnswerException>(() => bench.Get(serial));
        }

        Assert.Equal(5, bench.ProgressQuota.Used);
        Assert.Null(bench.ProgressQuota.ObservedAt);
    }

    [Fact]
    public void No_data_costs_an_access_too()
    {
        using var bench = new Bench();

        Assert.Throws<JpoEmptyAnswerException>(() => bench.Get(999999));

        Assert.Equal(1, bench.ProgressQuota.Used);
        Assert.NotNull(bench.ProgressQuota.ObservedAt);
    }

    [Fact]
    public void An_access_that_never_reached_the_service_comes_back_with_the_next_counter()
    {
        using var bench = new Bench();
        var lost = new Fault { Breakage = Breakage.BeforeAnswer, IsCounted = false };
        bench.Service.Faults.Add(lost, lost, lost, lost);
        Assert.Throws<JpoConnectionException>(() => bench.Get(1));

        bench.Get(2);

        Assert.Equal(1, bench.ProgressQuota.Used);
    }

    [Fact]
    public void Somebody_else_who_spends_meanwhile_is_noticed_at_the_next_answer()
    {
        using var bench = new Bench();
        for (int serial = 0; serial < 100; serial++)
        {
            bench.Get(serial);
        }

        bench.Service.Counters.Spend(Progress, 300);
        bench.Get(100);
        Assert.Equal(399, bench.ProgressQuota.Remaining);

        int answers = 101;
        while (true)
        {
            try
            {
                bench.Get(answers);
                answers++;
            }
            catch (JpoQuotaExhaustedException)
            {
                break;
            }
        }

        Assert.Equal(500, answers);
        Assert.Equal(0, bench.Service.Log.CountOf("203"));
    }

    [Fact]
    public void A_reserve_is_left_to_others()
    {
        using var bench = new Bench();
        using JpoClient modest = bench.NewClient(reserve: 100);
        bench.Service.Counters.SetLeft(Progress, 102);

        bench.Get(1, modest);
        bench.Get(2, modest);
        JpoQuotaExhaustedException error = Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(3, modest));
        bench.Get(3);

        Assert.Contains("leaves 100 to others", error.Message, StringComparison.Ordinal);
        Assert.Equal(99, bench.ProgressQuota.Remaining);
    }

    [Fact]
    public void A_warning_comes_once_an_api_and_day()
    {
        using var bench = new Bench();
        bench.Service.Counters.SetLeft(Progress, 82);

        bench.Get(1);
        Assert.Empty(bench.Activities.Warnings);
        bench.Get(2);
        bench.Get(3);
        using (JpoClient other = bench.NewClient())
        {
            bench.Get(4, other);
        }

        Assert.Equal("1-1 patent/app_progress: 80 of 800 accesses left today; the limit resets at 2026-11-21 00:00 JST", Assert.Single(bench.Activities.Warnings));

        bench.Time.Advance(TimeSpan.FromDays(1));
        bench.Service.Counters.SetLeft(Progress, 10);
        bench.Get(5);
        Assert.Equal(2, bench.Activities.Warnings.Count);
    }

    [Fact]
    public void A_stop_before_the_call_left_gives_the_access_back()
    {
        using var bench = new Bench();
        using var stop = new System.Threading.CancellationTokenSource();
        bench.Service.Faults.Add(new Fault { IsForToken = true, Breakage = Breakage.Hang });

        Task call = bench.Client.Patents.GetProgressAsync(TestNumber.Patent(1), cancellationToken: stop.Token);
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => call.GetAwaiter().GetResult());
        Assert.Equal(0, bench.ProgressQuota.Used);
    }

    [Fact]
    public void A_stop_after_the_call_left_keeps_the_access_booked()
    {
        using var bench = new Bench();
        using var stop = new System.Threading.CancellationTokenSource();
        bench.Time.Run(() => bench.Client.ConnectAsync());
        bench.Service.Faults.Add(new Fault { Breakage = Breakage.Hang });

        Task call = bench.Client.Patents.GetProgressAsync(TestNumber.Patent(1), cancellationToken: stop.Token);
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => call.GetAwaiter().GetResult());
        Assert.Equal(1, bench.ProgressQuota.Used);
    }

    [Fact]
    public void Every_api_has_a_book_row_of_its_own()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Time.Run(() => bench.Client.Patents.GetProgressSimpleAsync(TestNumber.Patent(1)));

        int[] used = ApiCatalog.All.Select(api => bench.Client.GetQuota(api).Used).ToArray();

        Assert.Equal(2, used.Sum());
        Assert.Equal(1, used[ApiCatalog.PatentProgressSimple.Index]);
    }
}
