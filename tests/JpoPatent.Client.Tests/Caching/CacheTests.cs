using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

public sealed class CacheTests
{
    [Fact]
    public void An_answer_is_asked_for_once_a_day()
    {
        using var bench = new Bench();

        PatentProgress first = bench.Get(1);
        bench.Time.Advance(TimeSpan.FromHours(11));
        PatentProgress second = bench.Get(1);

        Assert.False(first.FromCache);
        Assert.True(second.FromCache);
        Assert.Equal(FakeTime.Noon, second.RetrievedAt);
        Assert.Equal(TimeSpan.FromHours(9), second.RetrievedAt.Offset);
        Assert.Equal(first.InventionTitle, second.InventionTitle);
        Assert.Single(bench.Service.Log.Calls);
        Assert.Single(bench.Activities.Of(JpoActivityKind.CacheHit));
    }

    [Fact]
    public void An_answer_is_good_until_the_next_midnight_in_japan()
    {
        using var bench = new Bench(new FakeTime(new DateTimeOffset(2026, 11, 20, 23, 59, 58, TimeSpan.FromHours(9))));

        bench.Get(1);
        Assert.True(bench.Get(1).FromCache);
        bench.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.False(bench.Get(1).FromCache);
    }

    [Theory]
    [InlineData("107")]
    [InlineData("108")]
    [InlineData("111")]
    public void That_there_is_nothing_is_an_answer_worth_keeping(string code)
    {
        using var bench = new Bench();
        bench.Service.Answers = new DelegateAnswers(call => ServiceAnswer.Envelope(200, code, "架空", call.Remaining));

        JpoEmptyAnswerException first = Assert.Throws<JpoEmptyAnswerException>(() => bench.Get(1));
        JpoEmptyAnswerException second = Assert.Throws<JpoEmptyAnswerException>(() => bench.Get(1));

        Assert.Single(bench.Service.Log.Calls);
        Assert.Equal(code, second.StatusCode);
        Assert.Equal(first.Message, second.Message);
        Assert.Equal(0, second.Attempts);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("204")]
    [InlineData("303")]
    [InlineData("203")]
    public void A_failure_is_not_kept(string code)
    {
        using var bench = new Bench();
        bench.Service.Faults.Add(Enumerable.Repeat(new Fault { Code = code, Status = 200 }, code == "303" ? 4 : 1).ToArray());
        Assert.ThrowsAny<JpoException>(() => bench.Get(1));
        bench.Client.SetQuotaLimit(ApiCatalog.PatentProgress, 2000);

        Assert.False(bench.Get(1).FromCache);
    }

    [Fact]
    public void A_thousand_cached_numbers_touch_neither_network_nor_token_nor_book()
    {
        using var bench = new Bench();
        bench.Service.Counters.SetLimit(ApiCatalog.PatentProgress, 5000);
        bench.Client.SetQuotaLimit(ApiCatalog.PatentProgress, 5000);
        for (int serial = 0; serial < 1000; serial++)
        {
            bench.Get(serial);
        }

        var nothing = new ScriptedService(bench.Time);
        using var later = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(password: "wrong by now"),
            BaseUri = new Uri("http://127.0.0.1:1"),
            Transport = new ScriptedTransport(nothing),
            StatePath = bench.StatePath,
            Time = bench.Time,
        });
        for (int serial = 0; serial < 1000; serial++)
        {
            Assert.True(bench.Get(serial, later).FromCache);
        }

        Assert.Empty(nothing.Log.Calls);
        Assert.Equal(0, nothing.Tokens.Logins + nothing.Tokens.RefusedLogins);
        Assert.Equal(1000, bench.ProgressQuota.Used);
        Assert.Null(later.TokenExpiresAt);
    }

    [Fact]
    public void Fetching_anew_replaces_the_old_answer()
    {
        using var bench = new Bench();
        int version = 0;
        bench.Service.Answers = new DelegateAnswers(call => ServiceAnswer.Envelope(
            200, "100", remaining: call.Remaining, data: $$"""{"applicationNumber":"{{call.Parameters}}","inventionTitle":"版{{++version}}"}"""));

        bench.Get(1);
        PatentProgress anew = bench.Get(1, noCache: true);
        PatentProgress cached = bench.Get(1);

        Assert.Equal("版2", anew.InventionTitle);
        Assert.False(anew.FromCache);
        Assert.Equal("版2", cached.InventionTitle);
        Assert.True(cached.FromCache);
        Assert.Equal(2, bench.Service.Log.Calls.Count);
    }

    [Fact]
    public void A_failed_fetch_leaves_the_old_answer()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Service.Faults.Add(new Fault { Code = "999" });

        Assert.Throws<JpoServiceException>(() => bench.Get(1, noCache: true));

        Assert.True(bench.Get(1).FromCache);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("flip")]
    [InlineData("empty")]
    [InlineData("other")]
    public void A_damaged_entry_is_a_miss_and_is_replaced(string how)
    {
        using var bench = new Bench();
        bench.Get(1);
        string entry = AnswerFiles(bench).Single();
        byte[] bytes = File.ReadAllBytes(entry);
        switch (how)
        {
            case "cut":
                bytes = bytes[..^1];
                break;
            case "flip":
                bytes[bytes.Length / 2] ^= 1;
                break;
            case "empty":
                bytes = [];
                break;
            default:
                bytes = "<html>not an entry</html> but long enough to be taken for one at first sight"u8.ToArray();
                break;
        }

        File.WriteAllBytes(entry, bytes);

        Assert.False(bench.Get(1).FromCache);
        Assert.True(bench.Get(1).FromCache);
    }

    [Fact]
    public void An_entry_under_the_name_of_another_number_is_not_mixed_up_with_it()
    {
        using var bench = new Bench();
        bench.Get(1);
        string file = AnswerFiles(bench).Single();
        byte[] bytes = File.ReadAllBytes(file);
        BitConverter.GetBytes(AnswerSegment.Hash("patent/app_progress/2020000002")).CopyTo(bytes, 28);
        File.WriteAllBytes(file, bytes);
        using JpoClient other = bench.NewClient();

        Assert.Equal("2020000002", bench.Get(2, other).ApplicationNumber);
        Assert.Equal(2, bench.Service.Log.Calls.Count);
    }

    [Fact]
    public void The_answers_of_an_api_are_one_file_and_nothing_half_written_stays_behind()
    {
        using var bench = new Bench();
        for (int serial = 0; serial < 5; serial++)
        {
            bench.Get(serial);
        }

        bench.Time.Run(() => bench.Client.Patents.GetProgressSimpleAsync(TestNumber.Patent(1)));

        Assert.Equal(["1-1.answers", "1-2.answers"], AnswerFiles(bench).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFiles(bench.StatePath, "*.new", SearchOption.AllDirectories));
    }

    [Fact]
    public void Clearing_forgets_what_was_asked_to_be_forgotten()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Get(2);
        bench.Time.Run(() => bench.Client.Patents.GetProgressSimpleAsync(TestNumber.Patent(1)));

        Assert.Equal(0, bench.Client.ClearCache(null, bench.Time.GetUtcNow().AddDays(-1)));
        Assert.Equal(1, bench.Client.ClearCache(ApiCatalog.PatentProgressSimple, null));
        Assert.True(bench.Get(1).FromCache);
        Assert.Equal(2, bench.Client.ClearCache(null, null));
        Assert.False(bench.Get(1).FromCache);
    }

    [Fact]
    public async Task Folders_of_past_days_are_tidied_away_and_todays_stays()
    {
        using var folder = new TempFolder();
        var cache = new FileAnswerCache(folder.Path, TimeProvider.System);
        var answer = new CachedAnswer(FakeTime.Noon, null, new byte[] { 1, 2, 3 });
        cache.Write(ApiCatalog.PatentProgress, "1", answer with { RetrievedAt = FakeTime.Noon.AddDays(-2) });
        await cache.LastPrune;
        cache.Write(ApiCatalog.PatentProgress, "2", answer);
        await cache.LastPrune;
        foreach (string day in Directory.GetDirectories(folder.Path))
        {
            Directory.SetLastWriteTimeUtc(day, DateTime.UtcNow.AddDays(-2));
        }

        cache.Prune(FakeTime.Noon);

        Assert.NotNull(cache.Read(ApiCatalog.PatentProgress, "2", FakeTime.Noon));
        Assert.Equal("20261120", Path.GetFileName(Assert.Single(Directory.GetDirectories(folder.Path))));
    }

    [Fact]
    public void A_files_name_and_every_byte_of_it_come_back()
    {
        using var folder = new TempFolder();
        var cache = new FileAnswerCache(folder.Path, TimeProvider.System);
        byte[] body = new byte[100_000];
        new Random(1).NextBytes(body);

        cache.Write(ApiCatalog.PatentRefusalNotices, "2020123456", new CachedAnswer(FakeTime.Noon, "拒絶理由.zip", body));
        CachedAnswer? read = cache.Read(ApiCatalog.PatentRefusalNotices, "2020123456", FakeTime.Noon);

        Assert.Equal("拒絶理由.zip", read!.FileName);
        Assert.Equal(FakeTime.Noon, read.RetrievedAt);
        Assert.True(read.Body.Span.SequenceEqual(body));
        Assert.Null(cache.Read(ApiCatalog.PatentMailedDocuments, "2020123456", FakeTime.Noon));
    }

    private static string[] AnswerFiles(Bench bench) => Directory.GetFiles(bench.StatePath, "*.answers", SearchOption.AllDirectories);
}
