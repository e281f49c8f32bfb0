using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Symbolic links in the state folder: a process that follows one writes into a file, or tidies up a folder, of somebody else.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private const string Letter = "A letter that somebody wrote.";

    private readonly TempFolder _folder = new();
    private LoopbackServer _server = null!;

    private string State => Path.Combine(_folder.Path, "state");

    private string Victim => Path.Combine(_folder.Path, "letter.txt");

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task No_file_of_the_state_folder_is_followed_to_elsewhere_and_the_limit_holds()
    {
        if (OperatingSystem.IsWindows())
        {
            // Only administrators make links there.
            return;
        }

        await AskAsync(0, 3);
        string[] files = [.. Directory.GetFiles(State, "*", SearchOption.AllDirectories)];
        Assert.True(files.Length >= 5, string.Join(", ", files));
        int asked = 3;
        foreach (string file in files)
        {
            foreach (bool isThere in new[] { true, false })
            {
                await File.WriteAllTextAsync(Victim, Letter);
                File.Delete(file);
                string target = isThere ? Victim : Victim + ".missing";
                File.CreateSymbolicLink(file, target);

                Assert.Equal(2, await AskAsync(asked, 2));

                asked += 2;
                Assert.Equal(Letter, await File.ReadAllTextAsync(Victim));
                Assert.False(File.Exists(Victim + ".missing"), file);
                Assert.Equal(asked, _server.Service.Counters.Used(ApiCatalog.PatentProgress));
                File.Delete(file);
                Assert.Equal(1, await AskAsync(asked, 1));
                asked++;
                Assert.Equal(asked, Used());
            }
        }
    }

    [Fact]
    public async Task A_link_is_named_in_the_warning()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await AskAsync(0, 1);
        string book = Directory.GetFiles(State, StateFolder.QuotaFile, SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(Victim, Letter);
        File.Delete(book);
        File.CreateSymbolicLink(book, Victim);
        var activities = new Activities();

        await AskAsync(1, 2, activities);

        Assert.Contains("is a link", Assert.Single(activities.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_that_lies_elsewhere_tidies_nothing_up_there_that_is_not_its_own()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string photos = Path.Combine(_folder.Path, "photos", "20200101");
        Directory.CreateDirectory(photos);
        await File.WriteAllTextAsync(Path.Combine(photos, "one.jpg"), Letter);
        await File.WriteAllTextAsync(Path.Combine(photos, "1-1.answers"), "an old answer");
        Directory.SetLastWriteTimeUtc(photos, DateTime.UtcNow.AddDays(-30));
        string cache = Path.Combine(_folder.Path, "cache");
        Directory.CreateSymbolicLink(cache, Path.GetDirectoryName(photos)!);

        new FileAnswerCache(cache, TimeProvider.System).Prune(DateTimeOffset.UtcNow);

        Assert.Equal(["one.jpg"], Directory.GetFiles(photos).Select(Path.GetFileName));
    }

    private async Task<int> AskAsync(int from, int count, Activities? activities = null)
    {
        int answers = 0;
        using JpoClient client = NewClient();
        await client.ConnectAsync(activities);
        for (int serial = from; serial < from + count; serial++)
        {
            PatentProgress answer = await client.Patents.GetProgressAsync(TestNumber.Patent(serial), new JpoCallOptions { Activity = activities });
            answers += answer.FromCache ? 0 : 1;
        }

        return answers;
    }

    private int Used()
    {
        using JpoClient client = NewClient();
        return client.GetQuota(ApiCatalog.PatentProgress).Used;
    }

    private JpoClient NewClient() => new(new JpoClientOptions
    {
        Credential = TestClient.Credential(),
        BaseUri = _server.BaseUri,
        StatePath = State,
        RequestsPerMinute = 0,
        OpdRequestsPerMinute = 0,
    });
}
