using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using JpoPatent.Sandbox;
using Xunit;
using static JpoPatent.Tests.Sandbox.SandboxSession;

namespace JpoPatent.Tests.Sandbox;

/// <summary>The rules of the service: tokens, counters, limits, status codes.</summary>
public sealed class SandboxRulesTests
{
    private const string Known = "2015123456";

    [Fact]
    public void Token_answer_has_the_service_s_fields()
    {
        var session = new SandboxSession();
        SandboxResponse response = session.Token("grant_type=password&username=tester-01&password=a%26b+c");
        JsonElement json = Json(response);
        Assert.Equal(200, response.Status);
        Assert.Equal(3600, json.GetProperty("expires_in").GetInt32());
        Assert.Equal(28800, json.GetProperty("refresh_expires_in").GetInt32());
        Assert.Equal("Bearer", json.GetProperty("token_type").GetString());
        foreach (string name in new[] { "access_token", "refresh_token", "id_token", "not-before-policy", "session_state", "scope" })
        {
            Assert.True(json.TryGetProperty(name, out _), name);
        }
    }

    [Fact]
    public void Wrong_credentials_and_odd_grants_are_refused()
    {
        var session = new SandboxSession(options => options.Accounts = new System.Collections.Generic.Dictionary<string, string> { ["tester-01"] = "p&q +" });
        SandboxResponse wrong = session.Token("grant_type=password&username=tester-01&password=no");
        Assert.Equal(401, wrong.Status);
        Assert.Equal("invalid_grant", Json(wrong).GetProperty("error").GetString());
        Assert.Equal(401, session.Token("grant_type=password&username=other&password=p").Status);
        Assert.Equal(200, session.Token("grant_type=password&username=tester-01&password=p%26q+%2B").Status);
        SandboxResponse odd = session.Token("grant_type=client_credentials");
        Assert.Equal(400, odd.Status);
        Assert.Equal("unsupported_grant_type", Json(odd).GetProperty("error").GetString());
        Assert.Equal(400, session.Token("").Status);
        Assert.Equal(405, session.Service.Handle(new SandboxRequest("GET", "/auth/token")).Status);
        Assert.Equal(401, new SandboxSession().Token("grant_type=password&username=&password=x").Status);
    }

    [Fact]
    public void Access_tokens_expire_by_the_clock_and_live_side_by_side()
    {
        var session = new SandboxSession();
        string first = session.SignIn();
        session.Time.Advance(TimeSpan.FromMinutes(40));
        string second = session.SignIn();
        Assert.Equal("100", Code(session.Get(ApiCatalog.PatentProgress.Path + Known, first)));
        Assert.Equal("100", Code(session.Get(ApiCatalog.PatentProgress.Path + Known, second)));
        session.Time.Advance(TimeSpan.FromMinutes(20));
        SandboxResponse expired = session.Get(ApiCatalog.PatentProgress.Path + Known, first);
        Assert.Equal(401, expired.Status);
        Assert.Equal("210", Code(expired));
        Assert.Equal("", Remaining(expired));
        Assert.Equal("100", Code(session.Get(ApiCatalog.PatentProgress.Path + Known, second)));
        Assert.Equal(401, session.Service.Handle(new SandboxRequest("GET", ApiCatalog.PatentProgress.Path + Known)).Status);
        Assert.Equal(401, session.Service.Handle(new SandboxRequest("GET", ApiCatalog.PatentProgress.Path + Known, "Basic abc")).Status);
    }

    [Fact]
    public void Refresh_tokens_give_new_tokens_until_they_expire()
    {
        var session = new SandboxSession();
        string refresh = Json(session.Token("grant_type=password&username=tester-01&password=x")).GetProperty("refresh_token").GetString()!;
        session.Time.Advance(TimeSpan.FromHours(7));
        SandboxResponse renewed = session.Token("grant_type=refresh_token&refresh_token=" + refresh);
        Assert.Equal(200, renewed.Status);
        Assert.Equal("100", Code(session.Get(ApiCatalog.PatentProgress.Path + Known, Json(renewed).GetProperty("access_token").GetString()!)));
        session.Time.Advance(TimeSpan.FromHours(1));
        SandboxResponse late = session.Token("grant_type=refresh_token&refresh_token=" + refresh);
        Assert.Equal(400, late.Status);
        Assert.Equal("invalid_grant", Json(late).GetProperty("error").GetString());
    }

    [Fact]
    public void The_counter_counts_down_per_ID_and_API_and_107_counts()
    {
        var session = new SandboxSession();
        Assert.Equal("799", Remaining(session.Get(ApiCatalog.PatentProgress, Known)));
        SandboxResponse nothing = session.Get(ApiCatalog.PatentProgress, "9999999999");
        Assert.Equal("107", Code(nothing));
        Assert.Equal("798", Remaining(nothing));
        Assert.Equal("799", Remaining(session.Get(ApiCatalog.PatentProgressSimple, Known)));
        Assert.Equal(2, session.Service.Used(User, ApiCatalog.PatentProgress));
        Assert.Equal(0, session.Service.Used("somebody-2", ApiCatalog.PatentProgress));
        session.Service.Spend(User, ApiCatalog.PatentProgress, 100);
        Assert.Equal("697", Remaining(session.Get(ApiCatalog.PatentProgress, Known)));
    }

    [Fact]
    public void Over_the_daily_limit_comes_203_until_midnight_in_Japan()
    {
        var session = new SandboxSession(options =>
        {
            options.DailyLimits["PATENT/app_progress"] = 2;
            options.DomesticPerMinute = 0;
            options.TokenLifetime = TimeSpan.FromDays(2);
        });
        session.Time.Set(new DateTimeOffset(2026, 11, 22, 14, 59, 0, TimeSpan.Zero));
        Assert.Equal("1", Remaining(session.Get(ApiCatalog.PatentProgress, Known)));
        Assert.Equal("0", Remaining(session.Get(ApiCatalog.PatentProgress, Known)));
        SandboxResponse over = session.Get(ApiCatalog.PatentProgress, Known);
        Assert.Equal(200, over.Status);
        Assert.Equal("203", Code(over));
        Assert.Equal("", Remaining(over));
        Assert.Equal(2, session.Service.Used(User, ApiCatalog.PatentProgress));
        session.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, session.Service.Used(User, ApiCatalog.PatentProgress));
        Assert.Equal("1", Remaining(session.Get(ApiCatalog.PatentProgress, Known)));
    }

    [Fact]
    public void The_rule_per_minute_is_a_sliding_window_per_group_and_its_303_is_not_counted()
    {
        var session = new SandboxSession();
        for (int i = 0; i < 10; i++)
        {
            // Different APIs of one group share the window.
            Assert.Equal(200, session.Get(i % 2 == 0 ? ApiCatalog.PatentProgress : ApiCatalog.DesignProgress, Known).Status);
            session.Time.Advance(TimeSpan.FromSeconds(2));
        }

        SandboxResponse busy = session.Get(ApiCatalog.PatentProgress, Known);
        Assert.Equal(429, busy.Status);
        Assert.Equal("303", Code(busy));
        Assert.Equal("", Remaining(busy));
        Assert.Equal(5, session.Service.Used(User, ApiCatalog.PatentProgress));
        Assert.Equal(200, session.Get(ApiCatalog.OpdFamily, "application", "JP.2015123456.A").Status);
        Assert.Equal(200, session.Get(ApiCatalog.PatentProgress.Path + Known, session.SignIn("another-1")).Status);

        session.Time.Advance(TimeSpan.FromSeconds(39));
        Assert.Equal(429, session.Get(ApiCatalog.PatentProgress, Known).Status);
        session.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, session.Get(ApiCatalog.PatentProgress, Known).Status);
        Assert.Equal(429, session.Get(ApiCatalog.PatentProgress, Known).Status);
    }

    [Fact]
    public void OPD_allows_five_a_minute()
    {
        var session = new SandboxSession();
        int[] statuses = Enumerable.Range(0, 6).Select(_ => session.Get(ApiCatalog.OpdFamily, "application", "JP.2015123456.A").Status).ToArray();
        Assert.Equal([200, 200, 200, 200, 200, 429], statuses);
    }

    [Theory]
    [InlineData("/api/patent/v1/no_such_api/2015123456")]
    [InlineData("/api/patent/v1/app_progress")]
    [InlineData("/api/patent/v1/app_progress/")]
    [InlineData("/api/patent/v1/app_progress/2015123456/1")]
    [InlineData("/api/patent/v2/app_progress/2015123456")]
    [InlineData("/api/design/v1/cite_doc_info/2015123456")]
    [InlineData("/")]
    public void Unknown_addresses_are_301(string path)
    {
        SandboxResponse response = new SandboxSession().Get(path);
        Assert.Equal(404, response.Status);
        Assert.Equal("301", Code(response));
    }

    [Theory]
    [InlineData("20151234567", "204")]
    [InlineData("201512345", "204")]
    [InlineData("2015A23456", "204")]
    [InlineData("２０１５１２３４５６", "204")]
    [InlineData("2015,23456", "208")]
    [InlineData("2015\t23456", "208")]
    [InlineData("2015:23456", "208")]
    [InlineData("2015;23456", "208")]
    [InlineData("2015|23456", "208")]
    [InlineData("2015000000", "107")]
    [InlineData("2015360001", "107")]
    [InlineData("2015499999", "107")]
    [InlineData("2015600001", "107")]
    [InlineData("2026359999", "107")]
    [InlineData("2027000001", "107")]
    [InlineData("9999999999", "107")]
    [InlineData("2002123456", "111")]
    [InlineData("2003000001", "111")]
    [InlineData("0000000000", "111")]
    [InlineData("2003359999", "100")]
    [InlineData("2015500001", "100")]
    public void Patent_numbers_get_the_code_they_deserve(string number, string code)
    {
        SandboxResponse response = new SandboxSession().Get(ApiCatalog.PatentProgress, number);
        Assert.Equal(200, response.Status);
        Assert.Equal(code, Code(response));
        Assert.Equal(code is "100" or "107", Remaining(response).Length > 0);
        JsonElement result = Json(response).GetProperty("result");
        Assert.Equal(code == "100", result.GetProperty("errorMessage").GetString()!.Length == 0);
        Assert.Equal(code == "100", result.GetProperty("data").EnumerateObject().Any());
    }

    [Theory]
    [InlineData("design", "2000000001", "100")]
    [InlineData("design", "1999000001", "111")]
    [InlineData("design", "2015032000", "107")]
    [InlineData("design", "2016500748", "100")]
    [InlineData("design", "2010500748", "107")]
    [InlineData("trademark", "2000000001", "100")]
    [InlineData("trademark", "1999190000", "111")]
    [InlineData("trademark", "2015190081", "107")]
    [InlineData("trademark", "2027000001", "107")]
    public void Design_and_trademark_numbers_get_the_code_they_deserve(string law, string number, string code) =>
        Assert.Equal(code, Code(new SandboxSession().Get(ApiCatalog.Find(law + "/app_progress")!, number)));

    [Fact]
    public void Anything_but_GET_is_an_invalid_request()
    {
        var session = new SandboxSession();
        SandboxResponse response = session.Service.Handle(new SandboxRequest("POST", ApiCatalog.PatentProgress.Path + Known, "Bearer " + session.SignIn()));
        Assert.Equal(400, response.Status);
        Assert.Equal("400", Code(response));
    }

    [Fact]
    public void Every_answer_is_dated_by_the_clock()
    {
        var session = new SandboxSession();
        Assert.Equal("Sun, 22 Nov 2026 03:00:00 GMT", Header(session.Get("/nowhere"), "Date"));
        session.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("Sun, 22 Nov 2026 03:01:01 GMT", Header(session.Get(ApiCatalog.PatentProgress, Known), "Date"));
    }

    [Fact]
    public void Events_show_the_day_after()
    {
        var session = new SandboxSession(options => options.TokenLifetime = TimeSpan.FromDays(3));
        // Monday 5 January 2026 in Japan; the number is given on that day.
        string number = "2026003900";
        DateTime filed = DateTime.ParseExact(session2026(session, number), "yyyyMMdd", null);
        session.Time.Set(new DateTimeOffset(filed.AddHours(23.9), TimeSpan.FromHours(9)));
        Assert.Equal("107", Code(session.Get(ApiCatalog.PatentProgress, number)));
        session.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("100", Code(session.Get(ApiCatalog.PatentProgress, number)));

        static string session2026(SandboxSession session, string number) => session.Data(ApiCatalog.PatentProgress, number)!.Value.GetProperty("filingDate").GetString()!;
    }

    [Fact]
    public async Task The_handler_carries_requests_of_any_host()
    {
        var session = new SandboxSession();
        using var client = new HttpClient(new SandboxHandler(session.Service)) { BaseAddress = new Uri("https://ip-data.jpo.go.jp/") };
        using HttpResponseMessage token = await client.PostAsync("auth/token", new StringContent("grant_type=password&username=tester-01&password=x", Encoding.UTF8, "application/x-www-form-urlencoded"), TestContext);
        string access = JsonDocument.Parse(await token.Content.ReadAsStringAsync(TestContext)).RootElement.GetProperty("access_token").GetString()!;
        client.DefaultRequestHeaders.Authorization = new("Bearer", access);
        using HttpResponseMessage answer = await client.GetAsync("api/patent/v1/app_progress/" + Known, TestContext);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(session.Time.GetUtcNow(), answer.Headers.Date);
        Assert.NotNull(answer.RequestMessage);
        Assert.Contains(Known, await answer.Content.ReadAsStringAsync(TestContext));
    }

    [Fact]
    public void Many_threads_lose_no_count()
    {
        SandboxSession session = Unlimited();
        string token = session.SignIn();
        Parallel.For(0, 400, i => Assert.Equal(200, session.Get(ApiCatalog.PatentProgress.Path + Known, token).Status));
        Assert.Equal(400, session.Service.Used(User, ApiCatalog.PatentProgress));
    }

    private static System.Threading.CancellationToken TestContext => System.Threading.CancellationToken.None;
}
