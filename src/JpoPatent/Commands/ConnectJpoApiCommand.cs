using System;
using System.Management.Automation;
using System.Net;
using System.Security;
using JpoPatent.Abstractions;
using JpoPatent.Errors;
using JpoPatent.Http;
using JpoPatent.Pacing;
using JpoPatent.Session;
using JpoPatent.State;
using JpoPatent.Time;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Commands;

/// <summary>
/// Connects this runspace to the service or to the sandbox and gets a token at once,
/// so that a wrong password shows here.
/// </summary>
[Cmdlet(
    VerbsCommunications.Connect, "JpoApi", DefaultParameterSetName = ServiceSet,
    HelpUri = HelpPages.Folder + "Connect-JpoApi.md")]
[OutputType(typeof(JpoConnection))]
public sealed class ConnectJpoApiCommand : JpoCommand
{
    private const string ServiceSet = "Service";
    private const string SandboxSet = "Sandbox";
    private const string UserNameVariable = "JPO_API_USERNAME";
    private const string PasswordVariable = "JPO_API_PASSWORD";
    private const string StateVariable = "JPO_API_STATE";
    private const string StateTokenVariable = "JPO_API_STATE_TOKEN";

    /// <summary>ID and password from JPO; without it the environment's JPO_API_USERNAME and JPO_API_PASSWORD.</summary>
    [Parameter(Position = 0)]
    [CredentialTransformation]
    public PSCredential? Credential { get; set; }

    /// <summary>Use the built-in sandbox: no credential, no network, fictional cases.</summary>
    [Parameter(ParameterSetName = SandboxSet, Mandatory = true)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>
    /// The day, with its time in Japan, that the sandbox has: its cases live on from day to day. It goes on from
    /// there; without it the sandbox has today.
    /// </summary>
    [Parameter(ParameterSetName = SandboxSet)]
    public DateTime? SandboxDate { get; set; }

    /// <summary>The host of the APIs. HTTPS, loopback addresses excepted.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [ValidateNotNull]
    public Uri? BaseUri { get; set; }

    /// <summary>
    /// The address that gives tokens, as JPO mailed it; without it /auth/token on the host of the APIs.
    /// </summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [ValidateNotNull]
    public Uri? TokenUri { get; set; }

    /// <summary>
    /// The folder for quota book, pacing and cache, or the address of a container of Azure Blob Storage that several
    /// machines share; without it the environment's JPO_API_STATE, else a folder in the user's local application data.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? StatePath { get; set; }

    /// <summary>
    /// The container's SAS; without it the environment's JPO_API_STATE_TOKEN,
    /// else the managed identity of this machine.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? StateToken { get; set; }

    /// <summary>
    /// Stop where the container cannot be reached, in place of going on with a small part of what was left.
    /// </summary>
    [Parameter]
    public SwitchParameter StateRequired { get; set; }

    /// <summary>Seconds that one try may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>
    /// Seconds that one call may take with all its tries, waits for the limit per minute not counted; without it 300,
    /// or -TimeoutSec where that is more.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int? CallTimeoutSec { get; set; }

    /// <summary>The proxy's address; without it the system's proxy.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [ValidateNotNull]
    public Uri? Proxy { get; set; }

    /// <summary>Credential for the proxy.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [CredentialTransformation]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Log on to the proxy as the current user.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    public SwitchParameter ProxyUseDefaultCredentials { get; set; }

    /// <summary>Warn when what is left of a daily limit falls to this many percent of it.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int QuotaWarningPercent { get; set; } = 10;

    /// <summary>Accesses per day and API that this connection leaves to others.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int QuotaReserve { get; set; }

    /// <summary>
    /// Domestic calls per minute. More than 10, or 0 for no pacing, only for the sandbox and loopback addresses.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100000)]
    public int RequestsPerMinute { get; set; } = Pacer.DomesticPerMinute;

    /// <summary>
    /// OPD calls per minute. More than 5, or 0 for no pacing, only for the sandbox and loopback addresses.
    /// </summary>
    [Parameter]
    [ValidateRange(0, 100000)]
    public int OpdRequestsPerMinute { get; set; } = Pacer.OpdPerMinute;

    /// <summary>Give the connection out, to be passed to other runspaces.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// Give the connection out and leave the runspace's default connection as it is: for scripts that must not change
    /// the shell they are called in.
    /// </summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        JpoCredential credential = Sandbox && !IsGiven(Credential) ? SandboxHost.NewCredential() : FindCredential();
        JpoClient? client = null;
        bool isConnected = false;
        try
        {
            string? statePath = FindState();
            client = new JpoClient(ToOptions(credential, statePath, FindStateToken(statePath)));
            WriteVerbose(Format(
                Messages.Connecting,
                credential.UserName,
                Sandbox ? Messages.SandboxName : client.Options.BaseUri.Authority,
                client.StatePath));
            Wait(async stop =>
            {
                await client.ConnectAsync(this, stop).ConfigureAwait(false);
                return true;
            });
            isConnected = true;
        }
        catch (JpoException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, credential.UserName));
        }
        catch (ArgumentException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, null));
        }
        finally
        {
            if (!isConnected)
            {
                if (client?.RecentFailures is { Count: > 0 } failures)
                {
                    RunspaceSession.SetFailed(new FailedConnect(
                        client.Options.BaseUri.Authority, credential.UserName, failures));
                }

                client?.Dispose();
                credential.Dispose();
            }
        }

        var connection = new JpoConnection(
            client!, credential.UserName, client!.Options.BaseUri, Sandbox, DateTimeOffset.Now);
        if (!NoDefault)
        {
            WarnOfReplaced(connection);
            RunspaceSession.SetDefault(connection);
        }

        this.Say(Format(Sandbox ? Messages.ConnectedToSandbox : Messages.Connected, connection, connection.StatePath));
        if (PassThru || NoDefault)
        {
            WriteObject(connection);
        }
    }

    /// <summary>Made-up cases in place of real ones, or the other way round, must not come unnoticed.</summary>
    private void WarnOfReplaced(JpoConnection connection)
    {
        if (RunspaceSession.Default is { Client.IsDisconnected: false } replaced
            && replaced.IsSandbox != connection.IsSandbox)
        {
            WriteWarning(Format(
                connection.IsSandbox ? Messages.ReplacedBySandbox : Messages.ReplacedSandbox, replaced));
        }
    }

    /// <summary>
    /// The parameter comes before the variable. An address stays as it is; a folder is found as PowerShell finds it.
    /// </summary>
    private string? FindState()
    {
        string? state = StatePath ?? Environment.GetEnvironmentVariable(StateVariable);
        if (state == null || state.Trim().Length == 0)
        {
            return null;
        }

        StateAddress.RefuseSecret(state);
        return StateAddress.IsAddress(state) ? state : SessionState.Path.GetUnresolvedProviderPathFromPSPath(state);
    }

    private SecureString? FindStateToken(string? statePath)
    {
        string? variable = Environment.GetEnvironmentVariable(StateTokenVariable);
        return StateToken
            ?? (StateAddress.IsAddress(statePath) && !string.IsNullOrEmpty(variable) ? Secure(variable!) : null);
    }

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (char c in text)
        {
            secure.AppendChar(c);
        }

        return secure;
    }

    private JpoClientOptions ToOptions(JpoCredential credential, string? statePath, SecureString? stateToken) => new()
    {
        Credential = credential,
        BaseUri = Sandbox ? SandboxHost.BaseUri : BaseUri ?? JpoClientOptions.DefaultBaseUri,
        TokenUri = TokenUri,
        StatePath = statePath,
        StateToken = stateToken,
        StateRequired = StateRequired,
        Timeout = TimeSpan.FromSeconds(TimeoutSec),
        CallTimeout = TimeSpan.FromSeconds(CallTimeoutSec ?? Math.Max(300, TimeoutSec)),
        QuotaWarningPercent = QuotaWarningPercent,
        QuotaReserve = QuotaReserve,
        RequestsPerMinute = RequestsPerMinute,
        OpdRequestsPerMinute = OpdRequestsPerMinute,
        Proxy = ToProxy(),
        Transport = Sandbox ? SandboxHost.NewTransport(RequestsPerMinute, OpdRequestsPerMinute, SandboxStart()) : null,
        IsSandbox = Sandbox,
    };

    // A day alone is its noon: no run by hand is then near a midnight.
    private DateTimeOffset? SandboxStart()
    {
        if (SandboxDate is not { } day)
        {
            return null;
        }

        DateTimeOffset instant = day.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(day, JapanTime.Offset)
            : new DateTimeOffset(day);
        return day.TimeOfDay == TimeSpan.Zero ? instant.AddHours(12) : instant;
    }

    private WebProxy? ToProxy()
    {
        if (Proxy == null)
        {
            return null;
        }

        WebProxy proxy = ProxyAddress.Parse(Proxy);
        if (IsGiven(ProxyCredential))
        {
            proxy.Credentials = ProxyCredential!.GetNetworkCredential();
        }
        else if (ProxyUseDefaultCredentials)
        {
            proxy.UseDefaultCredentials = true;
        }

        return proxy;
    }

    /// <summary>Never a prompt: this runs at night, where no user can answer.</summary>
    private JpoCredential FindCredential()
    {
        if (IsGiven(Credential))
        {
            return Make(Credential!.UserName, Credential.Password);
        }

        string? userName = Environment.GetEnvironmentVariable(UserNameVariable);
        string? password = Environment.GetEnvironmentVariable(PasswordVariable);
        if (string.IsNullOrEmpty(userName) || string.IsNullOrEmpty(password))
        {
            ThrowTerminatingError(ErrorRecords.From(
                new JpoNotConnectedException(Format(Messages.NoCredential, UserNameVariable, PasswordVariable)), null));
        }

        using SecureString secure = Secure(password!);
        return Make(userName!, secure);
    }

    private JpoCredential Make(string userName, SecureString password)
    {
        try
        {
            return new JpoCredential(userName, password);
        }
        catch (ArgumentException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, userName));
            throw;
        }
    }

    private static bool IsGiven(PSCredential? credential) => credential != null && credential != PSCredential.Empty;
}
