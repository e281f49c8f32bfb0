using System.Management.Automation;
using System.Reflection;

namespace JpoPatent.Session;

/// <summary>What is left to do when the cmdlets are there. Compiled, because each call of a method in the module's script costs an import a few milliseconds.</summary>
public static class ModuleImport
{
    /// <summary>Exports the cmdlets, and sees to it that a removed module keeps no credential.</summary>
    /// <param name="shell">The shell as the module's script sees it.</param>
    /// <param name="cmdlets">The inner module that holds the cmdlets.</param>
    public static void Complete(EngineIntrinsics shell, PSModuleInfo cmdlets)
    {
        PSModuleInfo module = shell.SessionState.Module;
        module.OnRemove = ScriptBlock.Create("[JpoPatent.Session.RunspaceSession]::Forget()");

        // After -Force, or Remove-Module and import, the shell finds the inner module loaded and exports nothing of it (PowerShell/PowerShell issue 20710).
        MethodInfo? add = null;
        foreach (CmdletInfo cmdlet in cmdlets.ExportedCmdlets.Values)
        {
            if (!module.ExportedCmdlets.ContainsKey(cmdlet.Name))
            {
                add ??= typeof(PSModuleInfo).GetMethod("AddExportedCmdlet", BindingFlags.Instance | BindingFlags.NonPublic);
                add?.Invoke(module, [cmdlet]);
            }
        }
    }
}
