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
        FetchEach(
            static number => IsJapanese(number) ? ApiCatalog.OpdJapaneseDocument : ApiCatalog.OpdDocument,
            async (client, number, options, stop) => IsJapanese(number)
                ? (object)await client.Opd.ReadJapaneseDocumentAsync(number, id, options, stop).ConfigureAwait(false)
                : await client.Opd.GetDocumentAsync(number, id, options, stop).ConfigureAwait(false));
    }

    private protected override void OnAnswer(object? answer) => this.WarnOfProblems(answer);

    private static bool IsJapanese(JpoDocdbNumber number) => number.Country == Japan;
}
