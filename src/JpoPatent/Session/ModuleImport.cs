using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Session;

/// <summary>
/// What is left to do when the cmdlets are there. Compiled, because each call of a method in the module's script
/// costs an import a few milliseconds.
/// </summary>
public static class ModuleImport
{
    /// <summary>
    /// Marks a runspace whose connection went with its module. A mark of the process,
    /// for the module that comes may be another version.
    /// </summary>
    private const string LostMark = "JpoPatent.LostConnection.";

    /// <summary>Exports the cmdlets.</summary>
    /// <param name="shell">The shell as the module's script sees it.</param>
    /// <param name="cmdlets">The inner module that holds the cmdlets.</param>
    /// <param name="folder">The folder from which the assemblies were asked for.</param>
    /// <returns>What there is to tell; null for nothing.</returns>
    public static ImportNotes? Complete(EngineIntrinsics shell, PSModuleInfo cmdlets, string folder)
    {
        PSModuleInfo module = shell.SessionState.Module;

        // After -Force, or Remove-Module and import, the shell finds the inner module loaded
        // and exports nothing of it (PowerShell/PowerShell issue 20710).
        MethodInfo? add = null;
        foreach (CmdletInfo cmdlet in cmdlets.ExportedCmdlets.Values)
        {
            if (!module.ExportedCmdlets.ContainsKey(cmdlet.Name))
            {
                add ??= typeof(PSModuleInfo).GetMethod(
                    "AddExportedCmdlet", BindingFlags.Instance | BindingFlags.NonPublic);
                add?.Invoke(module, [cmdlet]);
            }
        }

        string? warning = TakeMark() ? Messages.ConnectionLost : null;
        string served = Path.GetDirectoryName(typeof(ModuleImport).Assembly.Location)!;
        string? detail = string.Equals(
            Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar), served, StringComparison.OrdinalIgnoreCase)
            ? null
            : Format(Messages.ServedByOtherCopy, served);
        return warning == null && detail == null ? null : new ImportNotes(warning, detail);
    }

    /// <summary>
    /// Tells the shell of the module's types, without its own cmdlet: that one's first call takes a sixth of an import.
    /// </summary>
    /// <param name="shell">The shell as the module's script sees it.</param>
    /// <returns>False where the shell has to be asked by its cmdlet.</returns>
    public static bool TryAddTypes(EngineIntrinsics shell)
    {
#if NET8_0_OR_GREATER
        const BindingFlags Inner = BindingFlags.Instance | BindingFlags.NonPublic;
        object? context = typeof(EngineIntrinsics).GetField("_context", Inner)?.GetValue(shell);
        if (context?.GetType().GetProperty("TypeTable", Inner)?.GetValue(context) is not TypeTable types
            || typeof(TypeTable).GetField("isShared", Inner)?.GetValue(types) is not false
            || Runspace.DefaultRunspace?.InitialSessionState is not { } session)
        {
            return false;
        }

        foreach (TypeData type in JpoTypeData.All())
        {
            type.IsOverride = true;
            types.AddType(type);

            // The shell begins anew from here when somebody updates its types from a file.
            session.Types.Add(new SessionStateTypeEntry(type, isRemove: false));
        }

        return true;
#else
        _ = shell;
        return false;
#endif
    }

    /// <summary>
    /// Leaves this runspace without a connection, because the module goes: a removed module keeps no credential.
    /// Should it come back, the user is told.
    /// </summary>
    public static void Forget()
    {
        if (RunspaceSession.Default is { Client.IsDisconnected: false } && Mark() is { } mark)
        {
            AppDomain.CurrentDomain.SetData(mark, mark);
        }

        RunspaceSession.Forget();
    }

    private static bool TakeMark()
    {
        bool isLost = Mark() is { } mark && AppDomain.CurrentDomain.GetData(mark) != null;
        if (isLost)
        {
            AppDomain.CurrentDomain.SetData(Mark()!, null);
        }

        return isLost;
    }

    private static string? Mark() => Runspace.DefaultRunspace is { } runspace ? LostMark + runspace.InstanceId : null;
}
