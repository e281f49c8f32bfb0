using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the state of design applications: APIs 2-1 and, with -Simple, 2-2.</summary>
[Cmdlet(VerbsCommon.Get, "JpoDesignProgress", HelpUri = HelpPages.Folder + "Get-JpoDesignProgress.md")]
[OutputType(typeof(DesignProgress))]
public sealed class GetJpoDesignProgressCommand : JpoApplicationCommand
{
    /// <summary>Ask the simple API, which has a daily limit of its own and gives no priorities and no parent.</summary>
    [Parameter]
    public SwitchParameter Simple { get; set; }

    /// <inheritdoc />
    protected override void ProcessRecord()
    {
        if (Simple)
        {
            FetchEach(
                ApiCatalog.DesignProgressSimple,
                static (client, number, options, stop) => client.Designs.GetProgressSimpleAsync(number, options, stop));
        }
        else
        {
            FetchEach(
                ApiCatalog.DesignProgress,
                static (client, number, options, stop) => client.Designs.GetProgressAsync(number, options, stop));
        }
    }
}
