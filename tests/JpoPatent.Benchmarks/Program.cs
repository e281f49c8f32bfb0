using System;
using System.Globalization;
using System.Threading.Tasks;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace JpoPatent.Benchmarks;

/// <summary>
/// <c>quick</c>: the figures of the goals, as JSON, within a minute. <c>serve</c>: the loopback server of compare.ps1. <c>call</c> and its address: what a call costs
/// without a shell. <c>fill</c>: a full cache. <c>book</c>: a process that books
/// accesses, for the contended figures. Anything else goes to BenchmarkDotNet, such as <c>--filter *</c>.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["quick", ..]:
                QuickRun.Run(rounds: arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 5);
                return 0;
            case ["serve"]:
                await PreparedService.ServeAsync().ConfigureAwait(false);
                return 0;
            case ["call", var server, ..]:
                await CallRun.RunAsync(new Uri(server), rounds: 20).ConfigureAwait(false);
                return 0;
            case ["fill", var folder, var userName, var server, var count]:
                FillRun.Run(folder, userName, new Uri(server), int.Parse(count, CultureInfo.InvariantCulture));
                return 0;
            case ["watch", ..]:
                return WatchRun.Run(arguments);
            case ["book", var state]:
                BookingProcess.Work(state);
                return 0;
            default:
                // In this process: what is measured keeps nothing between runs, and no second project has to be built.
                IConfig config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, config);
                return 0;
        }
    }
}
