using System;
using System.Diagnostics;
using System.Threading.Tasks;
using JpoPatent.TestServer;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>The test server as a process of its own, as Pester and people start it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri baseUri)
    {
        _process = process;
        BaseUri = baseUri;
    }

    internal Uri BaseUri { get; }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    internal static async Task<ServerProcess> StartAsync(params string[] arguments)
    {
        Process process = Launch(arguments);
        string? line = await process.StandardOutput.ReadLineAsync();
        Assert.StartsWith("listening http://127.0.0.1:", line, StringComparison.Ordinal);
        return new ServerProcess(process, new Uri(line!["listening ".Length..]));
    }

    /// <summary>The exit code and the complaint of a server that does not start.</summary>
    internal static async Task<(int ExitCode, string Error)> RefuseAsync(params string[] arguments)
    {
        using Process process = Launch(arguments);
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    internal async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    private static Process Launch(string[] arguments) => Process.Start(
        new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(LoopbackServer).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
