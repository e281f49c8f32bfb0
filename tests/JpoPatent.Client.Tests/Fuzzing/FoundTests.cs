using System;
using System.Text;
using Xunit;

namespace JpoPatent.Tests.Fuzzing;

/// <summary>Inputs that made something fall once, found by <see cref="FuzzTests"/> or by thinking.</summary>
public sealed class FoundTests
{
    [Theory]
    [InlineData("used=132147483641122")]
    [InlineData("used=4294967297")]
    [InlineData("limit=4294968096 from=1")]
    [InlineData("from=02147483648")]
    [InlineData("open=99999999999")]
    public void A_row_with_counts_that_cannot_be_is_no_row(string spoiled)
    {
        string record = "patent/app_progress day=20261122 limit=800 from=0 used=13 open=2 seen=1764000000 daybefore=20261121 usedbefore=700 forced=0";
        string key = spoiled[..(spoiled.IndexOf('=') + 1)];
        int start = record.IndexOf(" " + key, StringComparison.Ordinal) + 1;
        int end = spoiled.Contains(' ', StringComparison.Ordinal) ? record.IndexOf(" used", StringComparison.Ordinal) : record.IndexOf(' ', start);

        QuotaRow row = QuotaRow.Parse(ApiCatalog.PatentProgress, record[..start] + spoiled + record[end..]);

        Assert.Equal((0, 0, 800), (row.Day, row.Used, row.Limit));
    }

    [Fact]
    public void The_largest_limit_that_a_user_can_set_is_read_back()
    {
        var row = new QuotaRow { Day = 20261122, Limit = int.MaxValue, Source = QuotaSource.User, Used = 5 };

        QuotaRow read = QuotaRow.Parse(ApiCatalog.PatentProgress, row.Format(ApiCatalog.PatentProgress));

        Assert.Equal((int.MaxValue, 5), (read.Limit, read.Used));
    }

    [Theory]
    [InlineData("minute o:1:m:160000000000:1764000000000:5:0")]
    [InlineData("minute c:1:m:5000000:9223372036854775807:9223372036854775807:5")]
    [InlineData("minute c:1:m:5000000:1764000000000:1000:9999999999999")]
    [InlineData("minute w:1:m:5000000:1764000000000:1000:9999999999999")]
    public void Places_of_another_century_hold_nobody_up(string record)
    {
        PacingRow row = PacingRow.Parse(record);
        var sight = new PacingSight();
        var now = new PacingStamp("m", 5_001_000, 1764000001000, 1764000002000);
        long first = row.Ask("me", now, sight, (1, 60_250), 1000, 5000);
        PacingStamp later = now with { Monotonic = now.Monotonic + 60_250, Least = now.Least + 60_250, Most = now.Most + 60_250 };

        Assert.True(first == 0 || row.Ask("me", later, sight, (1, 60_250), 1000, 5000) == 0, row.Format());
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(3155378975999999999)]
    public void A_kept_answer_of_no_time_is_none(long ticks)
    {
        byte[] file = AnswerFile.Encode("key", new CachedAnswer(DateTimeOffset.UnixEpoch, null, new byte[] { 1 }));
        BitConverter.TryWriteBytes(file.AsSpan(20), ticks);
        System.Security.Cryptography.SHA256.HashData(file.AsSpan(20)).AsSpan(0, 16).CopyTo(file.AsSpan(4));

        Assert.Null(AnswerFile.Decode(file, "key"));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("utf-32")]
    [InlineData("ebcdic")]
    [InlineData("shift_jis")]
    [InlineData("utf-16")]
    [InlineData("")]
    public void Xml_in_an_encoding_of_its_own_is_read_or_is_not(string encoding) =>
        Assert.Contains(
            Envelope.Read(Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?><api-data><statusCode>107</statusCode></api-data>")).StatusCode,
            new[] { "107", null });

    [Theory]
    [InlineData("""{"access_token":"abc","expires_in":-2147483648,"refresh_expires_in":-2147483648}""")]
    [InlineData("""{"access_token":"abc","expires_in":2147483647,"refresh_expires_in":2147483647}""")]
    public void Lives_of_tokens_can_be_any_number(string body)
    {
        Token token = TokenProvider.Read(Encoding.UTF8.GetBytes(body), 0)!;

        Assert.True(token.RenewAfter > TimeSpan.Zero);
    }

    [Theory]
    [InlineData("""{"access_token":"abc","expires_in":1e10}""")]
    [InlineData("""{"access_token":"\ud800"}""")]
    [InlineData("""{"access_token":"a b"}""")]
    [InlineData("""{"access_token":["abc"]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_no_token_is_none(string body) => Assert.Null(TokenProvider.Read(Encoding.UTF8.GetBytes(body), 0));
}
