using System.Management.Automation;
using JpoPatent.Abstractions;

namespace JpoPatent.Commands;

/// <summary>Gets the priorities that trademark applications claim: API 3-3.</summary>
[Cmdlet(VerbsCommon.Get, "JpoTrademarkPriority", HelpUri = HelpPages.Folder + "Get-JpoTrademarkPriority.md")]
[OutputType(typeof(TrademarkPriority))]
public sealed class GetJpoTrademarkPriorityCommand : JpoApplicationCommand
{
    /// <inheritdoc />
    protected override void ProcessRecord() =>
        FetchEach(
            ApiCatalog.TrademarkPriority,
            static (client, number, options, stop) => client.Trademarks.GetPriorityAsync(number, options, stop));
}
