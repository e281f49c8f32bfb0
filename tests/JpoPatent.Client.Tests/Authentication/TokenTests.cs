using System;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

public sealed class TokenTests
{
    [Fact]
    public void A_first_call_logs_in_once_and_later_calls_use_the_same_token()
    {
        using var bench = new Bench();

        bench.Get(1);
        bench.Get(2);
        bench.Get(3);

        Assert.Equal(1, bench.Service.Tokens.Logins);
        Assert.Equal(0, bench.Service.Tokens.Refreshes);
    }

    [Fact]
    public void A_token_is_renewed_before_it_expires()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Time.Advance(TimeSpan.FromSeconds(3545));

        bench.Get(2);

        Assert.Equal(1, bench.Service.Tokens.Logins);
        Assert.Equal(1, bench.Service.Tokens.Refreshes);
        Assert.Equal(0, bench.Service.Log.CountOf("210"));
    }

    [Fact]
    public void A_refused_refresh_is_followed_by_a_login()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Service.Tokens.RefusesRefresh = true;
        bench.Time.Advance(TimeSpan.FromSeconds(3545));

        bench.Get(2);

        Assert.Equal(2, bench.Service.Tokens.Logins);
        Assert.Equal(1, bench.Service.Tokens.RefusedRefreshes);
    }

    [Theory]
    [InlineData(Breakage.BeforeAnswer)]
    [InlineData(Breakage.WithinBody)]
    public void A_refresh_that_does_not_come_through_is_followed_by_a_login(Breakage breakage)
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Time.Advance(TimeSpan.FromSeconds(3545));
        bench.Service.Faults.Add(new Fault { IsForToken = true, Breakage = breakage });

        bench.Get(2);

        Assert.Equal(2, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void A_refresh_token_that_has_expired_is_not_even_tried()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Time.Advance(TimeSpan.FromHours(9));

        bench.Get(2);

        Assert.Equal(2, bench.Service.Tokens.Logins);
        Assert.Equal(0, bench.Service.Tokens.RefusedRefreshes);
    }

    [Fact]
    public void Tokens_of_five_seconds_carry_a_run_of_thirty_without_a_failure_or_a_storm_of_logins()
    {
        using var bench = new Bench();
        bench.Service.Tokens.ExpiresIn = 5;
        for (int second = 0; second < 60; second++)
        {
            bench.Get(second);
            bench.Time.Advance(TimeSpan.FromSeconds(0.5));
        }

        Assert.Equal(60, bench.Service.Log.CountOf("100"));
        Assert.Equal(60, bench.Service.Log.Calls.Count);
        Assert.Equal(1, bench.Service.Tokens.Logins);
        Assert.InRange(bench.Service.Tokens.Refreshes, 6, 8);
    }

    [Fact]
    public void However_many_callers_wait_one_of_them_logs_in()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { IsForToken = true, IsPass = true, Delay = TimeSpan.FromSeconds(2) });

        // A lane a caller: in one lane, those who still wait for the login would let the clock go on for the one who has it.
        bench.Time.Run([.. Enumerable.Range(0, 50).Select(serial => (Func<Task>)(() => bench.GetAsync(serial)))]);

        Assert.Equal(1, bench.Service.Tokens.Logins);
        Assert.Equal(50, bench.Service.Log.CountOf("100"));
    }

    [Fact]
    public void A_token_that_the_service_rejects_is_replaced_and_the_call_replayed_without_a_word()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Service.Tokens.Revoke();

        PatentProgress answer = bench.Get(2);

        Assert.Equal("2020000002", answer.ApplicationNumber);
        Assert.Equal(2, bench.Service.Tokens.Logins);
        Assert.Equal(1, bench.Service.Log.CountOf("210"));
        Assert.Empty(bench.Activities.Warnings);
    }

    [Fact]
    public void A_401_without_a_body_is_a_rejected_token_too()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Service.Faults.Add(new Fault { Status = 401, IsCounted = false });

        bench.Get(2);

        Assert.Equal(2, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void A_call_is_replayed_twice_and_then_fails_as_an_authentication_error()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { Code = "210", IsCounted = false }, 5).ToArray());

        JpoAuthenticationException error = Assert.Throws<JpoAuthenticationException>(() => bench.Get(1));

        Assert.Equal("210", error.StatusCode);
        Assert.Equal(401, error.HttpStatus);
        Assert.Equal(3, bench.Service.Log.CountOf("210"));
        Assert.Equal(3, bench.Service.Tokens.Logins);
        Assert.Equal(3, error.Attempts);
        Assert.Contains("did not accept the token (HTTP 401, status code 210) (3 tries)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_is_refused_twice_is_replaced_once_more_after_a_pause()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { Code = "210", IsCounted = false }, 2).ToArray());
        DateTimeOffset before = bench.Time.GetUtcNow();

        Assert.Equal("2020000002", bench.Get(2).ApplicationNumber);

        Assert.True(bench.Time.GetUtcNow() > before);
        Assert.Equal(3, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void Credentials_that_are_said_to_be_wrong_are_asked_with_once_and_the_error_says_so()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { Code = "212" });

        JpoAuthenticationException error = Assert.Throws<JpoAuthenticationException>(() => bench.Get(1));

        Assert.Equal(1, error.Attempts);
        Assert.DoesNotContain("twice", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("tries", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_403_names_the_cloud_and_no_maintenance(bool isForToken)
    {
        using var bench = new Bench();
        foreach (bool isPage in new[] { true, false })
        {
            bench.Service.Faults.Add(new Fault { Status = 403, IsPage = isPage, IsForToken = isForToken });
            JpoServiceException error = Assert.Throws<JpoServiceException>(() => bench.Get(1));
            Assert.Contains("hybrid runbook worker", error.Message, StringComparison.Ordinal);
            Assert.Contains("This is not maintenance", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Many_callers_that_find_the_same_token_rejected_log_in_once_between_them()
    {
        using var bench = new Bench();
        bench.Get(0);
        bench.Service.Tokens.Revoke();

        Task<PatentProgress>[] calls = [];
        bench.Time.Run(() => Task.WhenAll(calls = Enumerable.Range(1, 20).Select(serial => Task.Run(() => bench.GetAsync(serial))).ToArray()));

        Assert.All(calls, call => Assert.True(call.IsCompletedSuccessfully));
        Assert.Equal(2, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void A_wrong_password_is_said_clearly_and_asked_only_once()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(password: "wr0ng-s3cret");

        JpoAuthenticationException first = Assert.Throws<JpoAuthenticationException>(() => bench.Time.Run(() => client.ConnectAsync()));
        JpoAuthenticationException second = Assert.Throws<JpoAuthenticationException>(() => bench.Get(1, client));

        Assert.Contains(TokenDesk.DefaultUserName, first.Message, StringComparison.Ordinal);
        Assert.Equal(401, first.HttpStatus);
        Assert.NotSame(first, second);
        Assert.Equal(1, bench.Service.Tokens.RefusedLogins);
        Assert.Empty(bench.Service.Log.Calls);
    }

    [Fact]
    public void A_wrong_password_spends_no_access()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(password: "wr0ng-s3cret");

        Assert.Throws<JpoAuthenticationException>(() => bench.Get(1, client));

        Assert.Equal(0, bench.ProgressQuota.Used);
    }

    [Fact]
    public void A_user_name_that_cannot_be_an_id_gets_a_hint_in_a_sentence_of_its_own()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(userName: "Taro");

        JpoAuthenticationException error = Assert.Throws<JpoAuthenticationException>(() => bench.Time.Run(() => client.ConnectAsync()));

        Assert.Contains(" A JPO ID has 8 to 15 characters", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("212")]
    [InlineData("210")]
    public void A_login_refused_in_the_services_own_envelope_is_a_refusal_too(string code)
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { IsForToken = true, Code = code });

        Assert.Throws<JpoAuthenticationException>(() => bench.Time.Run(() => bench.Client.ConnectAsync()));
    }

    [Fact]
    public void A_login_is_tried_again_when_the_token_address_fails_for_a_moment()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(
            new Fault { IsForToken = true, Status = 503 },
            new Fault { IsForToken = true, Breakage = Breakage.BeforeAnswer, IsCounted = false },
            new Fault { IsForToken = true, Status = 429 });

        bench.Get(1);

        Assert.Equal(1, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void A_token_address_that_stays_down_is_asked_four_times_and_is_no_wrong_password()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { IsForToken = true, Status = 503 }, 4).ToArray());

        JpoServiceException error = Assert.Throws<JpoServiceException>(() => bench.Time.Run(() => bench.Client.ConnectAsync()));

        Assert.Equal(4, error.Attempts);
        Assert.Equal(503, error.HttpStatus);
        bench.Get(1);
        Assert.Equal(1, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void Callers_that_wait_for_a_login_share_its_failure_instead_of_each_trying_four_times()
    {
        using var bench = new Bench();
        var down = new Fault { IsForToken = true, Status = 503, Delay = TimeSpan.FromSeconds(1) };
        bench.Service.Faults.Add(Enumerable.Repeat(down, 100).ToArray());

        Task<PatentProgress>[] calls = [];
        bench.Time.Run(() =>
        {
            calls = Enumerable.Range(0, 10).Select(serial => bench.GetAsync(serial)).ToArray();
            return Task.WhenAll(calls).ContinueWith(static _ => { }, TaskScheduler.Default);
        });

        Assert.All(calls, call => Assert.IsType<JpoServiceException>(call.Exception!.InnerException));
        Assert.Equal(4, 100 - Remaining(bench.Service.Faults));
    }

    [Fact]
    public void An_answer_without_a_token_names_the_setting_to_check()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { IsForToken = true, Body = "{}", Status = 200 });

        JpoInvalidAnswerException error = Assert.Throws<JpoInvalidAnswerException>(() => bench.Time.Run(() => bench.Client.ConnectAsync()));

        Assert.Contains("-TokenUri", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Attempts);
    }

    [Fact]
    public void A_page_in_place_of_a_token_can_be_a_maintenance_or_a_wrong_address()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { IsForToken = true, IsPage = true, Status = 200 }, 4).ToArray());

        JpoServiceException error = Assert.Throws<JpoServiceException>(() => bench.Time.Run(() => bench.Client.ConnectAsync()));

        Assert.Contains("-TokenUri", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, error.Attempts);
    }

    [Fact]
    public void A_refresh_that_brings_an_endless_answer_is_followed_by_a_login()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Time.Advance(TimeSpan.FromSeconds(3545));
        bench.Service.Faults.Add(new Fault { IsForToken = true, Status = 200, Body = new string('x', 300_000) });

        bench.Get(2);

        Assert.Equal(2, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void A_cancelled_login_leaves_the_next_caller_free_to_log_in()
    {
        using var bench = new Bench();
        using var stop = new System.Threading.CancellationTokenSource();
        bench.Service.Faults.Add(new Fault { IsForToken = true, Breakage = Breakage.Hang, IsCounted = false });

        Task stopped = bench.Client.ConnectAsync(cancellationToken: stop.Token);
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => stopped.GetAwaiter().GetResult());
        bench.Get(1);
        Assert.Equal(1, bench.Service.Tokens.Logins);
    }

    [Fact]
    public void A_disconnected_client_answers_nothing_and_forgets_its_token()
    {
        using var bench = new Bench();
        bench.Get(1);

        bench.Client.Disconnect();

        Assert.Null(bench.Client.TokenExpiresAt);
        Assert.Throws<JpoNotConnectedException>(() => bench.Get(1));
        Assert.Single(bench.Service.Log.Calls);
    }

    [Fact]
    public void The_expiry_shown_is_the_services_time()
    {
        var local = new FakeTime(FakeTime.Noon);
        using var bench = new Bench(local);
        bench.Service.Clock.Add(TimeSpan.FromHours(5));

        bench.Time.Run(() => bench.Client.ConnectAsync());

        Assert.Equal(FakeTime.Noon.AddHours(6), bench.Client.TokenExpiresAt);
    }

    private static int Remaining(FaultScript faults)
    {
        int count = 0;
        while (faults.Next(null) != null)
        {
            count++;
        }

        return count;
    }
}
