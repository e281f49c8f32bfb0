using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>A call has an end, and says honestly which.</summary>
public sealed class CallTimeoutTests
{
    [Fact]
    public void Tries_end_when_the_calls_time_is_used_up()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(timeout: TimeSpan.FromSeconds(30), callTimeout: TimeSpan.FromSeconds(50));
        bench.Time.Run(() => client.ConnectAsync());
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { Breakage = Breakage.Hang }, 10).ToArray());
        DateTimeOffset before = bench.Time.GetUtcNow();

        JpoConnectionException error = Assert.Throws<JpoConnectionException>(() => bench.Get(1, client));

        Assert.Equal(TimeSpan.FromSeconds(50), bench.Time.GetUtcNow() - before);
        Assert.Equal(2, error.Attempts);
        Assert.Contains("1-1 patent/app_progress 2020000001: no whole answer came from 127.0.0.1 within 19.9", error.Message, StringComparison.Ordinal);
        Assert.Contains("-TimeoutSec", error.Message, StringComparison.Ordinal);
        Assert.Contains("may take 50 s (CallTimeout)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_service_said_before_it_fell_silent_is_told()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(timeout: TimeSpan.FromSeconds(30), callTimeout: TimeSpan.FromSeconds(20));
        bench.Time.Run(() => client.ConnectAsync());
        bench.Service.Faults.Add(new Fault { Code = "303" }, new Fault { Breakage = Breakage.Hang });

        JpoConnectionException error = Assert.Throws<JpoConnectionException>(() => bench.Get(1, client));

        Assert.Equal(2, error.Attempts);
        Assert.Contains("HTTP 429, status code 303. The service says: too many calls at once (架空のエラー)", error.Message, StringComparison.Ordinal);
        FailedCall noted = Assert.Single(client.RecentFailures);
        Assert.Equal(("303", 429), (noted.StatusCode, noted.HttpStatus));
    }

    [Fact]
    public void A_wait_that_would_outlast_the_calls_time_is_not_begun()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(callTimeout: TimeSpan.FromSeconds(40));
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { Status = 503, RetryAfter = "30" }, 4).ToArray());
        bench.Time.Run(() => client.ConnectAsync());
        DateTimeOffset before = bench.Time.GetUtcNow();

        JpoServiceException error = Assert.Throws<JpoServiceException>(() => bench.Get(1, client));

        Assert.Equal(30, (bench.Time.GetUtcNow() - before).TotalSeconds);
        Assert.Equal(2, error.Attempts);
        Assert.Contains("(2 tries)", error.Message, StringComparison.Ordinal);
        Assert.Contains("given up after 30 s: with all its retries it may take 40 s (CallTimeout)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_login_is_part_of_the_call_that_waits_for_it()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(callTimeout: TimeSpan.FromSeconds(40));
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { IsForToken = true, Status = 503, RetryAfter = "30" }, 8).ToArray());

        JpoServiceException error = Assert.Throws<JpoServiceException>(() => bench.Get(1, client));

        Assert.Equal(2, error.Attempts);
        Assert.Contains("(CallTimeout)", error.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Service.Log.Calls);
    }

    [Fact]
    public void Waits_for_the_limit_a_minute_do_not_count()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(perMinute: 2, callTimeout: TimeSpan.FromSeconds(5));

        for (int serial = 1; serial <= 6; serial++)
        {
            Assert.Equal("202000000" + serial, bench.Get(serial, client).ApplicationNumber);
        }
    }

    [Fact]
    public void One_who_waits_for_anothers_login_waits_no_longer_than_a_call_may_take()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(timeout: TimeSpan.FromSeconds(30), callTimeout: TimeSpan.FromSeconds(10));
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { IsForToken = true, Breakage = Breakage.Hang, IsCounted = false }, 100).ToArray());
        DateTimeOffset before = bench.Time.GetUtcNow();
        JpoException[] ends = [];

        bench.Time.Run(async () => ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(serial => Assert.ThrowsAnyAsync<JpoException>(() => bench.GetAsync(serial, client)))));

        Assert.All(ends, static end => Assert.IsType<JpoConnectionException>(end));
        Assert.Equal(TimeSpan.FromSeconds(10), bench.Time.GetUtcNow() - before);
        Assert.Equal(0, bench.ProgressQuota.Used);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1e10)]
    public void A_time_that_is_none_is_refused_at_once(double seconds)
    {
        using var bench = new Bench();
        Assert.Throws<ArgumentException>(() => bench.NewClient(timeout: TimeSpan.FromSeconds(seconds)));
        Assert.Throws<ArgumentException>(() => bench.NewClient(callTimeout: TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public void Time_without_end_is_a_time()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(timeout: Timeout.InfiniteTimeSpan, callTimeout: Timeout.InfiniteTimeSpan);
        bench.Service.Faults.Add(new Fault { Status = 503 });

        Assert.Equal("2020000001", bench.Get(1, client).ApplicationNumber);
    }

    [Theory]
    [InlineData("https://user:secret@example.test", null)]
    [InlineData("https://example.test", "https://user:secret@example.test/auth")]
    public void An_address_with_a_password_in_it_is_refused_without_showing_it(string address, string? token)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(),
            BaseUri = new Uri(address),
            TokenUri = token == null ? null : new Uri(token),
        }));

        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Contains("example.test", error.Message, StringComparison.Ordinal);
    }
}
