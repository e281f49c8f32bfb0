using System;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace JpoPatent.Session;

/// <summary>
/// The default connection of each runspace. Not of the process: runbook jobs of one Azure sandbox
/// share a process and must not share a connection.
/// </summary>
internal static class RunspaceSession
{
    private static readonly ConditionalWeakTable<Runspace, JpoConnection> Defaults = new();
    private static readonly ConditionalWeakTable<Runspace, FailedConnect> Failed = new();

    internal static JpoConnection? Default =>
        Runspace.DefaultRunspace is { } runspace && Defaults.TryGetValue(runspace, out JpoConnection? connection)
            ? connection
            : null;

    /// <summary>
    /// Now, by the clock of the service that this runspace is connected to;
    /// by the machine's where it is connected to no service.
    /// </summary>
    internal static DateTimeOffset Now =>
        Default is { Client.IsDisconnected: false } connection ? connection.Client.Clock.Now : DateTimeOffset.UtcNow;

    /// <summary>The last Connect-JpoApi of this runspace that failed, unless a later one went well.</summary>
    internal static FailedConnect? LastFailed =>
        Runspace.DefaultRunspace is { } runspace && Failed.TryGetValue(runspace, out FailedConnect? failed)
            ? failed
            : null;

    internal static void SetDefault(JpoConnection connection)
    {
        Set(Defaults, connection);
        lock (Failed)
        {
            Failed.Remove(Runspace.DefaultRunspace);
        }
    }

    internal static void SetFailed(FailedConnect failed) => Set(Failed, failed);

    /// <summary>Leaves this runspace without a default connection.</summary>
    internal static void Forget()
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            Defaults.Remove(runspace);
            Failed.Remove(runspace);
        }
    }

    private static void Set<T>(ConditionalWeakTable<Runspace, T> table, T value)
        where T : class
    {
        Runspace runspace = Runspace.DefaultRunspace;
        lock (table)
        {
            table.Remove(runspace);
            table.Add(runspace, value);
        }
    }
}
