using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>
/// Gets a document of a dossier: of Japanese applications the documents themselves, read (API 4-6), of others a PDF file (API 4-5). Both go into Save-JpoDocument.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoOpdDocument", HelpUri = HelpPages.Folder + "Get-JpoOpdDocument.md")]
[OutputType(typeof(JpoDocument), typeof(OpdDocumentFile))]
public sealed class GetJpoOpdDocumentCommand : JpoOpdApplicationCommand
{
    private const string Japan = "JP";

    /// <summary>Id of the document, as Get-JpoOpdDocumentList gives it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string DocumentId { get; set; } = string.Empty;

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        string id = DocumentId;
        foreach (string? text in ApplicationNumber ?? [null!])
        {
            if (JpoDocdbNumber.TryParse(text, JpoNumberKind.Application, out JpoDocdbNumber? number, out _) && number.Country == Japan)
            {
                FetchEach(ApiCatalog.OpdJapaneseDocument, [text], JpoNumberKind.Application, (client, application, options, stop) => client.Opd.ReadJapaneseDocumentAsync(application, id, options, stop));
            }
            else
            {
                FetchEach(ApiCatalog.OpdDocument, [text], JpoNumberKind.Application, (client, application, options, stop) => client.Opd.GetDocumentAsync(application, id, options, stop));
            }
        }
    }

    private protected override void OnAnswer(object? answer) => this.WarnOfProblems(answer);
}
