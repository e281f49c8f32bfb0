using System;
using System.Threading.Tasks;
using Xunit;

namespace JpoPatent.Tests.EndToEnd;

/// <summary>One sandbox behind a socket, and one client, for all tests of a class. Its clock stands still.</summary>
public sealed class UnlimitedSandbox : IAsyncLifetime
{
    internal SandboxBench Bench { get; private set; } = null!;

    internal JpoClient Client { get; private set; } = null!;

    internal DateTime Horizon => Bench.Horizon;

    public async Task InitializeAsync()
    {
        Bench = await SandboxBench.StartUnlimitedAsync();
        Client = Bench.NewUnlimitedClient();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Bench.DisposeAsync();
    }
}
