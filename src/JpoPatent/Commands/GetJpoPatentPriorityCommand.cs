using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the priorities that patent applications claim: API 1-4.</summary>
[Cmdlet(VerbsCommon.Get, "JpoPatentPriority", HelpUri = HelpPages.Folder + "Get-JpoPatentPriority.md")]
[OutputType(typeof(PatentPriority))]
public sealed class GetJpoPatentPriorityCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.PatentPriority,
            static (client, number, options, stop) => client.Patents.GetPriorityAsync(number, options, stop));
}
