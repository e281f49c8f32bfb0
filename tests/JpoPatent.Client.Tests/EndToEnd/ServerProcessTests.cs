using System;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>The sandbox from the command line of the test server.</summary>
public sealed class ServerProcessTests
{
    [Fact]
    public async Task The_sandbox_serves_from_the_command_line_with_the_rules_that_it_is_given()
    {
        await using ServerProcess server = await ServerProcess.StartAsync(
            "--sandbox", "--per-minute", "0", "--opd-per-minute", "0", "--left", "patent/app_progress=15", "--limit", "opd/family_list=1", "--clock", "2026-11-20T03:00:00Z",
            "--user", "somebody-1", "--password", "geheim");
        using var folder = new TempFolder();
        using var client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential("somebody-1", "geheim"),
            BaseUri = server.BaseUri,
            StatePath = folder.Path,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
        });
        await client.ConnectAsync();
        int answered = 0;
        int exhausted = 0;
        foreach (JpoNumber number in Cases.Numbers(JpoLaw.Patent, 20))
        {
            try
            {
                await client.Patents.GetProgressAsync(number);
                answered++;
            }
            catch (JpoEmptyAnswerException)
            {
                answered++;
            }
            catch (JpoQuotaExhaustedException)
            {
                exhausted++;
            }
        }

        Assert.Equal((15, 5), (answered, exhausted));
        string family = "JP." + Cases.Patent(found => found.RegistrationNumber != null).Number + ".A";
        OpdFamilyMember member = (await client.Opd.GetFamilyListAsync(Cases.Dossier(family)))[0];
        Assert.Equal(2026, member.RetrievedAt.Year);
        await Assert.ThrowsAsync<JpoQuotaExhaustedException>(() => client.Opd.GetFamilyListAsync(Cases.Dossier("JP.2015000001.A")));

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.BaseUri };
        using JsonDocument log = JsonDocument.Parse(await http.GetStringAsync("/control/log"));
        Assert.Equal(16, log.RootElement.GetProperty("calls").GetInt32());
        Assert.Equal(0, log.RootElement.GetProperty("overLimit").GetInt32());
        Assert.Equal(1, log.RootElement.GetProperty("logins").GetInt32());
        Assert.Equal(800, log.RootElement.GetProperty("used").GetProperty("patent/app_progress").GetInt32());

        // Who moves the server's clock moves the sandbox along; what it took at its start it keeps.
        using HttpResponseMessage moved = await http.PostAsync("/control/clock?add=1.00:00:00", null);
        Assert.True(moved.IsSuccessStatusCode);
        using JsonDocument tomorrow = JsonDocument.Parse(await http.GetStringAsync("/control/log"));
        Assert.False(tomorrow.RootElement.GetProperty("used").TryGetProperty("patent/app_progress", out _));
        using HttpResponseMessage spent = await http.PostAsync("/control/limit?api=patent/app_progress&left=7", null);
        Assert.Contains("\"patent/app_progress\":793", await spent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (string refused in new[] { "/control/limit?api=patent/app_progress&limit=7", "/control/tokens?expiresIn=1", "/control/service?perMinute=3" })
        {
            using HttpResponseMessage answer = await http.PostAsync(refused, null);
            Assert.Equal(400, (int)answer.StatusCode);
        }

        using HttpResponseMessage stopped = await http.PostAsync("/control/stop", null);
        Assert.Equal(0, await server.WaitForExitAsync());
    }

    [Fact]
    public async Task Another_password_is_refused_by_the_sandbox_too()
    {
        await using SandboxBench bench = await SandboxBench.StartAsync();
        using var folder = new TempFolder();
        using var client = new JpoClient(new JpoClientOptions { Credential = TestClient.Credential(password: "falsch"), BaseUri = bench.BaseUri, StatePath = folder.Path, RequestsPerMinute = 0 });
        await Assert.ThrowsAsync<JpoAuthenticationException>(() => client.ConnectAsync());
        Assert.Equal((0, 1), (bench.Sandbox.Logins, bench.Sandbox.RefusedLogins));
        Assert.Empty(bench.Log.Calls);
    }

    [Theory]
    [InlineData("--sandbox", "--recordings", "somewhere")]
    [InlineData("--sandbox", "--left", "patent/no_such_api=3")]
    [InlineData("--sandbox", "--unheard-of", "1")]
    public async Task What_cannot_be_meant_is_refused(params string[] arguments)
    {
        (int exitCode, string error) = await ServerProcess.RefuseAsync(arguments);
        Assert.Equal(2, exitCode);
        Assert.NotEmpty(error);
    }
}
