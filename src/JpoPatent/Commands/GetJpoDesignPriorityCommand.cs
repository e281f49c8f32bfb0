using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the priorities that design applications claim: API 2-3.</summary>
[Cmdlet(VerbsCommon.Get, "JpoDesignPriority", HelpUri = HelpPages.Folder + "Get-JpoDesignPriority.md")]
[OutputType(typeof(DesignPriority))]
public sealed class GetJpoDesignPriorityCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.DesignPriority,
            static (client, number, options, stop) => client.Designs.GetPriorityAsync(number, options, stop));
}
