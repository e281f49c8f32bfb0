using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>What a report to JPO's support is made from.</summary>
public sealed class FailureLogTests
{
    [Fact]
    public void A_failed_call_is_kept_with_what_the_support_centre_asks_for()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { Code = "303" }, 4).ToArray());

        JpoException error = Assert.ThrowsAny<JpoException>(() => bench.Get(1));

        FailedCall call = Assert.Single(bench.Client.RecentFailures);
        Assert.Equal("http://127.0.0.1:1/api/patent/v1/app_progress/2020000001", call.Address);
        Assert.Equal("1-1 patent/app_progress", call.Api);
        Assert.Equal(4, call.Attempts);
        Assert.Equal(429, call.HttpStatus);
        Assert.Equal("303", call.StatusCode);
        Assert.Contains("架空のエラー", call.AnswerHead, StringComparison.Ordinal);
        Assert.Equal(nameof(JpoServiceException), call.ErrorType);
        Assert.Equal(error.Message, call.Message);
        Assert.Equal(TimeSpan.FromHours(9), call.At.Offset);
        Assert.True(call.Duration > TimeSpan.Zero);
    }

    [Fact]
    public void Only_the_last_twenty_are_kept_and_the_latest_comes_last()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { Code = "204" }, 25).ToArray());
        for (int serial = 1; serial <= 25; serial++)
        {
            Assert.ThrowsAny<JpoException>(() => bench.Get(serial));
        }

        Assert.Equal(20, bench.Client.RecentFailures.Count);
        Assert.EndsWith("2020000006", bench.Client.RecentFailures[0].Address, StringComparison.Ordinal);
        Assert.EndsWith("2020000025", bench.Client.RecentFailures[19].Address, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_cannot_be_read_is_a_failure_and_an_answer_without_data_is_none()
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(new Fault { Code = "107" }, new Fault { Code = "100", Body = """{"result":{"statusCode":"100","data":[]}}""" });

        Assert.Throws<JpoEmptyAnswerException>(() => bench.Get(1));
        Assert.Empty(bench.Client.RecentFailures);
        Assert.Throws<JpoInvalidAnswerException>(() => bench.Get(2));

        Assert.Equal(nameof(JpoInvalidAnswerException), Assert.Single(bench.Client.RecentFailures).ErrorType);
    }

    [Fact]
    public void What_was_never_asked_is_no_failure_of_the_service()
    {
        using var bench = new Bench();
        bench.Client.SetQuotaLimit(ApiCatalog.PatentProgress, 0);

        Assert.Throws<JpoQuotaExhaustedException>(() => bench.Get(1));

        Assert.Empty(bench.Client.RecentFailures);
    }

    [Fact]
    public void A_failed_login_is_kept_once_for_all_who_waited_and_without_its_answer()
    {
        using var bench = new Bench();
        var down = new Fault { IsForToken = true, Status = 503, Body = """{"access_token":"half-a-token","expires_in":"""  };
        bench.Service.Faults.Add(Enumerable.Repeat(down with { Delay = TimeSpan.FromSeconds(1) }, 4).ToArray());

        bench.Time.Run(() => Task.WhenAll(Enumerable.Range(0, 10).Select(serial => bench.GetAsync(serial))).ContinueWith(static _ => { }, TaskScheduler.Default));

        FailedCall call = Assert.Single(bench.Client.RecentFailures);
        Assert.Null(call.Api);
        Assert.Null(call.AnswerHead);
        Assert.Equal("http://127.0.0.1:1/auth/token", call.Address);
        Assert.Equal(503, call.HttpStatus);
        Assert.Equal(4, call.Attempts);
    }

    [Fact]
    public void The_head_of_a_long_answer_is_a_kilobyte_of_plain_text()
    {
        string head = FailureLog.Head(new byte[] { 0x1B, 0x5B, 0x33, 0x0D, 0x0A, 0x50 }.Concat(Enumerable.Repeat((byte)'x', 5000)).ToArray());

        Assert.Equal(1024, head.Length);
        Assert.StartsWith(".[3 \nPxxx", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization: Bearer eyJhbGciOi.x-y_z", "Authorization: Bearer ***")]
    [InlineData("{\"access_token\":\"abc.def\",\"x\":1}", "{\"access_token\":\"***\",\"x\":1}")]
    [InlineData("grant_type=password&username=u&password=p%26q&a=b", "grant_type=password&username=u&password=***&a=b")]
    [InlineData("The bearer of this", "The bearer *** this")]
    public void Nothing_that_looks_like_a_secret_stands_in_a_head(string body, string shown) =>
        Assert.Equal(shown, FailureLog.Head(System.Text.Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void A_token_that_the_service_repeats_is_seen_nowhere()
    {
        using var bench = new Bench();
        bench.Get(0);
        string token = bench.Service.Tokens.HandedOut.First(static known => known.StartsWith("access-", StringComparison.Ordinal));
        bench.Service.Faults.Add(new Fault { Code = "204", Body = $$"""{"result":{"statusCode":"204","errorMessage":"you sent {{token}}, {{token}}","data":{} } }""" });

        JpoException error = Assert.ThrowsAny<JpoException>(() => bench.Get(1));

        Assert.Contains("you sent *****", error.Message, StringComparison.Ordinal);
        List<string> shown = [error.ToString(), .. bench.Client.RecentFailures.Select(static call => call.ToString())];
        Assert.All(shown, text => Assert.DoesNotContain(token, text, StringComparison.Ordinal));
    }

    [Fact]
    public void User_name_and_query_of_an_address_are_not_shown() =>
        Assert.Equal("https://example.test:8443/a%20b", FailureLog.Show(new Uri("https://user:secret@example.test:8443/a b?key=1#part")));
}
