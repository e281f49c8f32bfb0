using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Session;

namespace JpoPatent.Commands;

/// <summary>Forgets tokens and credential of a connection. Quota book and cache stay.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "JpoApi", HelpUri = HelpPages.Folder + "Disconnect-JpoApi.md")]
public sealed class DisconnectJpoApiCommand : JpoCommand
{
    /// <summary>The connection to end; without it this runspace's default. Nothing to end is no error.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ConnectionTransformation]
    [ValidateNotNull]
    public JpoConnection? Connection { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        JpoConnection? ended = Connection ?? RunspaceSession.Default;
        ended?.Client.Disconnect();
        if (ReferenceEquals(ended, RunspaceSession.Default))
        {
            RunspaceSession.Forget();
        }
    }
}
