using System;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Text;
using JpoPatent.Abstractions;
using JpoPatent.Session;
using static JpoPatent.Words.Sentence;

namespace JpoPatent.Commands;

/// <summary>
/// Writes what JPO's support centre asks for when a problem is reported (handbook, article 8): request and answer of
/// the last calls that failed, with versions and the state of the limits, as one text without secrets.
/// </summary>
[Cmdlet(
    VerbsCommon.New, "JpoSupportReport", SupportsShouldProcess = true,
    HelpUri = HelpPages.Folder + "New-JpoSupportReport.md")]
[OutputType(typeof(FileInfo))]
public sealed class NewJpoSupportReportCommand : JpoConnectedCommand
{
    /// <summary>The file; without it one named after the time, in the current folder.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Give the file out.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        string name = Path
            ?? string.Format(CultureInfo.InvariantCulture, "JpoSupportReport_{0:yyyyMMdd_HHmmss}.txt", DateTime.Now);
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(name);
        string shell = Convert.ToString(
            ((System.Collections.IDictionary)SessionState.PSVariable.GetValue("PSVersionTable"))["PSVersion"],
            CultureInfo.InvariantCulture)!;

        // Where connecting itself fails, there is no connection to report on, only what was tried.
        FailedConnect? failed = Connection == null ? RunspaceSession.LastFailed : null;
        JpoConnection? connection = failed != null && RunspaceSession.Default is not { Client.IsDisconnected: false }
            ? null
            : Connected;
        string report = SupportReport.Write(connection, failed, shell, DateTimeOffset.Now);
        if (!ShouldProcess(path, Messages.ReportAction))
        {
            return;
        }

        try
        {
            // With a byte-order mark: the reader is a person with whatever editor there is.
            File.WriteAllText(path, report, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            ThrowTerminatingError(Errors.ErrorRecords.CannotWrite(error, path));
        }

        bool hasNothing = failed == null && connection is { Client.RecentFailures.Count: 0 };
        this.Say(Format(hasNothing ? Messages.ReportHasNothing : Messages.ReportWritten, path));
        if (PassThru)
        {
            WriteObject(new FileInfo(path));
        }
    }
}
