using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests;

/// <summary>Neither password nor token may be seen anywhere, whatever goes wrong.</summary>
public sealed class SecretTests
{
    private const string Password = "wr0ng-s3cret";

    public static TheoryData<string, bool> Failures => new()
    {
        { "401", false },
        { "503", false },
        { "page", false },
        { "drop", false },
        { "cut", false },
        { "210", true },
        { "999", true },
        { "204", true },
        { "503", true },
        { "page", true },
        { "drop", true },
        { "cut", true },
        { "garbage", true },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void No_failure_shows_a_password_or_a_token(string how, bool isAfterLogin)
    {
        using var bench = new Bench();
        bench.Service.Tokens.Password = isAfterLogin ? Password : "another";
        using JpoClient client = bench.NewClient(Password);
        Fault fault = how switch
        {
            "page" => new Fault { IsPage = true, Status = 200, IsForToken = !isAfterLogin },
            "drop" => new Fault { Breakage = Breakage.BeforeAnswer, IsForToken = !isAfterLogin },
            "cut" => new Fault { Breakage = Breakage.WithinBody, IsForToken = !isAfterLogin },
            "garbage" => new Fault { Body = "{\"result\":{\"statusCode\":\"10", IsForToken = !isAfterLogin },
            "401" or "503" => new Fault { Status = int.Parse(how), IsForToken = !isAfterLogin },
            _ => new Fault { Code = how },
        };
        bench.Service.Faults.Add(Enumerable.Repeat(fault, 10).ToArray());

        JpoException error = Assert.ThrowsAny<JpoException>(() => bench.Get(1, client));

        var words = new StringBuilder().Append(error).Append(client).Append(client.Options.Credential);
        for (Exception? inner = error; inner != null; inner = inner.InnerException)
        {
            words.Append(inner.Message).Append(string.Concat(inner.Data.Values.Cast<object>()));
        }

        foreach (JpoActivity activity in bench.Activities.All)
        {
            words.Append(activity);
        }

        AssertNoSecret(bench, words.ToString());
    }

    [Fact]
    public void Nothing_secret_lies_in_the_state_folder()
    {
        using var bench = new Bench();
        bench.Get(1);
        bench.Get(2);

        foreach (string file in Directory.GetFiles(bench.StatePath, "*", SearchOption.AllDirectories))
        {
            string text = file + Encoding.UTF8.GetString(File.ReadAllBytes(file));
            AssertNoSecret(bench, text);
            Assert.DoesNotContain(TokenDesk.DefaultUserName, text, StringComparison.Ordinal);
        }
    }

    private static void AssertNoSecret(Bench bench, string text)
    {
        IEnumerable<string> secrets = bench.Service.Tokens.HandedOut.Append(Password).Append(TokenDesk.DefaultPassword).Append("Bearer");
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }
}
