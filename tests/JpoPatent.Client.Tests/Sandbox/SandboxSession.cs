using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using JpoPatent.Sandbox;
using JpoPatent.Sandbox.World;
using Xunit;

namespace JpoPatent.Tests.Sandbox;

/// <summary>A service, a clock and somebody who is signed in.</summary>
internal sealed class SandboxSession
{
    public const string User = "tester-01";

    private string? _token;

    public SandboxSession(Action<SandboxOptions>? configure = null)
    {
        // Sunday noon in Japan.
        Time = new FakeTime(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
        var options = new SandboxOptions { Time = Time };
        configure?.Invoke(options);
        Service = new SandboxService(options);
    }

    public FakeTime Time { get; }

    public SandboxService Service { get; }

    /// <summary>A session without the limits that get in the way of asking a lot.</summary>
    public static SandboxSession Unlimited() => new(options =>
    {
        options.DomesticPerMinute = 0;
        options.OpdPerMinute = 0;
        foreach (ApiDescriptor api in ApiCatalog.All)
        {
            options.DailyLimits[api.Id] = int.MaxValue;
        }
    });

    public static JsonElement Json(SandboxResponse response)
    {
        using JsonDocument document = JsonDocument.Parse(response.Body);
        return document.RootElement.Clone();
    }

    public static string Code(SandboxResponse response) => Json(response).GetProperty("result").GetProperty("statusCode").GetString()!;

    public static string Remaining(SandboxResponse response) => Json(response).GetProperty("result").GetProperty("remainAccessCount").GetString()!;

    public static string Header(SandboxResponse response, string name) => response.Headers.Single(header => header.Key == name).Value;

    public SandboxResponse Token(string form) => Service.Handle(new SandboxRequest("POST", "/auth/token", null, Encoding.UTF8.GetBytes(form)));

    public string SignIn(string user = User)
    {
        SandboxResponse response = Token("grant_type=password&username=" + user + "&password=secret");
        Assert.Equal(200, response.Status);
        return Json(response).GetProperty("access_token").GetString()!;
    }

    public SandboxResponse Get(string path, string? token = null) =>
        Service.Handle(new SandboxRequest("GET", path, "Bearer " + (token ?? (_token ??= SignIn()))));

    public SandboxResponse Get(ApiDescriptor api, params string[] parameters) => Get(api.Path + string.Join("/", parameters.Select(Uri.EscapeDataString)));

    /// <summary>The data of an answer that must be a success; null for 107 and 111.</summary>
    public JsonElement? Data(ApiDescriptor api, params string[] parameters)
    {
        JsonElement result = Json(Get(api, parameters)).GetProperty("result");
        string code = result.GetProperty("statusCode").GetString()!;
        if (code is "107" or "111")
        {
            return null;
        }

        Assert.Equal("100", code);
        return result.GetProperty("data");
    }

    /// <summary>Numbers spread over the years in which there are cases, the same every time.</summary>
    public static IEnumerable<string> PatentNumbers(int count)
    {
        for (int i = 0; i < count; i++)
        {
            int year = 2004 + (i * 7 % 23);
            int serial = i % 5 == 4 ? 500_001 + (int)(i * 7_919L % 72_000) : 1 + (int)(i * 104_729L % 360_000);
            yield return $"{year:D4}{serial:D6}";
        }
    }
}
