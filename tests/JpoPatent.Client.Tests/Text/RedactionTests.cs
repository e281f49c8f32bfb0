using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>What leaves the client as text holds no secret, whoever wrote the text.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData("to proxy 'http://user:pässw0rd@host:31001/' failed", "to proxy 'http://host:31001/' failed")]
    [InlineData("http://user:p@ss:w@host/", "http://host/")]
    [InlineData("(https://only-user@host)", "(https://host)")]
    [InlineData("GET https://store.test/a/b.zip?X-Amz-Signature=abc&X=1: 403", "GET https://store.test/a/b.zip?*** 403")]
    [InlineData("https://account.blob.core.windows.net/c?sv=1&sig=abc%3D", "https://account.blob.core.windows.net/c?***")]
    [InlineData("?sv=2022&sig=abc%3D&se=1", "?sv=2022&sig=***&se=1")]
    [InlineData("Authorization: Bearer eyJhbGciOi", "Authorization: Bearer ***")]
    [InlineData("""{"access_token":"abc","refresh_token" : "def"}""", """{"access_token":"***","refresh_token" : "***"}""")]
    [InlineData("nobody@example.com asked for https://www.j-platpat.inpit.go.jp/c1800/DE/JP-2020-015234/30/ja", "nobody@example.com asked for https://www.j-platpat.inpit.go.jp/c1800/DE/JP-2020-015234/30/ja")]
    [InlineData("1-1 patent/app_progress 2020000001: no whole answer came within 3 s.", "1-1 patent/app_progress 2020000001: no whole answer came within 3 s.")]
    public void Secrets_are_hidden_and_the_rest_stays(string text, string expected) => Assert.Equal(expected, Redaction.Clean(text));

    [Fact]
    public void An_exception_of_the_framework_is_passed_on_only_if_it_can_be_seen()
    {
        var harmless = new HttpRequestException("No such host is known.", new SocketException(11001));
        Assert.Same(harmless, Redaction.Clean(harmless));

        Exception told = Redaction.Clean(new HttpRequestException("outer", new IOException("proxy http://user:secret-1@host/ refused")))!;
        Assert.DoesNotContain("secret-1", told.ToString(), StringComparison.Ordinal);
        Assert.Contains("http://host/ refused", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:p%40ss%3Aw%2Frd@127.0.0.1:3128", "user", "p@ss:w/rd", "http://127.0.0.1:3128/")]
    [InlineData("http://user@127.0.0.1:3128", "user", "", "http://127.0.0.1:3128/")]
    [InlineData("http://127.0.0.1:3128", null, null, "http://127.0.0.1:3128/")]
    public void The_user_name_in_a_proxys_address_becomes_its_credential(string address, string? user, string? password, string shown)
    {
        WebProxy proxy = ProxyAddress.Parse(new Uri(address));

        var credential = (NetworkCredential?)proxy.Credentials;
        Assert.Equal((user, password, shown), (credential?.UserName, credential?.Password, proxy.Address!.AbsoluteUri));
        var given = new WebProxy(new Uri(address));
        Assert.Equal(shown, ((WebProxy)ProxyAddress.Of(given)!).Address!.AbsoluteUri);
    }

    [Theory]
    [InlineData("407 Proxy Authentication Required")]
    [InlineData("502 Bad Gateway")]
    [InlineData("401 Unauthorized")]
    public async Task A_proxy_that_refuses_the_tunnel_does_not_learn_us_its_password(string status)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string seen = string.Empty;
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using TcpClient one = await listener.AcceptTcpClientAsync();
                byte[] buffer = new byte[4096];
                int read = await one.GetStream().ReadAsync(buffer);
                seen += Encoding.ASCII.GetString(buffer, 0, read);
                await one.GetStream().WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 " + status + "\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            }
        });
        using var folder = new TempFolder();
        var activities = new Activities();
        using var client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential(),
            BaseUri = new Uri("https://ip-data.invalid"),
            StatePath = folder.Path,
            Timeout = TimeSpan.FromSeconds(30),
            CallTimeout = TimeSpan.FromSeconds(0.5),
            Proxy = new WebProxy(new Uri("http://pu:ProxySECRET@127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port)),
        });

        JpoException error = await Assert.ThrowsAnyAsync<JpoException>(() => client.ConnectAsync(activities));

        string everything = error + string.Concat(client.RecentFailures) + string.Join("\n", activities.All);
        for (Exception? inner = error; inner != null; inner = inner.InnerException)
        {
            everything += inner.Message + string.Join(" ", inner.Data.Values);
        }

        Assert.DoesNotContain("ProxySECRET", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("pu:", everything, StringComparison.Ordinal);
        Assert.StartsWith("CONNECT ip-data.invalid:443", seen, StringComparison.Ordinal);
        if (status.StartsWith("407", StringComparison.Ordinal))
        {
            Assert.Contains("Proxy-Authorization: Basic " + Convert.ToBase64String("pu:ProxySECRET"u8.ToArray()), seen, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Control_characters_of_the_service_become_blanks_wherever_they_come()
    {
        using var bench = new Bench();
        bench.Service.Answers = new DelegateAnswers(call => ServiceAnswer.Envelope(
            200, "100", remaining: call.Remaining, data: $$"""{"applicationNumber":"{{call.Parameters}}","inventionTitle":"装\u001b]0;x\u0007\u0000置{{'\u009b'}}2J","applicantAttorney":[{"name":"名\u001b[2J{{'\u007f'}}前","applicantAttorneyClass":"1"}]}"""));

        PatentProgress progress = bench.Get(1);

        Assert.Equal("装 ]0;x  置 2J", progress.InventionTitle);
        Assert.Equal("名 [2J 前", progress.Applicants[0].Name);
        Assert.Equal("装 ]0;x  置 2J", bench.Get(1).InventionTitle);

        bench.Service.Faults.Add(new Fault { Body = "{\"result\":{\"statusCode\":\"9\\u001b[2J9\",\"errorMessage\":\"a\\u001bb\",\"data\":{}}}", Status = 200 });
        JpoServiceException error = Assert.Throws<JpoServiceException>(() => bench.Get(2));
        Assert.DoesNotContain(error.Message + error.StatusCode, char.IsControl);
        Assert.Contains("which JPO's handbook does not list", error.Message, StringComparison.Ordinal);
    }
}
