using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>A portfolio over the socket with the sandbox's rules on: its daily limit, its midnight, its tokens, its minute.</summary>
public sealed class MainJobTests
{
    private static readonly ApiDescriptor Api = ApiCatalog.PatentProgress;

    private static IReadOnlyList<JpoNumber> Portfolio { get; } = Cases.Numbers(JpoLaw.Patent, 100).ToList();

    [Fact]
    public async Task With_forty_accesses_left_forty_of_a_hundred_are_answered_and_the_rest_after_midnight()
    {
        await using SandboxBench bench = await SandboxBench.StartAsync(options => options.DomesticPerMinute = 0);
        bench.Sandbox.SetLeft(Api, 40);
        using JpoClient client = bench.NewClient();
        List<JpoNumber> left = await RunAsync(client, Portfolio);

        Assert.Equal(Portfolio.Skip(40), left);
        Assert.Equal(40, bench.Log.CountOf(Api));
        Assert.Equal(0, bench.Log.CountOf("203"));
        Assert.Equal(Api.DailyLimit, bench.Sandbox.Used(Api));
        Assert.Equal(0, client.GetQuota(Api).Remaining);

        // A moment before midnight in Japan nothing has changed, at midnight all is there again.
        bench.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(60, (await RunAsync(client, left)).Count);
        Assert.Equal(40, bench.Log.CountOf(Api));
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await RunAsync(client, left));
        Assert.Equal(100, bench.Log.CountOf(Api));
        Assert.Equal(0, bench.Log.CountOf("203"));
        Assert.Equal(60, bench.Sandbox.Used(Api));
        Assert.Equal(Api.DailyLimit - 60, client.GetQuota(Api).Remaining);
        Assert.Equal(Portfolio.Count, bench.Log.Calls.Select(call => call.Path).Distinct().Count());
    }

    [Fact]
    public async Task A_limit_of_forty_that_nobody_told_the_client_takes_three_days()
    {
        await using SandboxBench bench = await SandboxBench.StartAsync(options =>
        {
            options.DomesticPerMinute = 0;
            options.DailyLimits[Api.Id] = 40;
        });
        using JpoClient client = bench.NewClient();
        IReadOnlyList<JpoNumber> left = Portfolio;
        foreach (int expected in new[] { 60, 20, 0 })
        {
            left = await RunAsync(client, left);
            Assert.Equal(expected, left.Count);
            bench.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(100, bench.Log.CountOf(Api));
        Assert.Equal(0, bench.Log.CountOf("203"));
    }

    [Fact]
    public async Task Four_clients_of_one_ID_share_the_last_forty_accesses()
    {
        await using SandboxBench bench = await SandboxBench.StartAsync(options => options.DomesticPerMinute = 0);
        bench.Sandbox.SetLeft(Api, 40);
        var queue = new ConcurrentQueue<JpoNumber>(Portfolio);
        var answered = new ConcurrentBag<string>();
        var exhausted = new ConcurrentBag<string>();
        JpoClient[] clients = Enumerable.Range(0, 4).Select(_ => bench.NewClient()).ToArray();
        try
        {
            // Near the end one call at a time is let through, and the others look again every now and then by the clock.
            bench.Time.Run(Array.ConvertAll<JpoClient, Func<Task>>(clients, client => () => WorkAsync(client)));
        }
        finally
        {
            Array.ForEach(clients, client => client.Dispose());
        }

        Assert.Equal(40, answered.Count);
        Assert.Equal(60, exhausted.Count);
        Assert.Equal(Portfolio.Select(number => number.Value).Order(), answered.Concat(exhausted).Order());
        Assert.Equal(40, bench.Log.CountOf(Api));
        Assert.Equal(0, bench.Log.CountOf("203"));

        async Task WorkAsync(JpoClient client)
        {
            while (queue.TryDequeue(out JpoNumber? number))
            {
                (await TryAsync(client, number) ? answered : exhausted).Add(number.Value);
            }
        }
    }

    [Fact]
    public async Task A_hundred_calls_at_once_are_all_answered_and_all_counted()
    {
        await using SandboxBench bench = await SandboxBench.StartAsync(options => options.DomesticPerMinute = 0);
        using JpoClient first = bench.NewClient();
        using JpoClient second = bench.NewClient();
        bool[] answered = await Task.WhenAll(Portfolio.Select((number, i) => Task.Run(() => TryAsync(i % 2 == 0 ? first : second, number))));
        Assert.All(answered, Assert.True);
        Assert.Equal(100, bench.Log.CountOf(Api));
        Assert.Equal(100, bench.Sandbox.Used(Api));
        Assert.Equal(100, first.GetQuota(Api).Used);
        Assert.Equal(2, bench.Sandbox.Logins);
    }

    [Fact]
    public async Task Documents_carry_no_counter_and_stop_at_the_limit_all_the_same()
    {
        ApiDescriptor api = ApiCatalog.PatentMailedDocuments;
        await using SandboxBench bench = await SandboxBench.StartAsync(options => options.DomesticPerMinute = 0);
        using JpoClient client = bench.NewClient();
        int bundles = 0;
        int empty = 0;
        int exhausted = 0;
        foreach (JpoNumber number in Cases.Numbers(JpoLaw.Patent, api.DailyLimit + 30))
        {
            try
            {
                bundles += (await client.Patents.GetDocumentsAsync(number, DocumentKind.Mailed)).Length > 0 ? 1 : 0;
            }
            catch (JpoEmptyAnswerException)
            {
                empty++;
            }
            catch (JpoQuotaExhaustedException)
            {
                exhausted++;
            }
        }

        Assert.Equal(30, exhausted);
        Assert.Equal(api.DailyLimit, bundles + empty);
        Assert.True(bundles > 50, bundles.ToString());
        Assert.Equal(api.DailyLimit, bench.Sandbox.Used(api));
        Assert.Equal(0, bench.Log.CountOf("203"));
    }

    [Theory]
    [InlineData(28_800)]
    [InlineData(3)]
    public async Task Tokens_of_five_seconds_carry_a_run_of_thirty(int refreshSeconds)
    {
        await using SandboxBench bench = await SandboxBench.StartAsync(options =>
        {
            options.DomesticPerMinute = 0;
            options.TokenLifetime = TimeSpan.FromSeconds(5);
            options.RefreshLifetime = TimeSpan.FromSeconds(refreshSeconds);
        });
        using JpoClient client = bench.NewClient();
        foreach (JpoNumber number in Portfolio.Take(60))
        {
            Assert.True(await TryAsync(client, number));
            bench.Time.Advance(TimeSpan.FromSeconds(0.5));
        }

        // Renewed a second before its end: a token does for eight calls.
        Assert.Equal(8, bench.Sandbox.Logins + bench.Sandbox.Refreshes);
        Assert.Equal(refreshSeconds > 5 ? 1 : 8, bench.Sandbox.Logins);
        Assert.Equal(0, bench.Sandbox.RefusedLogins + bench.Sandbox.RefusedRefreshes);
        Assert.Equal(60, bench.Log.CountOf(Api));
        Assert.Equal(0, bench.Log.CountOf("210"));
    }

    [Fact]
    public async Task A_token_that_runs_out_on_its_way_is_replaced_and_the_call_made_again()
    {
        await using SandboxBench bench = await SandboxBench.StartAsync(options =>
        {
            options.DomesticPerMinute = 0;
            options.TokenLifetime = TimeSpan.FromSeconds(5);
        });

        // Every call is under way for 1.9 seconds before the service looks at its token. A token is renewed at an age of 4 seconds: the call that sets out at 3.8
        // comes too late.
        bench.Service.Delay = TimeSpan.FromSeconds(1.9);
        using JpoClient client = bench.NewClient();
        int failed = 0;
        bench.Time.Run(async () =>
        {
            foreach (JpoNumber number in Portfolio.Take(20))
            {
                failed += await TryAsync(client, number) ? 0 : 1;
            }
        });

        Assert.Equal(0, failed);
        int late = bench.Log.CountOf("210");
        Assert.Equal(9, late);
        Assert.Equal(20, bench.Sandbox.Used(Api));
        Assert.Equal(20 + late, bench.Log.CountOf(Api));
        Assert.Equal(0, bench.Sandbox.RefusedLogins + bench.Sandbox.RefusedRefreshes);

        // What the service refused for its token it did not count, and the book knows.
        Assert.Equal(20, client.GetQuota(Api).Used);
    }

    [Fact]
    public async Task At_the_service_s_pace_sixty_calls_see_no_303()
    {
        await using SandboxBench bench = await SandboxBench.StartAsync();
        using JpoClient client = bench.NewClient(Pacer.DomesticPerMinute, Pacer.OpdPerMinute);
        int failed = 0;
        bench.Time.Run(async () =>
        {
            foreach (JpoNumber number in Portfolio.Take(60))
            {
                failed += await TryAsync(client, number) ? 0 : 1;
            }
        });

        Assert.Equal(0, failed);
        Assert.Equal(60, bench.Log.CountOf(Api));
        Assert.Equal(0, bench.Log.CountOf("303"));
        Assert.Equal(Pacer.DomesticPerMinute, bench.Log.MaxInAMinute(ApiGroup.Domestic));
        Assert.InRange(bench.Time.GetUtcNow() - FakeTime.Noon, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task Two_clients_and_both_groups_at_once_see_no_303_either()
    {
        await using SandboxBench bench = await SandboxBench.StartAsync();
        using JpoClient first = bench.NewClient(Pacer.DomesticPerMinute, Pacer.OpdPerMinute);
        using JpoClient second = bench.NewClient(Pacer.DomesticPerMinute, Pacer.OpdPerMinute);
        int answered = 0;
        bench.Time.Run(() => DomesticAsync(first, 0), () => DomesticAsync(second, 30), OpdAsync);

        Assert.Equal(80, answered);
        Assert.Equal(80, bench.Log.Calls.Count);
        Assert.Equal(0, bench.Log.CountOf("303"));
        Assert.Equal(Pacer.DomesticPerMinute, bench.Log.MaxInAMinute(ApiGroup.Domestic));
        Assert.Equal(Pacer.OpdPerMinute, bench.Log.MaxInAMinute(ApiGroup.Opd));

        async Task DomesticAsync(JpoClient client, int from)
        {
            foreach (JpoNumber number in Portfolio.Skip(from).Take(30))
            {
                Interlocked.Add(ref answered, await TryAsync(client, number) ? 1 : 0);
            }
        }

        async Task OpdAsync()
        {
            foreach (JpoNumber number in Portfolio.Take(20))
            {
                try
                {
                    await second.Opd.GetFamilyAsync(Cases.Dossier("JP." + number.Value + ".A"));
                }
                catch (JpoEmptyAnswerException)
                {
                    // Not published yet: an answer all the same.
                }

                Interlocked.Increment(ref answered);
            }
        }
    }

    [Fact]
    public async Task A_run_that_is_asked_for_again_costs_nothing_that_day()
    {
        await using SandboxBench bench = await SandboxBench.StartAsync(options => options.DomesticPerMinute = 0);
        using (JpoClient client = bench.NewClient())
        {
            Assert.Empty(await RunAsync(client, Portfolio));
        }

        // Another client, as tomorrow's script or another process would have it: empty answers are kept as well.
        using JpoClient again = bench.NewClient();
        Assert.Empty(await RunAsync(again, Portfolio));
        Assert.True((await again.Patents.GetProgressAsync(Portfolio[0])).FromCache);
        Assert.Equal(100, bench.Log.CountOf(Api));
        Assert.Equal(100, bench.Sandbox.Used(Api));
        bench.Time.Advance(TimeSpan.FromDays(1));
        Assert.False((await again.Patents.GetProgressAsync(Portfolio[0])).FromCache);
    }

    [Theory]
    [InlineData(null, 503, true, Breakage.None)]
    [InlineData("302", null, false, Breakage.None)]
    [InlineData(null, null, false, Breakage.BeforeAnswer)]
    [InlineData(null, null, false, Breakage.WithinBody)]
    public async Task A_stumble_of_the_network_or_the_service_costs_an_access_and_no_answer(string? code, int? status, bool isPage, Breakage breakage)
    {
        await using SandboxBench bench = await SandboxBench.StartAsync(options => options.DomesticPerMinute = 0);
        using JpoClient client = bench.NewClient();
        bench.Service.Faults.Add(new Fault { IsPass = true }, new Fault { Code = code, Status = status, IsPage = isPage, Breakage = breakage });
        List<JpoNumber> left = [];
        bench.Time.Run(async () => left = await RunAsync(client, Portfolio.Take(10)));
        Assert.Empty(left);
        Assert.Equal(11, bench.Log.CountOf(Api));
        Assert.Equal(11, bench.Sandbox.Used(Api));
        Assert.Equal(11, client.GetQuota(Api).Used);
    }

    /// <summary>Asks for every number, one after the other, and gives back those for which no access was left.</summary>
    private static async Task<List<JpoNumber>> RunAsync(JpoClient client, IEnumerable<JpoNumber> numbers)
    {
        var left = new List<JpoNumber>();
        foreach (JpoNumber number in numbers)
        {
            if (!await TryAsync(client, number))
            {
                left.Add(number);
            }
        }

        return left;
    }

    /// <summary>Whether the number was answered; false where no access is left. Anything else that goes wrong fails the test.</summary>
    private static async Task<bool> TryAsync(JpoClient client, JpoNumber number)
    {
        try
        {
            Assert.Equal(number.Value, (await client.Patents.GetProgressAsync(number)).ApplicationNumber);
            return true;
        }
        catch (JpoEmptyAnswerException)
        {
            // A number without a case: the service has answered, and counted it.
            return true;
        }
        catch (JpoQuotaExhaustedException error)
        {
            Assert.Same(Api, error.Api);
            return false;
        }
    }
}
