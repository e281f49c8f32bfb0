using System.Management.Automation;
using JpoPatent.Session;

namespace JpoPatent.Commands;

/// <summary>Gives this runspace's default connection, or nothing without a connection.</summary>
[Cmdlet(VerbsCommon.Get, "JpoConnection", HelpUri = HelpPages.Folder + "Get-JpoConnection.md")]
[OutputType(typeof(JpoConnection))]
public sealed class GetJpoConnectionCommand : PSCmdlet
{
    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (RunspaceSession.Default is { } connection)
        {
            WriteObject(connection);
        }
    }
}
