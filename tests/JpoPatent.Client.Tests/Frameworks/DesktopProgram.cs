using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests.Frameworks;

/// <summary>The program of tests/JpoPatent.Frameworks in one framework, run to its end.</summary>
internal static class DesktopProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Mono on PATH, or null.</summary>
    internal static string? FindMono() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "mono"))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs it and gives what it wrote down, line by line.</summary>
    /// <param name="framework">The framework that it was built for, as its folder is named.</param>
    /// <param name="folder">An empty folder for what it writes.</param>
    /// <exception cref="InvalidOperationException">It failed, or did not end.</exception>
    internal static async Task<IReadOnlyList<string>> RunAsync(string framework, string folder)
    {
        // bin/Debug/net10.0 of these tests is bin/Debug/<framework> of the program.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string bin = Path.Combine(own.Parent!.Parent!.Parent!.Parent!.FullName, "JpoPatent.Frameworks", "bin", own.Parent.Name, framework);
        var start = new ProcessStartInfo { RedirectStandardError = true };
        if (framework != "net472")
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(Path.Combine(bin, "JpoPatent.Frameworks.dll"));
        }
        else if (FindMono() is { } mono)
        {
            start.FileName = mono;
            start.ArgumentList.Add(Path.Combine(bin, "JpoPatent.Frameworks.exe"));
        }
        else
        {
            start.FileName = Path.Combine(bin, "JpoPatent.Frameworks.exe");
        }

        start.ArgumentList.Add(folder);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{start.FileName} did not end within {Limit}.");
        }

        return process.ExitCode == 0
            ? await File.ReadAllLinesAsync(Path.Combine(folder, "seen.txt"), CancellationToken.None)
            : throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}: {await errors}");
    }
}
