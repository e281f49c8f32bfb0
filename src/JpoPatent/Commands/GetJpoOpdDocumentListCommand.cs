using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the documents of an application's dossier at its own office, one object a document: API 4-3.</summary>
[Cmdlet(VerbsCommon.Get, "JpoOpdDocumentList", HelpUri = HelpPages.Folder + "Get-JpoOpdDocumentList.md")]
[OutputType(typeof(OpdDocumentEntry))]
public sealed class GetJpoOpdDocumentListCommand : JpoOpdApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            static _ => ApiCatalog.OpdDocumentList,
            static (client, number, options, stop) => client.Opd.GetDocumentListAsync(number, options, stop));
}
