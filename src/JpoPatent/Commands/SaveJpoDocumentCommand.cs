using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using JpoPatent.Abstractions;
using JpoPatent.Errors;

namespace JpoPatent.Commands;

/// <summary>Saves documents into a folder, under names that sort and speak: application, day, name and number of the document.</summary>
[Cmdlet(VerbsData.Save, "JpoDocument", SupportsShouldProcess = true, HelpUri = HelpPages.Folder + "Save-JpoDocument.md")]
[OutputType(typeof(FileInfo))]
public sealed class SaveJpoDocumentCommand : JpoCommand
{
    private DocumentWriter? _writer;

    /// <summary>Documents from the Get-Jpo…Document commands.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The folder; without it the current one. It is made where it does not exist.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>How documents are saved: their own files, text, a page of HTML, or the zip that they came in.</summary>
    [Parameter]
    public DocumentFormat Format { get; set; } = DocumentFormat.Original;

    /// <summary>Replace files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Give the files out.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        try
        {
            _writer = new DocumentWriter(SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path), Format, Force);
        }
        catch (ArgumentException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error, Path));
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        object input = InputObject!.BaseObject;
        try
        {
            DocumentPlan? plan = input switch
            {
                JpoDocument document => _writer!.Plan(document),
                OpdDocumentFile file => _writer!.Plan(file),
                _ => null,
            };
            if (plan == null)
            {
                WriteError(ErrorRecords.From(new ArgumentException(Messages.NoDocument), input));
            }
            else if (plan.Paths.Count > 0 && ShouldProcess(plan.Target, Messages.SaveAction))
            {
                Write(plan);
            }
        }
        catch (JpoException error)
        {
            WriteError(ErrorRecords.From(error, input));
        }
        catch (ObjectDisposedException error)
        {
            WriteError(ErrorRecords.CannotWrite(error, Path));
        }
    }

    private void Write(DocumentPlan plan)
    {
        // A large bundle takes a while to unpack: Ctrl+C must not wait for it.
        IReadOnlyList<string> written = Wait(stop => Task.Run(() => _writer!.Write(plan, stop), stop));
        if (PassThru)
        {
            foreach (string path in written)
            {
                WriteObject(new FileInfo(path));
            }
        }
    }
}
