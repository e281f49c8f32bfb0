using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.TestServer;

/// <summary>The server as a program of its own, and in a mode of its own a client that runs over numbers.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            if (arguments is ["worker", ..])
            {
                return await Worker.RunAsync(arguments.AsMemory(1)).ConfigureAwait(false);
            }

            if (arguments is ["soak", ..])
            {
                return await Soak.RunAsync(arguments.AsMemory(1)).ConfigureAwait(false) == 0 ? 0 : 1;
            }

            await ServeAsync(arguments).ConfigureAwait(false);
            return 0;
        }
        catch (ArgumentException error)
        {
            await Console.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            return 2;
        }
    }

    private static async Task ServeAsync(string[] arguments)
    {
        var options = new CommandLine(arguments, [
            "--sandbox", "--port", "--recordings", "--keep-counters", "--user", "--password", "--expires-in", "--refresh-expires-in", "--delay", "--per-minute",
            "--opd-per-minute", "--left", "--limit", "--clock"]);
        var service = new ScriptedService { Delay = TimeSpan.FromMilliseconds(options.Number("--delay") ?? 0) };
        if (options.Text("--clock") is { } clock)
        {
            service.Clock.Set(DateTimeOffset.Parse(clock, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        }

        if (options.Has("--sandbox"))
        {
            UseSandbox(service, options);
        }
        else
        {
            Script(service, options);
        }

        await using LoopbackServer server = await LoopbackServer.StartAsync(service, options.Number("--port") ?? 0).ConfigureAwait(false);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(0));
        Console.WriteLine("listening " + server.BaseUri.GetLeftPart(UriPartial.Authority));
        await Console.Out.FlushAsync().ConfigureAwait(false);
        await server.Stopped.ConfigureAwait(false);
    }

    private static void Script(ScriptedService service, CommandLine options)
    {
        service.PerMinute = options.Number("--per-minute");
        service.OpdPerMinute = options.Number("--opd-per-minute");
        if (options.Text("--recordings") is { } folder)
        {
            service.Answers = new RecordedAnswers(folder, options.Has("--keep-counters"));
        }

        service.Tokens.UserName = options.Text("--user") ?? service.Tokens.UserName;
        service.Tokens.Password = options.Text("--password") ?? service.Tokens.Password;
        service.Tokens.ExpiresIn = options.Number("--expires-in") ?? service.Tokens.ExpiresIn;
        service.Tokens.RefreshExpiresIn = options.Number("--refresh-expires-in") ?? service.Tokens.RefreshExpiresIn;
        Each(options, "--limit", service.Counters.SetLimit);
        Each(options, "--left", service.Counters.SetLeft);
    }

    /// <summary>The sandbox with its own rules, of which every one can be changed; a rate of 0 switches the rule per minute off.</summary>
    private static void UseSandbox(ScriptedService service, CommandLine options)
    {
        if (options.Has("--recordings"))
        {
            throw new ArgumentException("--sandbox and --recordings exclude each other.");
        }

        var sandbox = new HostedSandbox(service.Clock, rules =>
        {
            rules.DomesticPerMinute = options.Number("--per-minute") ?? rules.DomesticPerMinute;
            rules.OpdPerMinute = options.Number("--opd-per-minute") ?? rules.OpdPerMinute;
            rules.TokenLifetime = TimeSpan.FromSeconds(options.Number("--expires-in") ?? rules.TokenLifetime.TotalSeconds);
            rules.RefreshLifetime = TimeSpan.FromSeconds(options.Number("--refresh-expires-in") ?? rules.RefreshLifetime.TotalSeconds);
            rules.Accounts = new Dictionary<string, string>
            {
                [options.Text("--user") ?? TokenDesk.DefaultUserName] = options.Text("--password") ?? TokenDesk.DefaultPassword,
            };
            Each(options, "--limit", (api, limit) => rules.DailyLimits[api.Id] = limit);
        });
        Each(options, "--left", sandbox.SetLeft);
        service.Whole = sandbox;
    }

    private static void Each(CommandLine options, string name, Action<ApiDescriptor, int> set)
    {
        foreach (string pair in options.All(name))
        {
            string[] parts = pair.Split('=');
            if (parts.Length != 2 || ApiCatalog.Find(parts[0]) is not { } api)
            {
                throw new ArgumentException(name + " takes api=number, such as patent/app_progress=800.");
            }

            set(api, int.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }
}
