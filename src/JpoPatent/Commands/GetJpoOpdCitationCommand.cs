using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>
/// Gets what an application's office cited against it, one object a citation,
/// or with -Classification its classifications: API 4-4.
/// </summary>
[Cmdlet(VerbsCommon.Get, "JpoOpdCitation", HelpUri = HelpPages.Folder + "Get-JpoOpdCitation.md")]
[OutputType(typeof(OpdCitation), typeof(OpdClassification))]
public sealed class GetJpoOpdCitationCommand : JpoOpdApplicationCommand
{
    /// <summary>Give the classifications in place of the citations; both come with one access.</summary>
    [Parameter]
    public SwitchParameter Classification { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Classification)
        {
            FetchEach(
                static _ => ApiCatalog.OpdCitation,
                static (client, number, options, stop) => client.Opd.GetClassificationAsync(number, options, stop));
        }
        else
        {
            FetchEach(
                static _ => ApiCatalog.OpdCitation,
                static (client, number, options, stop) => client.Opd.GetCitationsAsync(number, options, stop));
        }
    }
}
