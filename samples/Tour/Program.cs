using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace JpoPatent.Tour;

/// <summary>Plays Tour.ps1 in the PowerShell that the repository's tool manifest names, so that the tour needs only the .NET SDK.</summary>
internal static class Program
{
    private static int Main()
    {
        string root = typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        using JsonDocument? found = FetchShell(Path.Combine(root, "build", "Shell", "Shell.proj"));
        if (found is null)
        {
            Console.Error.WriteLine("The tour plays in PowerShell, which could not be fetched from the package registry. Run it again where there is a network.");
            return 1;
        }

        JsonElement shell = found.RootElement.GetProperty("Properties");
        string home = shell.GetProperty("ShellHome").GetString()!;
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        string script = Path.Combine(root, "samples", "Tour", "Tour.ps1");
        foreach (string argument in new[] { shell.GetProperty("ShellPath").GetString()!, "-NoProfile", "-NonInteractive", "-File", script })
        {
            start.ArgumentList.Add(argument);
        }

        // What the shell leaves has a place in the repository, not in the home of the person who runs the tour.
        foreach (string kind in new[] { "cache", "config", "data" })
        {
            start.Environment[$"XDG_{kind.ToUpperInvariant()}_HOME"] = Directory.CreateDirectory(Path.Combine(home, kind)).FullName;
        }

        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Restores the shell's package and says where it is; null, with the reason on the error stream, where it cannot be had.</summary>
    private static JsonDocument? FetchShell(string project)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (string argument in new[] { "msbuild", project, "-restore", "-target:Locate", "-getProperty:ShellPath", "-getProperty:ShellHome" })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0)
        {
            return JsonDocument.Parse(output);
        }

        // Behind what went wrong come the properties, which are of no use then.
        Console.Error.WriteLine(output.Split("\n{", 2)[0].Trim());
        return null;
    }
}
