using System;
using System.IO;
using System.Linq;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

public sealed class StateTests
{
    [Fact]
    public void A_state_folder_that_cannot_be_made_costs_one_warning_and_nothing_else()
    {
        using var bench = new Bench();
        string file = Path.Combine(bench.StatePath, "a-file-in-the-folders-place");
        File.WriteAllText(file, string.Empty);
        using JpoClient client = bench.NewClient(statePath: file, perMinute: 10);

        bench.Get(1, client);
        bench.Get(2, client);

        Assert.True(bench.Get(1, client).FromCache);
        Assert.Equal(2, client.GetQuota(ApiCatalog.PatentProgress).Used);
        Assert.Equal(2, bench.Service.Log.Calls.Count);
        Assert.Contains(file, Assert.Single(bench.Activities.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Books_that_cannot_be_written_cost_one_warning_between_them()
    {
        using var bench = new Bench();
        string folder = Path.Combine(bench.StatePath, StateFolder.NameFor(TokenDesk.DefaultUserName, new Uri("http://127.0.0.1:1")));
        Directory.CreateDirectory(Path.Combine(folder, StateFolder.QuotaFile));
        Directory.CreateDirectory(Path.Combine(folder, StateFolder.PacingFile));
        using JpoClient client = bench.NewClient(perMinute: 10);

        for (int serial = 0; serial < 15; serial++)
        {
            bench.Get(serial, client);
        }

        Assert.Equal(15, client.GetQuota(ApiCatalog.PatentProgress).Used);
        Assert.Single(bench.Activities.Warnings);
        Assert.True(bench.Service.Log.MaxInAMinute(ApiGroup.Domestic) <= 10);
    }

    [Fact]
    public void A_damaged_quota_book_is_set_aside_with_a_warning_and_the_run_goes_on()
    {
        using var bench = new Bench();
        bench.Get(1);
        string book = Directory.GetFiles(bench.StatePath, StateFolder.QuotaFile, SearchOption.AllDirectories).Single();
        File.WriteAllText(book, "not a book at all");
        bench.Service.Counters.SetLeft(ApiCatalog.PatentProgress, 500);

        bench.Get(2);
        bench.Get(3);

        string warning = Assert.Single(bench.Activities.Warnings);
        Assert.Contains(".damaged-", warning, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(book)!, "*.damaged-*"));
        Assert.Equal(498, bench.ProgressQuota.Remaining);
    }

    [Fact]
    public void A_damaged_pacing_book_is_restored_without_a_word()
    {
        using var bench = new Bench();
        using JpoClient client = bench.NewClient(perMinute: 10);
        bench.Get(1, client);
        string book = Directory.GetFiles(bench.StatePath, StateFolder.PacingFile, SearchOption.AllDirectories).Single();
        File.WriteAllText(book, "not a book at all");

        bench.Get(2, client);
        bench.Get(3, client);

        Assert.Empty(bench.Activities.Warnings);
    }

    [Fact]
    public void Two_ids_and_two_hosts_have_a_folder_each_whose_name_tells_neither()
    {
        var jpo = new Uri("https://ip-data.jpo.go.jp");

        string[] names =
        [
            StateFolder.NameFor("some-id-01", jpo),
            StateFolder.NameFor("some-id-02", jpo),
            StateFolder.NameFor("some-id-01", new Uri("https://localhost")),
        ];

        Assert.Equal(3, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[0-9a-f]{16}$", name));
        Assert.Equal(names[0], StateFolder.NameFor("some-id-01", new Uri("https://ip-data.jpo.go.jp/")));
    }

    [UnixFact]
    public void All_that_a_client_leaves_behind_is_the_users_alone()
    {
        using var bench = new Bench();
        string root = Path.Combine(bench.StatePath, "not", "there", "yet");
        using JpoClient client = bench.NewClient(statePath: root, perMinute: 10);
        bench.Get(1, client);

        RecordFileTests.AssertPrivate(root, root);
    }
}
