using System;
using System.Management.Automation;

namespace JpoPatent.Abstractions;

/// <summary>
/// Tells a person at the prompt that something went well, where a command has nothing else to show. It goes to the
/// information stream, whatever calls the command; a script's output stays its own.
/// </summary>
internal static class PromptWords
{
    // What the shell itself gives to the lines of Write-Host: the host shows those whatever the preference is.
    private const string ShownByHost = "PSHOST";

    internal static void Say(this PSCmdlet cmdlet, string words)
    {
        // Where the whole process is redirected, such a line would end among its results.
        bool isTyped = string.IsNullOrEmpty(cmdlet.MyInvocation.ScriptName)
            && cmdlet.MyInvocation.CommandOrigin == CommandOrigin.Runspace
            && !Console.IsOutputRedirected;
        if (isTyped)
        {
            cmdlet.WriteInformation(new HostInformationMessage { Message = words }, [ShownByHost]);
        }
        else
        {
            cmdlet.WriteInformation(words, []);
        }
    }
}
