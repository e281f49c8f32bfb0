using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace JpoPatent.Tests;

/// <summary>Azurite, the stand-in for Azure Blob Storage, as a process of its own, with an account and a key made for this run.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    internal const string Absent = "there is no node on PATH, or tests/Azurite is not restored";

    private const string Account = "jpotests";

    private static readonly Lazy<Task<Azurite>> Only = new(StartAsync);

    private readonly HttpClient _http = new();
    private readonly byte[] _key;
    private readonly Process _process;
    private int _containers;

    private Azurite(Process process, byte[] key, int port)
    {
        _process = process;
        _key = key;
        Account1 = new Uri($"http://127.0.0.1:{port}/{Account}");
    }

    internal static bool IsHere { get; } = File.Exists(Script()) && HasNode();

    private Uri Account1 { get; }

    /// <summary>The one that all tests of this run share, started with the first.</summary>
    internal static Task<Azurite> GetAsync() => Only.Value;

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }

    /// <summary>A new container.</summary>
    /// <returns>Its address.</returns>
    internal async Task<string> NewContainerAsync()
    {
        string address = $"{Account1}/container{Interlocked.Increment(ref _containers)}";
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{address}?restype=container&{Signature()}");
        request.Headers.Add("x-ms-version", "2021-08-06");
        using HttpResponseMessage answer = await _http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return address;
    }

    /// <summary>A shared access signature for everything in the account.</summary>
    /// <param name="permissions">What it allows.</param>
    /// <param name="ends">When it ends.</param>
    internal string Signature(string permissions = "rwdlac", DateTimeOffset? ends = null)
    {
        string end = (ends ?? DateTimeOffset.UtcNow.AddHours(8)).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        string text = $"{Account}\n{permissions}\nb\nco\n\n{end}\n\nhttps,http\n2019-12-12\n";
        string signed = Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
        return $"sv=2019-12-12&ss=b&srt=co&sp={permissions}&se={Uri.EscapeDataString(end)}&spr=https,http&sig={Uri.EscapeDataString(signed)}";
    }

    internal static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (char c in text)
        {
            secret.AppendChar(c);
        }

        return secret;
    }

    /// <summary>Stops it where it stands, or lets it go on.</summary>
    internal void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static async Task<Azurite> StartAsync()
    {
        byte[] key = RandomNumberGenerator.GetBytes(64);
        int port = FreePort();
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[Script(), "--inMemoryPersistence", "--silent", "--disableTelemetry", "--blobPort", port.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = Account + ":" + Convert.ToBase64String(key);
        Process process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Kill();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("successfully listens", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return new Azurite(process, key, port);
            }
        }

        throw new InvalidOperationException("Azurite did not start: " + await process.StandardError.ReadToEndAsync());
    }

    private static string Script() => Path.Combine(SourceTree.Root, "tests", "Azurite", "node_modules", "azurite", "dist", "src", "blob", "main.js");

    private static bool HasNode() =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
