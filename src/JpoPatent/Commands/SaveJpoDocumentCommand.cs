using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using JpoPatent.Abstractions;
using JpoPatent.Errors;
using JpoPatent.Saving;

namespace JpoPatent.Commands;

/// <summary>
/// Saves documents into a folder, with descriptive, sortable names: application, day, name and number of the document.
/// </summary>
[Cmdlet(
    VerbsData.Save, "JpoDocument", SupportsShouldProcess = true, HelpUri = HelpPages.Folder + "Save-JpoDocument.md")]
[OutputType(typeof(FileInfo))]
public sealed class SaveJpoDocumentCommand : JpoCommand
{
    private const string FileSystem = "Microsoft.PowerShell.Core\\FileSystem::";

    /// <summary>One a folder: documents of one bundle that go into one folder bring its zip once.</summary>
    private readonly Dictionary<string, DocumentWriter> _writers = new(StringComparer.Ordinal);

    /// <summary>Documents from the Get-Jpo…Document commands.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The folder; without it the current one. It is made where it does not exist. A script block is asked for each
    /// document, which is <c>$_</c> in it.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = ".";

    /// <summary>A folder for each case below the path, named by its number.</summary>
    [Parameter]
    public SwitchParameter PerCase { get; set; }

    /// <summary>How documents are saved: their own files, text, a page of HTML, or the zip that they came in.</summary>
    [Parameter]
    public DocumentFormat Format { get; set; } = DocumentFormat.Original;

    /// <summary>Replace files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Leave documents alone that are there already.</summary>
    [Parameter]
    public SwitchParameter SkipExisting { get; set; }

    /// <summary>Give the files out, those too that were there already.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc />
    protected override void BeginProcessing()
    {
        if (Force && SkipExisting)
        {
            ThrowTerminatingError(ErrorRecords.From(new ArgumentException(Client.DocumentMessages.ForceOrSkip), null));
        }
    }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        object input = InputObject!.BaseObject;
        try
        {
            switch (input)
            {
                case JpoDocument document:
                    DocumentWriter writer = WriterFor(document.DisplayNumber ?? document.ApplicationNumber);
                    Save(writer, writer.Plan(document));
                    break;
                case OpdDocumentFile file:
                    DocumentWriter fileWriter = WriterFor(file.DisplayNumber ?? file.ApplicationNumber);
                    Save(fileWriter, fileWriter.Plan(file));
                    break;
                default:
                    WriteError(ErrorRecords.From(new ArgumentException(Messages.NoDocument), input));
                    break;
            }
        }
        catch (JpoException error)
        {
            WriteError(ErrorRecords.From(error, input));
        }
        catch (ArgumentException error)
        {
            WriteError(ErrorRecords.From(error, Path));
        }
        catch (Exception error) when (error is ObjectDisposedException or IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.CannotWrite(error, Path));
        }
    }

    private DocumentWriter WriterFor(string number)
    {
        string folder = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        if (PerCase)
        {
            folder = System.IO.Path.Combine(folder, SafeFileName.Join([number], string.Empty, SafeFileName.MaxUnits));
        }

        if (!_writers.TryGetValue(folder, out DocumentWriter? writer))
        {
            writer = new DocumentWriter(folder, Format, Force, SkipExisting);
            _writers.Add(folder, writer);
        }

        return writer;
    }

    private void Save(DocumentWriter writer, DocumentPlan plan)
    {
        foreach (string path in plan.ExistingPaths)
        {
            WriteVerbose(string.Format(CultureInfo.CurrentCulture, Client.DocumentMessages.FileSkipped, path));
            Emit(path);
        }

        if (plan.Paths.Count == 0 || !ShouldProcess(plan.Target, Messages.SaveAction))
        {
            return;
        }

        // A large bundle takes a while to unpack: Ctrl+C must not wait for it.
        foreach (string path in Wait(stop => Task.Run(() => writer.Write(plan, stop), stop)))
        {
            Emit(path);
        }
    }

    /// <summary>Gives a file out as Get-Item does, with the path that other cmdlets bind.</summary>
    private void Emit(string path)
    {
        if (!PassThru)
        {
            return;
        }

        foreach (PSObject file in InvokeProvider.Item.Get([FileSystem + path], force: true, literalPath: true))
        {
            WriteObject(file);
        }
    }
}
