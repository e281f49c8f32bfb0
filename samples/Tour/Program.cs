using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Security;
using System.Text;
using System.Threading.Tasks;
using JpoPatent.Sandbox;

namespace JpoPatent.Tour;

/// <summary>Plays Tour.ps1 in PowerShell 7 where it is on PATH; else walks the same steps through the client.</summary>
internal static class Program
{
    private static async Task<int> Main()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        string root = typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;
        return FindOnPath("pwsh") is { } shell ? PlayInShell(shell, root) : await WalkAsync(root);
    }

    private static int PlayInShell(string shell, string root)
    {
        var start = new ProcessStartInfo(shell) { UseShellExecute = false };
        foreach (string argument in new[] { "-NoProfile", "-NonInteractive", "-File", Path.Combine(root, "samples", "Tour", "Tour.ps1") })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static async Task<int> WalkAsync(string root)
    {
        Console.WriteLine("PowerShell 7 (pwsh) is not on PATH, so the tour walks the same steps through the client in C#.");
        Console.WriteLine();
        string state = Path.Combine(Path.GetTempPath(), "JpoPatent.Tour." + Guid.NewGuid().ToString("N"));
        using (var password = new SecureString())
        {
            password.AppendChar('-');
            using var client = new JpoClient(new JpoClientOptions
            {
                Credential = new JpoCredential("sandbox", password),
                BaseUri = new Uri("https://sandbox.invalid"),
                Transport = new SandboxHandler(new SandboxService(new SandboxOptions { DomesticPerMinute = 0 })),
                StatePath = state,
                RequestsPerMinute = 0,
            });
            await client.ConnectAsync();
            Console.WriteLine("The limit before: " + client.GetQuota(ApiCatalog.PatentProgress));
            Console.WriteLine();
            await ReportAsync(client, root);
            Console.WriteLine("The limit after: " + client.GetQuota(ApiCatalog.PatentProgress));
        }

        Directory.Delete(state, recursive: true);
        return 0;
    }

    private static async Task ReportAsync(JpoClient client, string root)
    {
        string result = Path.Combine(root, "out", "tour", "progress.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(result)!);
        using var csv = new StreamWriter(result, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        csv.WriteLine("ApplicationNumber,State,FilingDate,RegistrationNumber,InventionTitle,LatestDate,LatestDocument");
        foreach (string row in File.ReadLines(Path.Combine(root, "samples", "Tour", "portfolio.csv")).Skip(1))
        {
            string written = row.Split(',')[1];
            if (!JpoNumber.TryParse(written, JpoNumberKind.Application, JpoLaw.Patent, out JpoNumber? number, out JpoInvalidNumberException? error))
            {
                Console.WriteLine("Not a case: " + error!.Message);
                continue;
            }

            PatentProgress progress = await client.Patents.GetProgressAsync(number!);
            DocumentEntry? latest = progress.LatestDocument;
            Console.WriteLine($"{progress.ApplicationNumber}  {Day(progress.FilingDate)}  {progress.State,-20}  {progress.RegistrationNumber,-8}  {Day(latest?.LegalDate)}  {latest?.DocumentDescription}  {progress.InventionTitle}");
            csv.WriteLine($"{progress.ApplicationNumber},{progress.State},{Day(progress.FilingDate)},{progress.RegistrationNumber},\"{progress.InventionTitle}\",{Day(latest?.LegalDate)},\"{latest?.DocumentDescription}\"");
        }

        Console.WriteLine();
        Console.WriteLine("Written to " + result);
        Console.WriteLine();
    }

    private static string Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string? FindOnPath(string command)
    {
        string name = OperatingSystem.IsWindows() ? command + ".exe" : command;
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
