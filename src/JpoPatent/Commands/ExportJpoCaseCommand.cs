using System;
using System.Globalization;
using System.Management.Automation;
using System.Threading.Tasks;
using JpoPatent.Abstractions;
using JpoPatent.Cases;
using JpoPatent.Errors;
using JpoPatent.Sheets;

namespace JpoPatent.Commands;

/// <summary>Writes rows into a workbook, or a CSV file, that Excel in Japan opens right.</summary>
[Cmdlet(VerbsData.Export, "JpoCase", SupportsShouldProcess = true, HelpUri = HelpPages.Folder + "Export-JpoCase.md")]
public sealed class ExportJpoCaseCommand : JpoCommand
{
    private CaseSheet? _sheet;
    private SheetOutput? _output;
    private bool _mayWrite;

    /// <summary>Rows from Get-JpoCase, or any other objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The file: .xlsx, which keeps text as text, or .csv.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>
    /// For programs: names and values as scripts have them in every language, and nothing put in front of text that
    /// Excel would run as a formula.
    /// </summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>Replace a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        _sheet = new CaseSheet(Raw);
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        _mayWrite = ShouldProcess(path, Messages.ExportAction);
        if (!_mayWrite)
        {
            return;
        }

        // Before the rows are fetched, and accesses spent, for a file that cannot be written.
        try
        {
            _output = new SheetOutput(path, Force);
        }
        catch (JpoFileException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, Path));
        }
        catch (ArgumentException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, Path));
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (InputObject?.BaseObject is not (null or string or ValueType))
        {
            _sheet!.Add((Raw ? null : ResultColumns.Of(InputObject)) ?? RowInput.AsColumns(InputObject));
        }
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        if (_output == null)
        {
            return;
        }

        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        try
        {
            SheetContent content = _sheet!.Build();
            string written = Wait(stop => Task.Run(() => _output.Write(content, Raw, stop), stop));
            if (written != path)
            {
                WriteWarning(string.Format(CultureInfo.CurrentCulture, Messages.WrittenBeside, path, written));
            }
        }
        catch (JpoException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, Path));
        }
    }
}
