using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.Faults;

/// <summary>A connection in many hands, taken away in the middle.</summary>
public sealed class ConcurrencyTests
{
    private const int Tasks = 32;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_of_32_tasks_that_is_disconnected_in_the_middle_leaves_nobody_hanging(bool isDisposed)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        server.Service.Counters.SetLimit(ApiCatalog.PatentProgress, 100_000);
        server.Service.Delay = TimeSpan.FromMilliseconds(2);
        using var folder = new TempFolder();
        using JpoClient client = NewClient(server, folder);
        client.SetQuotaLimit(ApiCatalog.PatentProgress, 100_000);
        int next = 0;
        int answers = 0;
        int answersAtTheEnd = 0;
        var errors = new ConcurrentBag<JpoException>();

        Task[] tasks = Enumerable.Range(0, Tasks).Select(_ => Task.Run(async () =>
        {
            while (errors.Count < Tasks * 3 && next < 20_000)
            {
                try
                {
                    await client.Patents.GetProgressAsync(TestNumber.Patent(Interlocked.Increment(ref next)));
                    if (Interlocked.Increment(ref answers) == 200)
                    {
                        if (isDisposed)
                        {
                            client.Dispose();
                        }
                        else
                        {
                            client.Disconnect();
                        }

                        Volatile.Write(ref answersAtTheEnd, Volatile.Read(ref answers));
                    }
                }
                catch (JpoException error)
                {
                    errors.Add(error);
                }
            }
        })).ToArray();
        await Task.WhenAll(tasks);

        // Calls under way end as they may: with their answer, or because the connection is no more.
        Assert.InRange(answers, 200, answersAtTheEnd + Tasks);
        Assert.All(errors, static error => Assert.IsType<JpoNotConnectedException>(error));
        Assert.InRange(server.Service.Log.Calls.Count, answers, answers + Tasks);
    }

    [Fact]
    public async Task Two_ids_on_one_server_never_use_each_others_token()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        var whole = new TwoIds();
        server.Service.Whole = whole;
        using var folder = new TempFolder();
        using JpoClient first = NewClient(server, folder, "first-id-01");
        using JpoClient second = NewClient(server, folder, "second-id-02");

        // The one asks for even numbers, the other for odd ones, so that the server can tell by the path who asks.
        Task[] tasks = Enumerable.Range(0, Tasks).Select(task => Task.Run(async () =>
        {
            for (int round = 0; round < 20; round++)
            {
                int serial = (((task * 20) + round) * 2) + (task % 2);
                await (task % 2 == 0 ? first : second).Patents.GetProgressAsync(TestNumber.Patent(serial));
                if (round == 10 && task == 0)
                {
                    // A storm of refused tokens in the middle.
                    whole.Revoke();
                }
            }
        })).ToArray();
        await Task.WhenAll(tasks);

        Assert.Empty(whole.Mixed);
        Assert.Equal(Tasks / 2 * 20, first.GetQuota(ApiCatalog.PatentProgress).Used - whole.Refused("first-id-01"));
        Assert.Equal(Tasks / 2 * 20, second.GetQuota(ApiCatalog.PatentProgress).Used - whole.Refused("second-id-02"));
    }

    private static JpoClient NewClient(LoopbackServer server, TempFolder folder, string user = TokenDesk.DefaultUserName) => new(new JpoClientOptions
    {
        Credential = TestClient.Credential(user),
        BaseUri = server.BaseUri,
        StatePath = folder.Path,
        RequestsPerMinute = 0,
        OpdRequestsPerMinute = 0,
    });
}
