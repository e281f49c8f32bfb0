using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the documents cited against patent applications, one object a document: API 1-11.</summary>
[Cmdlet(VerbsCommon.Get, "JpoPatentCitation", HelpUri = HelpPages.Folder + "Get-JpoPatentCitation.md")]
[OutputType(typeof(PatentCitation))]
public sealed class GetJpoPatentCitationCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.PatentCitation,
            static (client, number, options, stop) => client.Patents.GetCitationsAsync(number, options, stop));
}
