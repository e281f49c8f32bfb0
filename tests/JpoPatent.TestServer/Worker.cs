using System;
using System.Linq;
using System.Security;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.TestServer;

/// <summary>
/// A process that uses the client: several clients on one state folder, each as a runspace would have one, share a range of numbers between them. A line a number:
/// the status code, or the exception's type where there is none, and the number.
/// </summary>
internal static class Worker
{
    internal static async Task<int> RunAsync(ReadOnlyMemory<string> arguments)
    {
        var options = new CommandLine(arguments.Span, ["--base", "--state", "--from", "--count", "--clients", "--user", "--password", "--per-minute", "--call-timeout"]);
        int clients = options.Number("--clients") ?? 2;
        int next = options.Number("--from") ?? 0;
        int end = next + (options.Number("--count") ?? throw new ArgumentException("--count is missing."));
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(RunClientAsync))).ConfigureAwait(false);
        Console.WriteLine("done");
        return 0;

        async Task RunClientAsync()
        {
            using var token = new SecureString();
            foreach (char c in Environment.GetEnvironmentVariable("JPO_API_STATE_TOKEN") ?? string.Empty)
            {
                token.AppendChar(c);
            }

            using var client = new JpoClient(new JpoClientOptions
            {
                StateToken = token.Length > 0 ? token : null,
                Credential = TestClient.Credential(options.Text("--user") ?? TokenDesk.DefaultUserName, options.Text("--password") ?? TokenDesk.DefaultPassword),
                BaseUri = new Uri(options.Required("--base")),
                StatePath = options.Required("--state"),
                RequestsPerMinute = options.Number("--per-minute") ?? 0,
                OpdRequestsPerMinute = 0,
                CallTimeout = TimeSpan.FromSeconds(options.Number("--call-timeout") ?? 300),
            });
            await client.ConnectAsync(new WarningLines()).ConfigureAwait(false);
            for (int serial = Interlocked.Increment(ref next) - 1; serial < end; serial = Interlocked.Increment(ref next) - 1)
            {
                string outcome = "100";
                try
                {
                    PatentProgress answer = await client.Patents.GetProgressAsync(TestNumber.Patent(serial), new JpoCallOptions { Activity = new WarningLines() }).ConfigureAwait(false);
                    outcome += answer.FromCache ? " cached" : string.Empty;
                }
                catch (JpoException error)
                {
                    outcome = error.StatusCode ?? error.GetType().Name;
                }

                Console.WriteLine($"{outcome} {serial}");
            }
        }
    }
}
