using System;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>The day that the book counts is the service's: across midnight in Japan, and under clocks that are wrong.</summary>
public sealed class QuotaTimeTests
{
    private static readonly ApiDescriptor Progress = ApiCatalog.PatentProgress;
    private static readonly DateTimeOffset Midnight = new(2026, 11, 21, 0, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void At_midnight_in_japan_the_book_turns_over_and_the_run_goes_on()
    {
        using var bench = new Bench(new FakeTime(Midnight.AddMinutes(-5)));
        bench.Service.Counters.SetLeft(Progress, 3);
        int answers = 0;
        int refusals = 0;

        for (int serial = 0; serial < 20; serial++)
        {
            try
            {
                bench.Get(serial);
                answers++;
            }
            catch (JpoQuotaExhaustedException error)
            {
                refusals++;
                Assert.Equal(Midnight, error.ResetsAt);
            }

            bench.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(18, answers);
        Assert.Equal(2, refusals);
        Assert.Equal(0, bench.Service.Log.CountOf("203"));
        Assert.Equal(15, bench.Service.Counters.Used(Progress));
        Assert.Equal(15, bench.ProgressQuota.Used);
        Assert.Equal(Midnight.AddDays(1), bench.ProgressQuota.ResetsAt);
    }

    [Theory]
    [InlineData(503, false)]
    [InlineData(403, false)]
    [InlineData(200, true)]
    public void The_date_of_a_page_that_some_machine_on_the_way_sends_is_not_the_services(int status, bool isForToken)
    {
        using var bench = new Bench(new FakeTime(Midnight.AddHours(-3)));
        bench.Service.Counters.SetLeft(Progress, 3);
        bench.Get(0);
        using JpoClient client = bench.NewClient();
        bench.Service.Faults.Add(new Fault { Status = status, IsPage = true, IsCounted = false, IsForToken = isForToken, Date = Midnight.AddDays(2) });

        try
        {
            bench.Get(1, client);
        }
        catch (JpoServiceException)
        {
            // 403 is not tried again.
        }

        Assert.Equal(Midnight, client.GetQuota(Progress).ResetsAt);
        for (int serial = 2; serial < 6; serial++)
        {
            try
            {
                bench.Get(serial, client);
            }
            catch (JpoQuotaExhaustedException error)
            {
                Assert.Equal(Midnight, error.ResetsAt);
            }
        }

        Assert.Equal(0, bench.Service.Log.CountOf("203"));
    }

    [Fact]
    public void An_answer_that_crosses_midnight_counts_on_both_days_rather_than_on_none()
    {
        using var bench = new Bench(new FakeTime(Midnight.AddSeconds(-1)));
        bench.Service.Counters.SetLeft(Progress, 10);
        bench.Service.BeforeAnswer = _ =>
        {
            bench.Time.Advance(TimeSpan.FromSeconds(3));
            return Task.CompletedTask;
        };

        bench.Get(1);

        Assert.Equal(1, bench.ProgressQuota.Used);
        Assert.Equal(799, bench.ProgressQuota.Remaining);
    }

    [Fact]
    public void A_203_that_the_service_said_a_moment_before_midnight_is_asked_again_in_the_new_day()
    {
        using var bench = new Bench(new FakeTime(Midnight.AddSeconds(-2)));
        bench.Time.Run(() => bench.Client.ConnectAsync());
        bench.Service.Counters.SetLeft(Progress, 0);

        // The answer is on its way when the day ends.
        bench.Service.Faults.Add(new Fault { Code = "203", IsCounted = false });
        var late = new LateTransport(new ScriptedTransport(bench.Service), bench.Time, TimeSpan.FromSeconds(2.5));
        using var client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(),
            BaseUri = new Uri("http://127.0.0.1:1"),
            Transport = late,
            StatePath = bench.StatePath,
            Time = bench.Time,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
        });

        PatentProgress answer = bench.Get(1, client);

        Assert.Equal("2020000001", answer.ApplicationNumber);
        Assert.Equal(799, bench.ProgressQuota.Remaining);
    }

    [Theory]
    [InlineData(-24 * 400)]
    [InlineData(-48)]
    [InlineData(-13)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(48)]
    [InlineData(24 * 400)]
    public void A_local_clock_that_is_wrong_by_hours_or_days_changes_nothing(int hours)
    {
        var time = new FakeTime(FakeTime.Noon.AddHours(hours));
        using var bench = new Bench(time);
        bench.Service.Clock.Add(TimeSpan.FromHours(-hours));
        using (JpoClient earlier = bench.NewClient(time: new FakeTime(FakeTime.Noon)))
        {
            // Somebody whose clock is right used the same book this morning.
            bench.Service.Counters.SetLeft(Progress, 3);
            new FakeTime(FakeTime.Noon).Run(() => earlier.ConnectAsync());
            bench.Time.Run(() => earlier.Patents.GetProgressAsync(TestNumber.Patent(1)));
        }

        bench.Get(2);
        Assert.Equal(1, bench.ProgressQuota.Remaining);
        bench.Get(3);
        Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(4));

        Assert.Equal(0, bench.Service.Log.CountOf("203"));
        Assert.Equal(Midnight, bench.ProgressQuota.ResetsAt);
        Assert.Equal(FakeTime.Noon.Date, bench.ProgressQuota.ObservedAt!.Value.Date);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(30)]
    public void The_very_first_access_is_booked_on_the_services_day_although_the_clock_is_wrong(int hours)
    {
        using var bench = new Bench(new FakeTime(FakeTime.Noon.AddHours(hours)));
        bench.Service.Clock.Add(TimeSpan.FromHours(-hours));
        bench.Service.Answers = new DelegateAnswers(_ => ServiceAnswer.Envelope(200, "111"));

        // An API whose answers have no counter: nothing but the book counts it.
        for (int serial = 0; serial < 4; serial++)
        {
            using JpoClient fresh = bench.NewClient();
            Assert.Throws<JpoEmptyAnswerException>(() => bench.Get(serial, fresh));
        }

        bench.Time.Run(() => bench.Client.ConnectAsync());
        Assert.Equal(4, bench.ProgressQuota.Used);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(-30)]
    public void A_clock_that_is_set_wrong_in_the_middle_of_a_run_is_found_out_by_the_next_answer(int hours)
    {
        using var bench = new Bench();
        bench.Service.Clock.Add(TimeSpan.Zero);
        bench.Service.Counters.SetLeft(Progress, 300);
        for (int serial = 0; serial < 10; serial++)
        {
            bench.Get(serial);
        }

        bench.Time.SetWallBy(TimeSpan.FromHours(hours));
        bench.Service.Clock.Add(TimeSpan.FromHours(-hours));
        bench.Get(10);

        Assert.Equal(289, bench.ProgressQuota.Remaining);
        Assert.Equal(Midnight, bench.ProgressQuota.ResetsAt);
    }

    [Fact]
    public void Calls_that_wait_for_the_last_accesses_wait_by_the_clock_that_they_were_given()
    {
        using var bench = new Bench();
        bench.Time.Run(() => bench.Client.ConnectAsync());
        bench.Service.Counters.SetLeft(Progress, 2);
        bench.Get(0);
        bench.Service.Faults.Add(new Fault { Breakage = Breakage.Hang });

        // The one that hangs is given up for lost after five seconds; none is left by then, because it was booked.
        Task<PatentProgress> hanging = bench.GetAsync(1);

        Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(2));
        Assert.False(hanging.IsCompleted);
    }

    [Fact]
    public void A_call_that_never_comes_back_holds_the_last_accesses_up_for_seconds_only()
    {
        using var bench = new Bench();
        bench.Time.Run(() => bench.Client.ConnectAsync());
        bench.Service.Counters.SetLeft(Progress, 3);
        bench.Get(0);
        bench.Service.Faults.Add(new Fault { Breakage = Breakage.Hang });
        Task<PatentProgress> hanging = bench.GetAsync(1);
        DateTimeOffset before = bench.Time.GetUtcNow();

        bench.Get(2);

        Assert.InRange(bench.Time.GetUtcNow() - before, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
        Assert.Single(bench.Activities.Of(JpoActivityKind.Waiting));
        Assert.False(hanging.IsCompleted);
        Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(3));
        Assert.Equal(0, bench.Service.Log.CountOf("203"));
    }
}
