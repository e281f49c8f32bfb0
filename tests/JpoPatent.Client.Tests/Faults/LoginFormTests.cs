using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.Faults;

public sealed class LoginFormTests
{
    [Theory]
    [InlineData("plain-Passw0rd")]
    [InlineData("a+b")]
    [InlineData("a&b=c&grant_type=refresh_token")]
    [InlineData("100%")]
    [InlineData("%2B%26")]
    [InlineData("\"double\" 'single' `back`")]
    [InlineData(" blanks at both ends ")]
    [InlineData("パスワード！＋＆％＝")]
    [InlineData("𠮷野家🔑")]
    [InlineData("a\tb\\c/d?e#f;g,h:i|j")]
    [InlineData("é ñ ß Ω")]
    public async Task A_password_arrives_as_it_was_typed(string password)
    {
        using var folder = new TempFolder();
        using var server = new RawServer();
        using var client = new JpoClient(new JpoClientOptions
        {
            Credential = TestClient.Credential("user-01.x_y", password),
            BaseUri = server.BaseUri,
            StatePath = folder.Path,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
        });

        await client.ConnectAsync();

        string form = Assert.Single(server.Forms);
        Assert.All(form, static c => Assert.InRange(c, '!', '~'));
        string[][] fields = form.Split('&').Select(static pair => pair.Split('=')).ToArray();
        Assert.Equal(["grant_type", "username", "password"], fields.Select(static field => field[0]));
        Assert.Equal(["password", "user-01.x_y", password], fields.Select(static field => WebUtility.UrlDecode(field[1])));
    }
}
