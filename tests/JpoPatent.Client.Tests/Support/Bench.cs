using System;
using System.Threading.Tasks;
using JpoPatent.TestServer;

namespace JpoPatent.Tests;

/// <summary>A client over a scripted service, on one simulated clock and a state folder of its own.</summary>
internal sealed class Bench : IDisposable
{
    private readonly TempFolder _folder = new();

    internal Bench(FakeTime? time = null)
    {
        Time = time ?? new FakeTime();
        Service = new ScriptedService(Time);
        Client = NewClient();
    }

    internal FakeTime Time { get; }

    internal ScriptedService Service { get; }

    internal JpoClient Client { get; }

    internal Activities Activities { get; } = new();

    internal string StatePath => _folder.Path;

    internal JpoQuota ProgressQuota => Client.GetQuota(ApiCatalog.PatentProgress);

    public void Dispose()
    {
        Client.Dispose();
        _folder.Dispose();
    }

    /// <summary>One more client on the same state folder, as another runspace or process would have it.</summary>
    internal JpoClient NewClient(
        string password = TokenDesk.DefaultPassword,
        string userName = TokenDesk.DefaultUserName,
        int reserve = 0,
        int perMinute = 0,
        int warningPercent = 10,
        FakeTime? time = null,
        string? statePath = null,
        TimeSpan? timeout = null,
        TimeSpan? callTimeout = null) => new(new JpoClientOptions
        {
            Credential = TestClient.Credential(userName, password),
            BaseUri = new Uri("http://127.0.0.1:1"),
            Transport = new ScriptedTransport(Service),
            StatePath = statePath ?? StatePath,
            Time = time ?? Time,
            RequestsPerMinute = perMinute,
            OpdRequestsPerMinute = perMinute == 0 ? 0 : Math.Min(perMinute, Pacer.OpdPerMinute),
            QuotaReserve = reserve,
            QuotaWarningPercent = warningPercent,
            Timeout = timeout ?? TimeSpan.FromSeconds(100),
            CallTimeout = callTimeout ?? TimeSpan.FromMinutes(5),
        });

    /// <summary>Asks for a number, jumping over every wait.</summary>
    internal PatentProgress Get(int serial, JpoClient? client = null, bool noCache = false) => Time.Run(() => GetAsync(serial, client, noCache));

    internal Task<PatentProgress> GetAsync(int serial, JpoClient? client = null, bool noCache = false) =>
        (client ?? Client).Patents.GetProgressAsync(TestNumber.Patent(serial), new JpoCallOptions { Activity = Activities, NoCache = noCache });
}
