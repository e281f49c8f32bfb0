using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace JpoPatent.Session;

/// <summary>
/// The default connection of each runspace. Not of the process: runbook jobs of one Azure sandbox share a process and must not share a connection.
/// </summary>
public static class RunspaceSession
{
    private static readonly ConditionalWeakTable<Runspace, JpoConnection> Defaults = new();

    internal static JpoConnection? Default =>
        Runspace.DefaultRunspace is { } runspace && Defaults.TryGetValue(runspace, out JpoConnection? connection) ? connection : null;

    internal static void SetDefault(JpoConnection connection)
    {
        Runspace runspace = Runspace.DefaultRunspace;
        lock (Defaults)
        {
            Defaults.Remove(runspace);
            Defaults.Add(runspace, connection);
        }
    }

    /// <summary>Leaves this runspace without a default connection. The module calls it when it is removed.</summary>
    public static void Forget()
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            Defaults.Remove(runspace);
        }
    }
}
