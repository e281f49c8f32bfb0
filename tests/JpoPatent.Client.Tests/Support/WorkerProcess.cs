using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks;
using JpoPatent.TestServer;

namespace JpoPatent.Tests;

/// <summary>A process of its own that runs clients over numbers.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _read = [];

    internal WorkerProcess(Uri baseUri, string statePath, int from, int count, int clients = 2, IReadOnlyDictionary<string, string>? environment = null, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            typeof(LoopbackServer).Assembly.Location, "worker", "--base", baseUri.GetLeftPart(UriPartial.Authority), "--state", statePath,
            "--from", from.ToString(CultureInfo.InvariantCulture), "--count", count.ToString(CultureInfo.InvariantCulture), "--clients", clients.ToString(CultureInfo.InvariantCulture), .. more,
        ];
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
    }

    public void Dispose() => _process.Dispose();

    /// <summary>The next line that is worth a look, or null at the end.</summary>
    internal async Task<string?> NextLineAsync() => await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false);

    /// <summary>Stops it where it stands, as a user's Ctrl+Z does.</summary>
    internal void Suspend()
    {
        using Process stop = Process.Start("kill", ["-STOP", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        stop.WaitForExit();
    }

    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The lines that it wrote.</returns>
    internal async Task<IReadOnlyList<string>> RunToEndAsync()
    {
        List<string> lines = _read;
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lines.Add(line);
        }

        await _process.WaitForExitAsync().ConfigureAwait(false);
        return lines;
    }

    /// <summary>Waits for the first line that begins so; those before it are in the result of <see cref="RunToEndAsync"/>.</summary>
    internal async Task WaitForAsync(string beginning)
    {
        while (await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            _read.Add(line);
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("It ended without a line of " + beginning);
    }

    /// <summary>Waits for so many lines, then kills it in the middle of whatever it does.</summary>
    internal async Task KillAfterAsync(int lines)
    {
        for (int i = 0; i < lines; i++)
        {
            await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false);
        }

        _process.Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
    }
}
