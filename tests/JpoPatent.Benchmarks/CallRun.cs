using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security;
using System.Text.Json;
using System.Threading.Tasks;
using JpoPatent.TestServer;

namespace JpoPatent.Benchmarks;

/// <summary>What a call costs without a shell around it, beside the same bytes fetched by a bare <see cref="HttpClient"/>: tells the client's share from the shell's.</summary>
internal static class CallRun
{
    private const int Calls = 500;

    internal static async Task RunAsync(Uri server, int rounds)
    {
        using var folder = new ScratchFolder();
        using var password = new SecureString();
        foreach (char c in TokenDesk.DefaultPassword)
        {
            password.AppendChar(c);
        }

        using var client = new JpoClient(new JpoClientOptions
        {
            Credential = new JpoCredential(TokenDesk.DefaultUserName, password),
            BaseUri = server,
            StatePath = folder.Path,
            RequestsPerMinute = 0,
            OpdRequestsPerMinute = 0,
        });
        await client.ConnectAsync().ConfigureAwait(false);
        client.SetQuotaLimit(ApiCatalog.PatentProgress, 1_000_000);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(http, server).ConfigureAwait(false));

        int next = 1;
        var bare = new List<double>();
        var whole = new List<double>();
        var cached = new List<double>();
        for (int round = 0; round <= rounds; round++)
        {
            JpoNumber[] numbers = Enumerable.Range(next, Calls).Select(static serial => JpoNumber.Parse(Corpus.Number(serial), JpoNumberKind.Application, JpoLaw.Patent)).ToArray();
            next += Calls;
            long start = Stopwatch.GetTimestamp();
            foreach (JpoNumber number in numbers)
            {
                await http.GetByteArrayAsync(new Uri(server, ApiCatalog.PatentProgress.Path + number.Value)).ConfigureAwait(false);
            }

            Note(bare, start);
            start = Stopwatch.GetTimestamp();
            foreach (JpoNumber number in numbers)
            {
                await client.Patents.GetProgressAsync(number).ConfigureAwait(false);
            }

            Note(whole, start);
            start = Stopwatch.GetTimestamp();
            foreach (JpoNumber number in numbers)
            {
                await client.Patents.GetProgressAsync(number).ConfigureAwait(false);
            }

            Note(cached, start);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"bareMicroseconds\":{Median(bare):F1},\"callMicroseconds\":{Median(whole):F1},\"cachedMicroseconds\":{Median(cached):F1}}}"));
    }

    private static async Task<string> TokenAsync(HttpClient http, Uri server)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "password", ["username"] = TokenDesk.DefaultUserName, ["password"] = TokenDesk.DefaultPassword });
        using HttpResponseMessage answer = await http.PostAsync(new Uri(server, ScriptedService.TokenPath), form).ConfigureAwait(false);
        using JsonDocument token = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
        return token.RootElement.GetProperty("access_token").GetString()!;
    }

    private static void Note(List<double> times, long start) => times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls);

    private static double Median(List<double> times) => times.Skip(1).Order().ElementAt((times.Count - 1) / 2);
}
