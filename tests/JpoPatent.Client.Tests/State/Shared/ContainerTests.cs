using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>A container, from the first request to processes that are killed: what only a server can do to us.</summary>
[Collection(nameof(ManyProcessesTests))]
public sealed class ContainerTests : IAsyncLifetime
{
    private static readonly ApiDescriptor Progress = ApiCatalog.PatentProgress;

    private readonly TempFolder _folder = new();
    private LoopbackServer _server = null!;

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [AzuriteFact]
    public async Task Processes_that_are_killed_and_a_store_that_stands_still_cost_no_access_beyond_the_limit()
    {
        Azurite azurite = await Azurite.GetAsync();
        string container = await azurite.NewContainerAsync();
        const int Left = 100;
        _server.Service.Counters.SetLimit(Progress, Left);
        using (JpoClient client = NewClient(container, azurite.Signature()))
        {
            client.SetQuotaLimit(Progress, Left);
        }

        var random = new Random(20261125);
        int next = -1;
        bool isFrozen = false;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async lane =>
        {
            for (int i = Interlocked.Increment(ref next); i < 6; i = Interlocked.Increment(ref next))
            {
                using WorkerProcess worker = NewWorker(container, azurite.Signature(), i * 1000, 1000);
                int lines;
                lock (random)
                {
                    lines = random.Next(1, 12);
                }

                await worker.KillAfterAsync(lines);
                if (i == 3 && !isFrozen)
                {
                    isFrozen = true;
                    azurite.Signal("STOP");
                    await Task.Delay(TimeSpan.FromSeconds(9));
                    azurite.Signal("CONT");
                }
            }
        }));
        WorkerProcess[] last = Enumerable.Range(0, 4).Select(i => NewWorker(container, azurite.Signature(), 100_000 + (i * 500), 500)).ToArray();
        IReadOnlyList<string>[] ends = await Task.WhenAll(last.Select(worker => worker.RunToEndAsync()));

        Assert.All(ends, lines => Assert.Equal("done", lines[^1]));
        Assert.Equal(0, _server.Service.Log.CountOf("203"));
        using JpoClient after = NewClient(container, azurite.Signature());
        Assert.Equal(0, after.GetQuota(Progress).Remaining);
        Assert.InRange(_server.Service.Counters.Used(Progress), Left - 12, Left);
    }

    [AzuriteFact]
    public async Task A_machine_whose_disk_was_wiped_asks_for_nothing_that_another_has_and_knows_the_book()
    {
        Azurite azurite = await Azurite.GetAsync();
        string container = await azurite.NewContainerAsync();
        using (JpoClient first = NewClient(container, azurite.Signature()))
        {
            await first.ConnectAsync();
            first.SetQuotaLimit(ApiCatalog.PatentCitation, 7);
            for (int serial = 1; serial <= 5; serial++)
            {
                await first.Patents.GetProgressAsync(TestNumber.Patent(serial));
            }
        }

        using JpoClient second = NewClient(container, azurite.Signature());
        await second.ConnectAsync();
        for (int serial = 1; serial <= 5; serial++)
        {
            Assert.True((await second.Patents.GetProgressAsync(TestNumber.Patent(serial))).FromCache);
        }

        Assert.Equal(5, _server.Service.Log.Calls.Count);
        Assert.Equal((5, 7), (second.GetQuota(Progress).Used, second.GetQuota(ApiCatalog.PatentCitation).Limit));
        Assert.Equal((container, container, true), (second.StatePath, second.GetQuota(Progress).StatePath, second.IsStateShared));
        Assert.Equal(5, second.ClearCache());
        Assert.False((await second.Patents.GetProgressAsync(TestNumber.Patent(1))).FromCache);
    }

    [AzuriteFact]
    public async Task Answers_of_ten_megabytes_are_kept_and_days_that_are_over_go()
    {
        Azurite azurite = await Azurite.GetAsync();
        string container = await azurite.NewContainerAsync();
        BlobContainer blobs = Open(container, azurite.Signature());
        var cache = new BlobAnswerCache(blobs, "v1/id/cache/", new StoreHealth(TimeProvider.System), TimeProvider.System);
        byte[] body = new byte[11 * 1024 * 1024];
        new Random(1).NextBytes(body);
        foreach (int day in (int[])[-5, -3, -2, -1])
        {
            await cache.WriteAsync(ApiCatalog.PatentRefusalNotices, "1", new CachedAnswer(FakeTime.Noon.AddDays(day), "a.zip", new byte[] { 1 }));
            await cache.LastPrune;
        }

        await cache.WriteAsync(ApiCatalog.PatentRefusalNotices, "1", new CachedAnswer(FakeTime.Noon, "a.zip", body));
        await cache.LastPrune;

        var other = new BlobAnswerCache(Open(container, azurite.Signature()), "v1/id/cache/", new StoreHealth(TimeProvider.System), TimeProvider.System);
        CachedAnswer? read = await other.ReadAsync(ApiCatalog.PatentRefusalNotices, "1", FakeTime.Noon);
        Assert.True(read!.Body.Span.SequenceEqual(body));
        Assert.Equal("a.zip", read.FileName);
        Assert.Null(await other.ReadAsync(ApiCatalog.PatentMailedDocuments, "1", FakeTime.Noon));
        Assert.Equal(
            ["v1/id/cache/20261118/", "v1/id/cache/20261119/", "v1/id/cache/20261120/"],
            (await blobs.ListAsync("v1/id/cache/", isByFolder: true, TimeSpan.FromSeconds(20), default)).Select(day => day.Name).Order(StringComparer.Ordinal));
    }

    [AzuriteFact]
    public async Task At_connecting_it_is_said_what_to_look_at_and_no_signature_is_shown()
    {
        Azurite azurite = await Azurite.GetAsync();
        string container = await azurite.NewContainerAsync();
        string old = azurite.Signature(ends: new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero));

        string ended = await RefusedAsync(container, old);
        string readOnly = await RefusedAsync(container, azurite.Signature(permissions: "r"));
        string missing = await RefusedAsync(container + "x", azurite.Signature());

        Assert.Contains("2020-01-02T03:04:05Z", ended, StringComparison.Ordinal);
        Assert.Contains("SAS", readOnly, StringComparison.Ordinal);
        Assert.Contains("does not exist", missing, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<html>Please log in</html>")]
    [InlineData(201, "")]
    [InlineData(204, "")]
    [InlineData(302, "")]
    [InlineData(404, "")]
    [InlineData(502, "bad gateway")]
    public async Task What_is_not_the_storages_own_answer_is_neither_a_record_nor_a_write(int status, string body)
    {
        using var portal = new StubServer(_ => (status, body, []));
        var engine = new BlobContainer(new Uri(portal.Address + "a/c/"), new BlobAccess(Azurite.Secret("sig=x")), new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false }), TimeProvider.System);

        await Assert.ThrowsAsync<StateStoreException>(async () => await engine.LoadAsync("x", TimeSpan.FromSeconds(5), default));
        await Assert.ThrowsAsync<StateStoreException>(async () => await engine.SaveAsync("x", "text", null, TimeSpan.FromSeconds(5), default));
        Assert.False(engine.Clock.TryRead(out _, out _));
    }

    [AzuriteFact]
    public async Task Where_the_store_is_required_nothing_begins_without_it()
    {
        Azurite azurite = await Azurite.GetAsync();
        using var line = new StormyLine(await azurite.NewContainerAsync());
        using JpoClient client = NewClient(line.Container, azurite.Signature(), isRequired: true, patience: 1);
        await client.ConnectAsync();
        line.Fault = static (_, _) => LineFault.Refused;

        JpoStateStoreException error = await Assert.ThrowsAsync<JpoStateStoreException>(() => client.Patents.GetProgressAsync(TestNumber.Patent(1)));

        Assert.DoesNotContain("sig=", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_server.Service.Log.Calls);
    }

    [AzuriteFact]
    public async Task A_run_that_loses_the_store_goes_on_with_a_tenth_and_hands_over_what_it_counted()
    {
        Azurite azurite = await Azurite.GetAsync();
        string container = await azurite.NewContainerAsync();
        using var line = new StormyLine(container);
        _server.Service.Counters.SetLimit(Progress, 100);
        var activities = new Activities();
        int answered = 0;
        using (JpoClient client = NewClient(line.Container, azurite.Signature(), patience: 1))
        {
            client.SetQuotaLimit(Progress, 100);
            await client.ConnectAsync();
            line.Fault = static (_, _) => LineFault.Refused;
            for (int serial = 0; serial < 15; serial++)
            {
                try
                {
                    await client.Patents.GetProgressAsync(TestNumber.Patent(serial), new JpoCallOptions { Activity = activities });
                    answered++;
                }
                catch (JpoQuotaExhaustedException)
                {
                    // The tenth is spent.
                }

                // Told with the call that waited in vain, not with the next one.
                Assert.Single(activities.Warnings);
                Assert.NotEmpty(activities.Of(JpoActivityKind.Waiting));
            }

            Assert.True(client.IsStateAlone);
            line.Fault = static (_, _) => LineFault.None;
        }

        Assert.Equal(10, answered);
        using JpoClient back = NewClient(line.Container, azurite.Signature());
        await back.Patents.GetProgressAsync(TestNumber.Patent(500));
        Assert.Equal(11, back.GetQuota(Progress).Used);
        Assert.Equal(11, _server.Service.Counters.Used(Progress));
    }

    [AzuriteFact]
    public async Task A_store_that_is_gone_for_a_moment_is_waited_for_without_a_warning()
    {
        Azurite azurite = await Azurite.GetAsync();
        using var line = new StormyLine(await azurite.NewContainerAsync());
        var activities = new Activities();
        using JpoClient client = NewClient(line.Container, azurite.Signature());
        await client.ConnectAsync();
        int failures = 4;
        line.Fault = (_, _) => Interlocked.Decrement(ref failures) >= 0 ? (LineFault)(1 + (failures % 5)) : LineFault.None;

        await client.Patents.GetProgressAsync(TestNumber.Patent(1), new JpoCallOptions { Activity = activities });

        Assert.True(failures < 0);
        Assert.NotEmpty(activities.Of(JpoActivityKind.Waiting));
        Assert.Empty(activities.Warnings);
        Assert.False(client.IsStateAlone);
        Assert.Equal(1, client.GetQuota(Progress).Used);
    }

    [AzuriteFact]
    public async Task On_a_line_that_cuts_refuses_collides_hangs_and_lies_every_change_is_done_once()
    {
        Azurite azurite = await Azurite.GetAsync();
        using var line = new StormyLine(await azurite.NewContainerAsync());
        LineFault[] faults = [LineFault.Cut, LineFault.CutAfterwards, LineFault.Bare, LineFault.BareAfterwards, LineFault.Refused, LineFault.Collision];

        // One in three, in turn; and one that says nothing.
        line.Fault = (method, number) => number == 40 ? LineFault.Hang : number % 3 == 0 && method == "PUT" ? faults[number / 3 % faults.Length] : LineFault.None;
        CompareAndSetStore[] machines = Enumerable.Range(0, 3)
            .Select(_ => new CompareAndSetStore(Open(line.Container, azurite.Signature()), "v1/", TimeProvider.System, static () => 0.1, new StoreHealth(TimeProvider.System), static _ => { }))
            .ToArray();

        await Task.WhenAll(machines.Select(machine => Task.Run(async () =>
        {
            for (int n = 0; n < 20; n++)
            {
                await machine.UpdateAsync(
                    "count", static (ref string text, RecordFacts _) => text = (1 + (text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture))).ToString(CultureInfo.InvariantCulture));
            }
        })));

        Assert.Equal("60", await machines[0].ReadAsync("count"));
        Assert.True(line.Requests > 90);
    }

    [AzuriteFact]
    public async Task A_signature_that_does_not_let_read_is_refused_at_connecting()
    {
        Azurite azurite = await Azurite.GetAsync();
        string container = await azurite.NewContainerAsync();

        Assert.Contains("SAS", await RefusedAsync(container, azurite.Signature(permissions: "cwadl")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_of_a_managed_identity_comes_from_the_endpoint_of_the_machine()
    {
        var asked = new List<string>();
        using var endpoint = new StubServer(request =>
        {
            asked.Add(request.RawUrl + " " + request.Headers["X-IDENTITY-HEADER"]);
            return (200, """{"access_token":"the-token","expires_on":"4102444800","token_type":"Bearer"}""", []);
        });
        string? authorization = null;
        using var storage = new StubServer(request =>
        {
            authorization = request.Headers["Authorization"];
            return (200, "jpopatent 1\n\ntext", new() { ["ETag"] = "\"1\"", ["x-ms-request-id"] = "r" });
        });
        var environment = new Dictionary<string, string?> { ["IDENTITY_ENDPOINT"] = endpoint.Address + "msi", ["IDENTITY_HEADER"] = "header-secret" };
        using var identity = new ManagedIdentity(new HttpMessageInvoker(Transport.CreateDirect()), TimeProvider.System, name => environment.GetValueOrDefault(name));
        var engine = new BlobContainer(new Uri(storage.Address + "a/c/"), new BlobAccess(identity), new HttpMessageInvoker(new SocketsHttpHandler()), TimeProvider.System);

        await engine.LoadAsync("x", TimeSpan.FromSeconds(5), default);
        await engine.LoadAsync("x", TimeSpan.FromSeconds(5), default);

        Assert.Equal("/msi?api-version=2019-08-01&resource=https%3A%2F%2Fstorage.azure.com%2F header-secret", Assert.Single(asked));
        Assert.Equal("Bearer the-token", authorization);
    }

    [Theory]
    [InlineData("""{"access_token":"the-token","expires_in":"3600"}""", null)]
    [InlineData("""{"access_token":"the-token","expires_in":3600}""", "my-client")]
    [InlineData("""{"access_token":"the-token","expires_on":"100"}""", null)]
    public async Task A_virtual_machine_is_told_its_token_by_the_instance_metadata(string answer, string? client)
    {
        var asked = new List<string>();
        using var endpoint = new StubServer(request =>
        {
            asked.Add(request.RawUrl + " " + request.Headers["Metadata"] + " " + request.Headers["X-IDENTITY-HEADER"] + request.Headers["Authorization"]);
            return (200, answer, []);
        });
        var environment = new Dictionary<string, string?> { ["AZURE_CLIENT_ID"] = client };
        using var identity = new ManagedIdentity(
            new HttpMessageInvoker(Transport.CreateDirect()), TimeProvider.System, name => environment.GetValueOrDefault(name), endpoint.Address + "metadata/identity/oauth2/token");

        // Also where by this machine's clock the token has ended long ago: it is used, and not fetched with every request.
        Assert.Equal(["the-token", "the-token"], [await identity.GetAsync(default), await identity.GetAsync(default)]);

        string more = client == null ? string.Empty : "&client_id=" + client;
        Assert.Equal("/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fstorage.azure.com%2F" + more + " true ", Assert.Single(asked));
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(404, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(200, false)]
    public async Task A_machine_without_an_identity_says_so_and_one_that_is_busy_is_asked_again(int status, bool isRefusal)
    {
        using var endpoint = new StubServer(_ => (status, "<html>", []));
        using var identity = new ManagedIdentity(new HttpMessageInvoker(Transport.CreateDirect()), TimeProvider.System, static _ => null, endpoint.Address + "token");

        StateStoreException error = await Assert.ThrowsAsync<StateStoreException>(() => identity.GetAsync(default));

        Assert.Equal(isRefusal, error.IsRefusal);
        Assert.Contains("-StateToken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_store_does_not_take_any_more_is_replaced_at_once()
    {
        int tokens = 0;
        using var endpoint = new StubServer(_ => (200, "{\"access_token\":\"token" + ++tokens + "\",\"expires_in\":86400}", []));
        using var storage = new StubServer(request => request.Headers["Authorization"] == "Bearer token1"
            ? (401, string.Empty, new() { ["x-ms-error-code"] = "InvalidAuthenticationInfo", ["x-ms-request-id"] = "r" })
            : (201, string.Empty, new() { ["ETag"] = "\"1\"", ["x-ms-request-id"] = "r" }));
        using var identity = new ManagedIdentity(new HttpMessageInvoker(Transport.CreateDirect()), TimeProvider.System, static _ => null, endpoint.Address + "token");
        using var engine = new BlobContainer(new Uri(storage.Address + "a/c/"), new BlobAccess(identity), new HttpMessageInvoker(new SocketsHttpHandler()), TimeProvider.System);

        Assert.Equal("\"1\"", await engine.SaveAsync("x", "text", null, TimeSpan.FromSeconds(20), default));

        Assert.Equal(2, tokens);
    }

    [Fact]
    public void The_endpoint_of_the_machine_is_never_asked_through_a_proxy()
    {
        using var direct = Assert.IsType<HttpClientHandler>(Transport.CreateDirect());

        Assert.False(direct.UseProxy);
    }

    [Fact]
    public async Task An_arc_machine_reads_the_key_only_from_where_its_agent_keeps_keys()
    {
        string programs = _folder.Path;
        string folder = Directory.CreateDirectory(Path.Combine(programs, "AzureConnectedMachineAgent", "Tokens")).FullName;
        string key = Path.Combine(folder, "a.key");
        string elsewhere = Path.Combine(programs, "b.key");
        File.WriteAllText(key, "key-of-arc");
        File.WriteAllText(elsewhere, "something else");
        string named = key;
        var authorizations = new List<string?>();
        using var endpoint = new StubServer(request =>
        {
            authorizations.Add(request.Headers["Authorization"]);
            return request.Headers["Authorization"] == "Basic key-of-arc"
                ? (200, """{"access_token":"arc-token","expires_in":3600}""", [])
                : (401, string.Empty, new() { ["WWW-Authenticate"] = "Basic realm=" + named });
        });
        var environment = new Dictionary<string, string?> { ["IDENTITY_ENDPOINT"] = endpoint.Address + "arc", ["ProgramData"] = programs };
        using var identity = new ManagedIdentity(new HttpMessageInvoker(Transport.CreateDirect()), TimeProvider.System, name => environment.GetValueOrDefault(name));

        Assert.Equal("arc-token", await identity.GetAsync(default));
        named = elsewhere;
        identity.Forget();
        StateStoreException error = await Assert.ThrowsAsync<StateStoreException>(() => identity.GetAsync(default));

        Assert.True(error.IsRefusal);
        Assert.DoesNotContain("Basic something else", authorizations);
    }

    [Theory]
    [InlineData("https://account.blob.core.windows.net/container?sv=1&sig=secret")]
    [InlineData("https://user:secret@account.blob.core.windows.net/container")]
    [InlineData("https://account.blob.core.windows.net/")]
    [InlineData("http://account.blob.core.windows.net/container")]
    [InlineData("https://account.blob.core.windows.net/container#secret")]
    [InlineData("https:account")]
    [InlineData("https://account.blob.core.windows.net/container&sig=secret")]
    [InlineData("https://account.blob.core.windows.net/sig%3Dsecret")]
    [InlineData(" https://account.blob.core.windows.net/container?secret")]
    public void An_address_that_cannot_be_one_is_refused_without_showing_a_secret(string address)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => StateAddress.Parse(address));

        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    private async Task<string> RefusedAsync(string container, string signature)
    {
        using JpoClient client = NewClient(container, signature);
        JpoStateStoreException error = await Assert.ThrowsAsync<JpoStateStoreException>(() => client.ConnectAsync());
        Assert.DoesNotContain("sig=", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(signature, error.ToString(), StringComparison.Ordinal);
        return error.Message;
    }

    private static BlobContainer Open(string container, string signature) =>
        new(new Uri(container + "/"), new BlobAccess(Azurite.Secret(signature)), new HttpMessageInvoker(new SocketsHttpHandler()), TimeProvider.System);

    private WorkerProcess NewWorker(string container, string signature, int from, int count) =>
        new(_server.BaseUri, container, from, count, environment: new Dictionary<string, string> { ["JPO_API_STATE_TOKEN"] = signature, ["TMPDIR"] = _folder.Path });

    private JpoClient NewClient(string container, string signature, bool isRequired = false, double? patience = null) => new(new JpoClientOptions
    {
        Credential = TestClient.Credential(),
        BaseUri = _server.BaseUri,
        StatePath = container,
        StateToken = Azurite.Secret(signature),
        StateRequired = isRequired,
        StatePatience = patience is { } seconds ? TimeSpan.FromSeconds(seconds) : CompareAndSetStore.DefaultPatience,
        RequestsPerMinute = 0,
        OpdRequestsPerMinute = 0,
    });

    /// <summary>A server on loopback that says one thing.</summary>
    private sealed class StubServer : IDisposable
    {
        private readonly HttpListener _listener;

        internal StubServer(Func<HttpListenerRequest, (int Status, string Body, Dictionary<string, string> Headers)> answer)
        {
            (_listener, Uri address) = StormyLine.Listen();
            Address = address.ToString();
            _ = Task.Run(async () =>
            {
                while (_listener.IsListening)
                {
                    HttpListenerContext context = await _listener.GetContextAsync();
                    (int status, string body, Dictionary<string, string> headers) = answer(context.Request);
                    context.Response.StatusCode = status;
                    foreach ((string name, string value) in headers)
                    {
                        context.Response.Headers[name] = value;
                    }

                    byte[] bytes = Encoding.UTF8.GetBytes(body);
                    if (bytes.Length > 0)
                    {
                        await context.Response.OutputStream.WriteAsync(bytes);
                    }

                    context.Response.Close();
                }
            });
        }

        internal string Address { get; }

        public void Dispose() => ((IDisposable)_listener).Dispose();
    }
}
