using System;
using System.Linq;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

public sealed class RetryTests
{
    public static TheoryData<Fault> Transient => new()
    {
        new Fault { Code = "302" },
        new Fault { Code = "303" },
        new Fault { Code = "303", Status = 200 },
        new Fault { Status = 429 },
        new Fault { Status = 500 },
        new Fault { Status = 502 },
        new Fault { Code = "999", Status = 500 },
        new Fault { Code = "999", Status = 504 },
        new Fault { IsPage = true, Status = 200 },
        new Fault { IsPage = true, Status = 503 },
        new Fault { Breakage = Breakage.BeforeAnswer },
        new Fault { Breakage = Breakage.WithinBody },
    };

    public static TheoryData<Fault, Type> Final => new()
    {
        { new Fault { Code = "999", Status = 200 }, typeof(JpoServiceException) },
        { new Fault { Code = "107" }, typeof(JpoEmptyAnswerException) },
        { new Fault { Code = "108" }, typeof(JpoEmptyAnswerException) },
        { new Fault { Code = "111" }, typeof(JpoEmptyAnswerException) },
        { new Fault { Code = "204" }, typeof(JpoInvalidParameterException) },
        { new Fault { Code = "208" }, typeof(JpoInvalidParameterException) },
        { new Fault { Code = "301" }, typeof(JpoInvalidParameterException) },
        { new Fault { Code = "400" }, typeof(JpoInvalidParameterException) },
        { new Fault { Code = "212" }, typeof(JpoAuthenticationException) },
        { new Fault { Status = 404 }, typeof(JpoInvalidParameterException) },
        { new Fault { Status = 403, IsPage = true }, typeof(JpoServiceException) },
        { new Fault { Status = 302 }, typeof(JpoServiceException) },
        { new Fault { Body = "{\"result\":{\"statusCode\":\"100\",\"data\":{\"appl" }, typeof(JpoInvalidAnswerException) },
        { new Fault { Body = "what?" }, typeof(JpoInvalidAnswerException) },
        { new Fault { Status = 200 }, typeof(JpoInvalidAnswerException) },
    };

    [Theory]
    [MemberData(nameof(Transient))]
    public void A_passing_trouble_is_tried_again_up_to_the_fourth_time(Fault fault)
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(fault, fault, fault);

        PatentProgress answer = bench.Get(1);

        Assert.Equal("2020000001", answer.ApplicationNumber);
        Assert.Equal(4, bench.Service.Log.Calls.Count);
        Assert.Equal(3, bench.Activities.Of(JpoActivityKind.Retrying).Count);
    }

    [Theory]
    [MemberData(nameof(Transient))]
    public void A_lasting_trouble_is_tried_four_times_and_no_more(Fault fault)
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(Enumerable.Repeat(fault, 8).ToArray());

        JpoException error = Assert.ThrowsAny<JpoException>(() => bench.Get(1));

        Assert.Equal(4, bench.Service.Log.Calls.Count);
        Assert.Equal(4, error.Attempts);
        Assert.Contains("(4 tries)", error.Message, StringComparison.Ordinal);
        Assert.Equal(ApiCatalog.PatentProgress, error.Api);
    }

    [Theory]
    [MemberData(nameof(Final))]
    public void What_another_try_cannot_mend_is_asked_once(Fault fault, Type expected)
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(fault);

        JpoException error = Assert.ThrowsAny<JpoException>(() => bench.Get(1));

        Assert.IsType(expected, error);
        Assert.Equal(fault.Code, error.StatusCode);
        Assert.Equal(1, error.Attempts);
        Assert.Single(bench.Service.Log.Calls);
    }

    [Theory]
    [InlineData("303", JpoServiceProblem.Busy)]
    [InlineData("302", JpoServiceProblem.Timeout)]
    [InlineData("999", JpoServiceProblem.Error)]
    public void The_services_own_troubles_are_told_apart(string code, JpoServiceProblem problem)
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { Code = code }, 4).ToArray());

        JpoServiceException error = Assert.Throws<JpoServiceException>(() => bench.Get(1));

        Assert.Equal(problem, error.Problem);
        Assert.Equal(code, error.StatusCode);
    }

    [Fact]
    public void What_the_service_says_stands_in_a_sentence_of_its_own()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { Code = "204" });

        JpoException error = Assert.ThrowsAny<JpoException>(() => bench.Get(1));

        Assert.Matches(@" The service says: [^(]+ \(架空のエラー\)", error.Message);
    }

    [Fact]
    public void Every_try_is_booked_as_an_access()
    {
        using var bench = new Bench();
        var lost = new Fault { Breakage = Breakage.BeforeAnswer };
        bench.Service.Faults.Add(lost, lost, lost, lost);

        Assert.Throws<JpoConnectionException>(() => bench.Get(1));

        Assert.Equal(4, bench.ProgressQuota.Used);
    }

    [Fact]
    public void Waits_grow_and_are_never_in_step()
    {
        var waits = new double[3];
        foreach (double random in new[] { 0.0, 0.5, 0.999 })
        {
            var policy = new RetryPolicy(isPaced: true, () => random);
            for (int attempt = 2; attempt <= 4; attempt++)
            {
                double wait = policy.DelayBefore(attempt, isBusy: false, retryAfter: null).TotalSeconds;
                Assert.True(wait > waits[attempt - 2]);
                Assert.InRange(wait, 1 << (attempt - 2), (1 << (attempt - 2)) * 1.25);
                waits[attempt - 2] = wait;
            }
        }
    }

    [Fact]
    public void A_busy_service_is_given_a_minute_in_all()
    {
        var policy = new RetryPolicy(isPaced: true, () => 0.5);

        double total = Enumerable.Range(2, 3).Sum(attempt => policy.DelayBefore(attempt, isBusy: true, retryAfter: null).TotalSeconds);

        Assert.InRange(total, 60, 90);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Fri, 20 Nov 2026 03:00:45 GMT", 45)]
    public void The_service_may_ask_for_a_longer_wait(string retryAfter, int seconds)
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { Status = 503, RetryAfter = retryAfter });
        bench.Time.Run(() => bench.Client.ConnectAsync());
        DateTimeOffset before = bench.Time.GetUtcNow();

        bench.Get(1);

        Assert.Equal(seconds, (bench.Time.GetUtcNow() - before).TotalSeconds);
    }

    [Fact]
    public void A_wait_of_an_hour_is_a_maintenance_window_and_is_not_sat_out()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { Status = 503, RetryAfter = "3600" });
        DateTimeOffset before = bench.Time.GetUtcNow();

        Assert.Throws<JpoServiceException>(() => bench.Get(1));

        Assert.Single(bench.Service.Log.Calls);
        Assert.True(bench.Time.GetUtcNow() - before < TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_wait_of_more_than_two_minutes_is_too_long_even_where_the_call_has_time_for_it(bool isForToken)
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(callTimeout: TimeSpan.FromHours(1));
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { IsForToken = isForToken, Status = 503, RetryAfter = "121" }, 4).ToArray());
        DateTimeOffset before = bench.Time.GetUtcNow();

        JpoServiceException error = Assert.Throws<JpoServiceException>(() => bench.Get(1, client));

        Assert.Equal(1, error.Attempts);
        Assert.Equal(before, bench.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_wait_of_two_minutes_is_sat_out_where_the_call_has_time_for_it(bool isForToken)
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { IsForToken = isForToken, Status = 503, RetryAfter = "120" });
        DateTimeOffset before = bench.Time.GetUtcNow();

        bench.Get(1);

        Assert.Equal(TimeSpan.FromSeconds(120), bench.Time.GetUtcNow() - before);
    }

    [Fact]
    public void A_stop_while_waiting_for_the_next_try_is_a_stop_and_no_error_of_the_service()
    {
        using var bench = new Bench();
        using var stop = new System.Threading.CancellationTokenSource();
        bench.Service.Faults.Add(new Fault { Status = 503 });
        bench.Time.Run(() => bench.Client.ConnectAsync());

        System.Threading.Tasks.Task<PatentProgress> call = bench.Client.Patents.GetProgressAsync(TestNumber.Patent(1), cancellationToken: stop.Token);
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => call.GetAwaiter().GetResult());
        Assert.Single(bench.Service.Log.Calls);
    }
}
