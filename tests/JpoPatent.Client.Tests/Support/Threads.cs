using System.Runtime.CompilerServices;
using System.Threading;

namespace JpoPatent.Tests;

internal static class Threads
{
    /// <summary>Tests that run a simulated clock hold their thread meanwhile; the pool must not make the others wait for that.</summary>
    [ModuleInitializer]
    internal static void EnoughForAll() => ThreadPool.SetMinThreads(32, 32);
}
