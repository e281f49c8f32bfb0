using System.Management.Automation;
using JpoPatent.Abstractions;
using JpoPatent.Opd;

namespace JpoPatent.Commands;

/// <summary>
/// Gets a document of a dossier: the original of a Japanese application read (API 4-6), everything else, and on request
/// that too, as a PDF file (API 4-5). Both go into Save-JpoDocument.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoOpdDocument", HelpUri = HelpPages.Folder + "Get-JpoOpdDocument.md")]
[OutputType(typeof(JpoDocument), typeof(OpdDocumentFile))]
public sealed class GetJpoOpdDocumentCommand : JpoOpdApplicationCommand
{
    private readonly DueDateWarning _dueDates = new();

    /// <summary>Id of the document or of its translation, as Get-JpoOpdDocumentList gives it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string DocumentId { get; set; } = string.Empty;

    /// <summary>
    /// Xml for a Japanese original that is read, Pdf for a file. Auto takes what there is: XML of Japanese originals,
    /// PDF of translations and of other offices.
    /// </summary>
    [Parameter]
    public OpdDocumentFormat Format { get; set; } = OpdDocumentFormat.Auto;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        string id = DocumentId;
        OpdDocumentFormat format = Format;
        FetchEach(
            number => OpdDocumentIds.IsXml(number, id, format)
                ? ApiCatalog.OpdJapaneseDocument
                : ApiCatalog.OpdDocument,
            async (client, number, options, stop) => OpdDocumentIds.IsXml(number, id, format)
                ? (object)await client.Opd.ReadJapaneseDocumentAsync(number, id, options, stop).ConfigureAwait(false)
                : await client.Opd.GetDocumentAsync(number, id, options, stop).ConfigureAwait(false));
    }

    /// <inheritdoc />
    protected override void EndProcessing()
    {
        _dueDates.Write(this, Messages.DueDateOfDossier);
        base.EndProcessing();
    }

    private protected override void OnAnswer(object? answer)
    {
        this.WarnOfProblems(answer);
        _dueDates.Count(answer);
    }
}
