using System.Management.Automation;
using JpoPatent.Errors;
using JpoPatent.Session;

namespace JpoPatent.Abstractions;

/// <summary>A cmdlet that works on a connection: the one named, else this runspace's default.</summary>
public abstract class JpoConnectedCommand : JpoCommand
{
    private JpoConnection? _used;

    /// <summary>The connection to use; without it the one that <c>Connect-JpoApi</c> made in this runspace.</summary>
    [Parameter]
    [ConnectionTransformation]
    [ValidateNotNull]
    public JpoConnection? Connection { get; set; }

    /// <summary>The connection in use. Without one, the cmdlet ends with <c>JpoNotConnected</c>.</summary>
    internal JpoConnection Connected
    {
        get
        {
            _used ??= Connection ?? RunspaceSession.Default;
            if (_used == null || _used.Client.IsDisconnected)
            {
                string words = _used == null ? Messages.NotConnected : Messages.Disconnected;
                ThrowTerminatingError(ErrorRecords.From(new JpoNotConnectedException(words), null));
            }

            return _used!;
        }
    }
}
