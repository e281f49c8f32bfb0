using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the state of patent applications: APIs 1-1 and, with -Simple, 1-2.</summary>
[Cmdlet(VerbsCommon.Get, "JpoPatentProgress", HelpUri = HelpPages.Folder + "Get-JpoPatentProgress.md")]
[OutputType(typeof(PatentProgress))]
public sealed class GetJpoPatentProgressCommand : JpoApplicationCommand
{
    /// <summary>
    /// Ask the simple API, which has a daily limit of its own and gives no priorities, parent and divisionals.
    /// </summary>
    [Parameter]
    public SwitchParameter Simple { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Simple)
        {
            FetchEach(
                ApiCatalog.PatentProgressSimple,
                static (client, number, options, stop) => client.Patents.GetProgressSimpleAsync(number, options, stop));
        }
        else
        {
            FetchEach(
                ApiCatalog.PatentProgress,
                static (client, number, options, stop) => client.Patents.GetProgressAsync(number, options, stop));
        }
    }
}
